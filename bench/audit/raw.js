/**
 * The least that reading a chain and hashing it can cost, in a process of its own: bare pg, the same rows in the same
 * order, page by page by their key, and two SHA-256 for each: over its fields as they come, one after another, and over
 * the payload's text. Nothing is put into order, compared or understood. Says how many milliseconds it took.
 */
import { hash } from 'node:crypto';
import pg from 'pg';

const { url, authorityId } = JSON.parse(process.argv[2]);
const PAGE = 2_000;
const FIELDS = [
  ...[
    'position',
    'actor_kind',
    'actor',
    'action',
    'subject_type',
    'subject_id',
    'application_at',
    'machine_at',
  ],
  ...['payload_hash', 'previous_hash', 'hash'],
];

const client = new pg.Client({ connectionString: url, types: { getTypeParser: () => (text) => text } });
await client.connect();
await client.query(`select set_config('probity.authority_ids', $1, false)`, [`{${authorityId}}`]);
const started = performance.now();
let events = 0;
let after = '0';
let last = '';
for (;;) {
  const { rows } = await client.query({
    name: 'page',
    rowMode: 'array',
    text: `select ${FIELDS.map((field) => `e."${field}"`).join(', ')}, p.salt, p.payload
           from audit_event e left join audit_payload p using (authority_id, "position")
           where authority_id = $1 and "position" > $2 order by "position" limit ${PAGE}`,
    values: [authorityId, after],
  });
  for (const row of rows) {
    const payload = row.pop();
    const salt = row.pop();
    last = hash('sha256', row.join('')) + hash('sha256', salt + payload);
    after = row[0];
  }
  events += rows.length;
  if (rows.length < PAGE) break;
}
const milliseconds = performance.now() - started;
await client.end();
process.send({ events, milliseconds, last });
