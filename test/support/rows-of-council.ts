import type { TestApp } from './app.js';
import type { Council } from './council.js';

/** Every row of a council, as one digest a table: what no stranger may change. */
export async function rowsOf(app: TestApp, { authorityId }: Council): Promise<Record<string, string>> {
  const { rows: tables } = await app.owner.query<{ name: string }>(
    `select distinct table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'authority_id'`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await app.owner.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest
       from "${name}" t where authority_id = $1`,
      [authorityId],
    );
    digests[name] = rows[0]?.digest ?? '';
  }
  return digests;
}
