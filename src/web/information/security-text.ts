/** A contact is worth asking again after this; RFC 9116 recommends less than a year. */
const DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** What /.well-known/security.txt says (RFC 9116). It is written afresh each time, so it never expires while it is served. */
export function securityText({
  contact,
  publicUrl,
  now,
}: {
  /** A mailto:, https: or tel: address. */
  readonly contact: string;
  readonly publicUrl: string;
  /** Machine time: whoever reads it compares with their own. */
  readonly now: Date;
}): string {
  const expires = new Date(now.getTime() + DAYS * DAY_MS).toISOString();
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
