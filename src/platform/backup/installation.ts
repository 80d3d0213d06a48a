import type pg from 'pg';
import { QUEUE_SCHEMA } from '../queue/index.js';
import { migrationsOf } from './catalogue.js';
import { BackupRefused } from './refused.js';

/** Nobody has an account, nothing is set up and nothing has happened: what a start makes by itself does not count. */
export async function isEmpty(client: pg.Client): Promise<boolean> {
  for (const table of ['account', 'authority', 'audit_event', 'audit_head']) {
    const { rows: there } = await client.query(
      `select from pg_class where relnamespace = 'public'::regnamespace and relname = $1`,
      [table],
    );
    if (there.length === 0) continue;
    const { rowCount } = await client.query(`select from public.${table} limit 1`);
    if (rowCount !== 0) return false;
  }
  return true;
}

/**
 * How many sessions beside this one are in the database. Of other people's an owner who is no superuser sees little more
 * than that they are there; the server's own housekeeping is nobody's.
 */
export async function othersConnected(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null`,
  );
  return rows[0]?.count ?? 0;
}

/**
 * Takes the tables of an empty installation away, which may be of another version than the backup's. Nothing is done
 * where there are none. Other people's tables are left alone: there the restore is refused.
 */
export async function clearAway(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  if (rows.length === 0) return;
  // Killed before its first migration, a start or a restore leaves the list of them alone, and empty.
  const isBeginning = rows.every(({ name }) => name === 'migration');
  if (!isBeginning && (await migrationsOf(client)).length === 0)
    throw new BackupRefused(
      'There are tables in this database that are not Probity’s. Give it one of its own.',
    );
  await client.query('begin');
  await client.query(`drop schema if exists ${QUEUE_SCHEMA} cascade`);
  await client.query('drop schema public cascade');
  await client.query('create schema public');
  await client.query('commit');
}
