import { createHash } from 'node:crypto';

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

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`);
    return `{${pairs.join(',')}}`;
  }
  return JSON.stringify(value);
}
