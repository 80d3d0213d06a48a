import { randomBytes, randomUUID } from 'node:crypto';
import { BEGINNING, hashLink, hashPayload } from '../../dist/src/audit/chain.js';

const SLICE = 10_000;
const PEOPLE = 60;
const MEMBERS = 100;

/** What happens most at a council: messages to members, briefings, and now and then somebody who does something. */
const KINDS = [
  {
    action: 'message.fixed',
    by: 'system',
    about: 'message',
    more: () => ({ channel: 'mail', reminders: 2 }),
  },
  { action: 'message.sent', by: 'system', about: 'message', more: () => ({ channel: 'mail' }) },
  {
    action: 'briefing.sent',
    by: 'system',
    about: 'meeting',
    more: () => ({ edition: 3, fingerprint: 'b2'.repeat(16) }),
  },
  {
    action: 'briefing.opened',
    by: 'person',
    about: 'meeting',
    more: () => ({ edition: 3, fingerprint: 'b2'.repeat(16) }),
  },
  { action: 'interview.answered', by: 'person', about: 'agenda-item', more: () => ({ fact: 'isPlanning' }) },
];

/** Writes a chain of so many events as the owner, with the hashes that Probity would have given them. */
export async function writeChain(owner, events) {
  const authorityId = randomUUID();
  await owner.query(`select set_config('probity.authority_ids', $1, false)`, [`{${authorityId}}`]);
  await dropOtherIndexes(owner);
  const ids = (count) => Array.from({ length: count }, () => randomUUID());
  const cast = { people: ids(PEOPLE), members: ids(MEMBERS) };
  let previousHash = BEGINNING;
  for (let from = 1; from <= events; from += SLICE) {
    const rows = [];
    for (let position = from; position < from + SLICE && position <= events; position += 1) {
      const row = eventAt(authorityId, position, previousHash, cast);
      previousHash = row.hash;
      rows.push(row);
    }
    await write(owner, authorityId, rows);
  }
  await owner.query(`insert into audit_head (authority_id, "position", hash) values ($1, $2, $3)`, [
    ...[authorityId, events, previousHash],
  ]);
  await owner.query('vacuum analyze audit_event, audit_payload');
  return authorityId;
}

/** Neither of the two readers goes through any but the primary keys, and a million rows are written sooner without. */
async function dropOtherIndexes(owner) {
  const { rows } = await owner.query(
    `select indexrelid::regclass as name from pg_index
     where indrelid in ('audit_event'::regclass, 'audit_payload'::regclass) and not indisprimary`,
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
}

function eventAt(authorityId, position, previousHash, { people, members }) {
  const kind = KINDS[position % KINDS.length];
  const salt = randomBytes(16);
  const payload = { memberId: members[position % MEMBERS], ...kind.more() };
  const at = new Date(Date.UTC(2024, 0, 1) + position * 30_000);
  const link = {
    ...{ authorityId, position: `${position}`, action: kind.action, actorKind: kind.by },
    actor: kind.by === 'system' ? 'reminders' : people[position % PEOPLE],
    ...{ subjectType: kind.about, subjectId: randomUUID(), applicationAt: at, machineAt: at },
    ...{ payloadHash: hashPayload(salt, payload), previousHash },
  };
  return { ...link, hash: hashLink(link), salt, payload: JSON.stringify(payload) };
}

async function write(owner, authorityId, rows) {
  const of = (field) => rows.map((row) => row[field]);
  await owner.query(
    `insert into audit_event (authority_id, "position", actor_kind, actor, action, subject_type, subject_id,
       application_at, machine_at, payload_hash, previous_hash, hash)
     select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::timestamptz[], $9::timestamptz[], $10::bytea[], $11::bytea[], $12::bytea[])`,
    [
      authorityId,
      ...['position', 'actorKind', 'actor', 'action', 'subjectType', 'subjectId'].map(of),
      ...['applicationAt', 'machineAt', 'payloadHash', 'previousHash', 'hash'].map(of),
    ],
  );
  await owner.query(
    `insert into audit_payload (authority_id, "position", salt, payload)
     select $1, * from unnest($2::bigint[], $3::bytea[], $4::jsonb[])`,
    [authorityId, of('position'), of('salt'), of('payload')],
  );
}
