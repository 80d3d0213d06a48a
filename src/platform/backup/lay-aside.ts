import type pg from 'pg';
import { named } from './catalogue.js';

/**
 * Takes away, within the transaction of the caller, what would refuse or change rows that come as they were: the rows
 * that migrations put there, foreign keys (tables come in the order of their names), triggers that act on an insert,
 * and row-level security of the owner. Triggers that refuse a change or a deletion stay as they are. Gives what puts
 * everything back: each foreign key is then checked for every row.
 */
export async function layAside(client: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const again: string[] = [];
  for (const { table, name, definition } of await foreignKeys(client)) {
    await client.query(`alter table public.${named(table)} drop constraint ${named(name)}`);
    again.push(`alter table public.${named(table)} add constraint ${named(name)} ${definition}`);
  }
  for (const { table, name } of await insertTriggers(client)) {
    await client.query(`alter table public.${named(table)} disable trigger ${named(name)}`);
    again.push(`alter table public.${named(table)} enable trigger ${named(name)}`);
  }
  for (const table of await forcedTables(client)) {
    await client.query(`alter table public.${named(table)} no force row level security`);
    again.push(`alter table public.${named(table)} force row level security`);
  }
  for (const table of tables) {
    const { rowCount } = await client.query(`select from public.${named(table)} limit 1`);
    if (rowCount !== 0) await client.query(`delete from public.${named(table)}`);
  }
  return async () => {
    for (const statement of again) await client.query(statement);
  };
}

interface OfTable {
  readonly table: string;
  readonly name: string;
}

async function foreignKeys(client: pg.Client): Promise<(OfTable & { readonly definition: string })[]> {
  const { rows } = await client.query<OfTable & { definition: string }>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and k.conparentid = 0
     order by 1, 2`,
  );
  return rows;
}

/** Their bit in tgtype is 4 (pg_trigger.h). */
async function insertTriggers(client: pg.Client): Promise<OfTable[]> {
  const { rows } = await client.query<OfTable>(
    `select c.relname as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgenabled = 'O'
       and (t.tgtype & 4) = 4 order by 1, 2`,
  );
  return rows;
}

async function forcedTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(
    `select relname as table from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity order by 1`,
  );
  return rows.map(({ table }) => table);
}
