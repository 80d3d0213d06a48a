import { createHmac, randomBytes } from 'node:crypto';

/** Bytes, before they are written. */
const SECRET_LENGTH = 32;
const PREFIX = 'whsec_';

/** A fresh secret as Standard Webhooks writes one: 'whsec_' and base64. */
export const newSecret = (): string => `${PREFIX}${randomBytes(SECRET_LENGTH).toString('base64')}`;

/** One message as it is signed. */
export interface Signed {
  readonly id: string;
  /** The moment of this sending. */
  readonly at: Date;
  readonly body: string;
}

/**
 * The headers of Standard Webhooks: id, seconds since 1970, and one HMAC-SHA256 for each secret that stands, over
 * `id.timestamp.body`. A receiver takes it where one of them fits.
 */
export function signedHeaders(
  { id, at, body }: Signed,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
