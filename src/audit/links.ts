import type { EntityManager } from 'typeorm';

/**
 * One link as it is read to be hashed again: every field as text, hashes and salt in hexadecimal, times as
 * '2017-10-16T08:00:00.000000Z'.
 */
export interface LinkAsText {
  readonly position: string;
  readonly actor_kind: string;
  readonly actor: string;
  readonly action: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly application_at: string;
  readonly machine_at: string;
  readonly payload_hash: string;
  readonly previous_hash: string;
  readonly hash: string;
  /** null where retention has erased what the event said; the payload with it. */
  readonly salt: string | null;
  /** JSON, as the database writes it. */
  readonly payload: string | null;
}

/** Six digits of the second, so that what the database keeps beyond a millisecond is seen. */
const asText = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const READ = `
  select e.position, e.actor_kind, e.actor, e.action, e.subject_type, e.subject_id,
    ${asText('e.application_at')} as application_at, ${asText('e.machine_at')} as machine_at,
    encode(e.payload_hash, 'hex') as payload_hash, encode(e.previous_hash, 'hex') as previous_hash,
    encode(e.hash, 'hex') as hash, encode(p.salt, 'hex') as salt, p.payload::text as payload
  from audit_event e
  left join audit_payload p on p.authority_id = e.authority_id and p.position = e.position
  where e.authority_id = $1 and e.position > $2 and e.position <= $3
  order by e.position limit $4`;

/** Which links of a chain: those after a position, up to and with the last one. */
export interface LinksFrom {
  readonly authorityId: string;
  readonly after: number;
  readonly last: number;
}

/** The next links of a chain, in their order, so many at most. */
export async function nextLinks(
  manager: EntityManager,
  { authorityId, after, last }: LinksFrom,
  atMost: number,
): Promise<LinkAsText[]> {
  return manager.query<LinkAsText[]>(READ, [authorityId, after, last, atMost]);
}

/** So many are read at once: enough to keep the database busy, and a few megabytes of memory. */
const BATCH = 2_000;

/** All of them, batch by batch. While one is worked through, the database reads the next. */
export async function* linksInBatches(manager: EntityManager, from: LinksFrom): AsyncGenerator<LinkAsText[]> {
  let reading: Promise<LinkAsText[]> | undefined = nextLinks(manager, from, BATCH);
  try {
    while (reading !== undefined) {
      const batch: LinkAsText[] = await reading;
      const newest = batch.at(-1);
      reading =
        newest === undefined
          ? undefined
          : nextLinks(manager, { ...from, after: Number(newest.position) }, BATCH);
      if (newest !== undefined) yield batch;
    }
  } finally {
    // Who stops early leaves one reading behind, and the transaction waits for it.
    await reading?.catch(() => undefined);
  }
}

/** A time as it was hashed. One that was given more than milliseconds keeps them, and its link does not hold. */
export const asHashed = (time: string): string => (time.endsWith('000Z') ? `${time.slice(0, -4)}Z` : time);

/** The text of which the hash of a link is made: its fields as one JSON array. */
export function linkText(authorityId: string, link: LinkAsText): string {
  const free = [link.actor, link.action, link.subject_type, link.subject_id].map((field) =>
    JSON.stringify(field),
  );
  return `["${authorityId}","${link.position}","${link.actor_kind}",${free.join(',')},"${asHashed(link.application_at)}","${asHashed(link.machine_at)}","${link.payload_hash}","${link.previous_hash}"]`;
}
