import type { Rooms } from './rooms.js';

/** The tables in which any column, whatever its type, holds these words: of every authority, read as the owner. */
export async function tablesThatSay({ owner }: Pick<Rooms, 'owner'>, words: string): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await owner.query(
      `select 1 from "${name}" as line where line::text ilike $1 limit 1`,
      [`%${words}%`],
    );
    if (rowCount !== 0) found.push(name);
  }
  return found;
}
