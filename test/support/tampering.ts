import { hashLink, type Link } from '../../src/audit/chain.js';
import type { Council } from './council.js';
import type { Rooms } from './rooms.js';

/**
 * Changes one chain past every guard, as somebody with the owner's password could. Row-level security binds the owner
 * too and keeps the statements to this chain.
 */
export async function tamper(
  { owner }: Pick<Rooms, 'owner'>,
  { authorityId }: Pick<Council, 'authorityId'>,
  ...statements: (string | { text: string; values: unknown[] })[]
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('probity.authority_ids', $1, true)`, [`{${authorityId}}`]);
    // Triggers and foreign keys with them.
    for (const table of TABLES) await client.query(`alter table ${table} disable trigger user`);
    for (const statement of statements) await client.query(statement);
    for (const table of TABLES) await client.query(`alter table ${table} enable trigger user`);
    await client.query('commit');
  } finally {
    // Closed, not returned: after a failure its transaction is still open.
    client.release(true);
  }
}

const TABLES = ['audit_event', 'audit_payload', 'audit_head', 'audit_anchor', 'audit_anchor_mail'];

/**
 * What a clever administrator does: changes who did something, and writes every link from there on anew, head and all, so
 * that the chain holds in itself.
 */
export async function rewriteFrom(
  rooms: Pick<Rooms, 'owner'>,
  council: Council,
  position: number,
): Promise<void> {
  const { rows } = await rooms.owner.query<Record<string, unknown>>(
    'select * from audit_event where authority_id = $1 and position >= $2 order by position',
    [council.authorityId, position],
  );
  let previousHash = rows[0]?.previous_hash as Buffer;
  const statements = rows.map((row, index) => {
    const link = { ...linkOf(row), previousHash, ...(index === 0 && { actor: 'somebody else' }) };
    previousHash = hashLink(link);
    return {
      text: 'update audit_event set actor = $2, previous_hash = $3, hash = $4 where position = $1',
      values: [link.position, link.actor, link.previousHash, previousHash],
    };
  });
  await tamper(rooms, council, ...statements, {
    text: 'update audit_head set hash = $1',
    values: [previousHash],
  });
}

function linkOf(row: Record<string, unknown>): Link {
  const named = Object.entries(row).map(([column, value]) => [
    column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(named) as Link;
}
