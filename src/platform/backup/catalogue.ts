import type pg from 'pg';
import { BackupRefused } from './refused.js';
import type { AppliedMigration, SequenceState, TableLine } from './format.js';

/**
 * Tables whose rows are in no backup. Which migrations were applied stands in the first line. A session is a way in for
 * whoever holds its cookie, and a copy of the database must not be one: people sign in again. The queue lies in a
 * schema of its own and is left out too: it carries ids of rows that are all here, and is filled from them again.
 */
const LEFT_OUT = ['migration', 'session'];

/** Every table that is kept, with the columns that hold what was written and not what is worked out from it. */
export async function tablesOf(client: pg.Client): Promise<TableLine[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by 1 order by 1`,
    [LEFT_OUT],
  );
  return rows;
}

/** @throws BackupRefused when row-level security would keep some rows from whoever takes the backup, unseen */
export async function requireWholeSight(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `select c.relname as table from pg_class c, pg_roles r
     where r.rolname = current_user and not (r.rolsuper or r.rolbypassrls)
       and c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
       and (c.relforcerowsecurity or not pg_has_role(c.relowner, 'usage'))
       and not exists (
         select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
           and p.permissive = 'PERMISSIVE' and p.cmd in ('SELECT', 'ALL') and p.qual = 'true'
           and p.roles && array[current_user, 'public'::name])
     order by 1`,
  );
  if (rows.length > 0)
    throw new BackupRefused(
      `Not every row of ${rows.map(({ table }) => table).join(', ')} may be read by this login. Take the backup as the owner that ran the migrations (DATABASE_OWNER_URL).`,
    );
}

/** The migrations that were applied, oldest first; none on a database that never was Probity's. */
export async function migrationsOf(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows: there } = await client.query(
    `select from pg_class where relnamespace = 'public'::regnamespace and relname = 'migration'`,
  );
  if (there.length === 0) return [];
  const { rows } = await client.query<AppliedMigration>(
    'select timestamp::text, name from public.migration order by timestamp, name',
  );
  return rows;
}

export async function sequencesOf(client: pg.Client): Promise<SequenceState[]> {
  const { rows } = await client.query<SequenceState>(
    `select sequencename as name, last_value::text as "lastValue" from pg_sequences
     where schemaname = 'public' order by 1`,
  );
  // The migrations' own numbering starts again with them.
  return rows.filter(({ name }) => name !== 'migration_id_seq');
}

/** Values are written and read in one form, whatever the server or the login is set to. */
export async function settleForms(client: pg.Client): Promise<void> {
  await client.query(`
    set client_encoding = 'UTF8'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC';
    set bytea_output = 'hex'; set extra_float_digits = 3; set statement_timeout = 0; set lock_timeout = 0;
    set idle_in_transaction_session_timeout = 0;`);
}

/** A name of the database's, for a statement. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;
