import type { Council } from './council.js';
import type { Rooms } from './rooms.js';

/** Changes rows of one council behind the application's back. Row-level security binds the owner too. */
export async function changeAsOwner(
  { owner }: Pick<Rooms, 'owner'>,
  { authorityId }: Pick<Council, 'authorityId'>,
  statement: string,
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('probity.authority_ids', $1, true)`, [`{${authorityId}}`]);
    const { rowCount } = await client.query(statement);
    if (rowCount === 0) throw new Error('Nothing was changed.');
    await client.query('commit');
  } finally {
    // Closed, not returned: after a failure its transaction is still open.
    client.release(true);
  }
}
