import { createHash, hash } from 'node:crypto';

/** What the hash of a link covers: order, actor, action, subject, both times and the salted hash of the payload. */
export interface Link {
  readonly authorityId: string;
  readonly position: string;
  readonly actorKind: string;
  readonly actor: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly applicationAt: Date;
  readonly machineAt: Date;
  readonly payloadHash: Buffer;
  readonly previousHash: Buffer;
}

/** The hash before the first link. */
export const BEGINNING = Buffer.alloc(32);

/** SHA-256 over the link's fields as one JSON array, so that no field can run into the next. */
export function hashLink(link: Link): Buffer {
  const fields = [
    link.authorityId,
    link.position,
    link.actorKind,
    link.actor,
    link.action,
    link.subjectType,
    link.subjectId,
    link.applicationAt.toISOString(),
    link.machineAt.toISOString(),
    link.payloadHash.toString('hex'),
    link.previousHash.toString('hex'),
  ];
  return createHash('sha256').update(JSON.stringify(fields), 'utf8').digest();
}

/** SHA-256 over salt and payload. Keys are sorted, because jsonb keeps no order. */
export function hashPayload(salt: Buffer, payload: unknown): Buffer {
  return createHash('sha256').update(salt).update(canonical(payload), 'utf8').digest();
}

/** So many bytes of salt stand before the payload. */
const SALT = 16;
const scratch = Buffer.alloc(64 * 1024);

/**
 * The same in hexadecimal, for a salt in hexadecimal and the text of a payload. Salt and payload are laid side by side in
 * memory that is used again, because a long chain has millions of them.
 */
export function hashPayloadText(salt: string, payload: string): string {
  const text = canonical(JSON.parse(payload));
  // No character takes more than three bytes in UTF-8 for each of its UTF-16 units.
  const room = salt.length === 2 * SALT && text.length * 3 <= scratch.length - SALT;
  if (!room) return hashPayload(Buffer.from(salt, 'hex'), JSON.parse(payload)).toString('hex');
  scratch.write(salt, 'hex');
  const end = SALT + scratch.write(text, SALT, 'utf8');
  return hash('sha256', scratch.subarray(0, end));
}

/**
 * A payload as the text that is hashed, and as the database gives it back: keys sorted by UTF-16 code unit, no spaces,
 * dates as text, and without what JSON has no word for.
 */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return asJson(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (tellsItself(value)) return canonical(value.toJSON());
  const fields = value as Readonly<Record<string, unknown>>;
  let pairs = '';
  for (const key of Object.keys(fields).sort()) {
    if (fields[key] === undefined) continue;
    pairs += `${pairs === '' ? '' : ','}${JSON.stringify(key)}:${canonical(fields[key])}`;
  }
  return `{${pairs}}`;
}

/** A date, and whatever else says by itself how it stands in JSON. */
const tellsItself = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

/** In a list, what JSON cannot say stands as null. */
const asJson = (value: unknown): string => (value === undefined ? 'null' : JSON.stringify(value));
