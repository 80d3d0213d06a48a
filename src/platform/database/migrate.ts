import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { APP_ROLE } from '../config/index.js';
import { migrateQueue } from '../queue/index.js';

/** One number for the whole project: 'prob' in ASCII. Held while migrations run, so that two starts do not race. */
export const MIGRATION_LOCK = 0x70726f62;

/** A database that cannot be used; the message is a sentence for the operator. */
export class DatabaseRefused extends Error {}

/** 'back'. A backup holds it shared while it reads; migrations that change something wait for it, a mere start does not. */
export const BACKUP_LOCK = 0x6261636b;

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** The migrations that this program knows: the number with which each file begins, and the file. */
export function knownMigrations(): ReadonlyMap<string, string> {
  const files = readdirSync(MIGRATIONS).filter((file) => /^\d+-.*(?<!\.d)\.[jt]s$/.test(file));
  return new Map(files.sort().map((file) => [file.slice(0, file.indexOf('-')), join(MIGRATIONS, file)]));
}

/**
 * Brings a database to the newest version, as its owner: our migrations and the queue's own, one process at a time.
 * Safe to run at every start and by several processes at once.
 * @param only the numbers of the migrations to run, for a database as an older version left it; all unless told
 */
export async function migrate(ownerUrl: string, only?: ReadonlySet<string>): Promise<void> {
  const lock = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await lock.connect();
  } catch (error) {
    throw new DatabaseRefused(
      `The database cannot be reached (${reason(error)}). Check that it runs and that DATABASE_URL and DATABASE_OWNER_URL are right.`,
    );
  }
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await requireAppRole(lock);
    const owner = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations: filesOf(only),
      migrationsTableName: 'migration',
      migrationsTransactionMode: 'each',
    });
    await owner.initialize();
    try {
      if (await owner.showMigrations()) {
        await lock.query('select pg_advisory_lock($1)', [BACKUP_LOCK]);
        await owner.runMigrations();
      }
    } finally {
      await owner.destroy();
    }
    await migrateQueue(lock);
  } finally {
    await lock.end();
  }
}

function filesOf(only: ReadonlySet<string> | undefined): string[] {
  const wanted = [...knownMigrations()].filter(([number]) => only?.has(number) ?? true);
  return wanted.map(([, file]) => file);
}

async function requireAppRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    `select rolsuper, rolbypassrls from pg_roles where rolname = 'probity_app'`,
  );
  const [role] = rows;
  if (role === undefined) {
    if (await mayMakeRoles(client)) {
      await client.query(`create role ${APP_ROLE} nologin`);
      return;
    }
    throw new DatabaseRefused(
      'The role probity_app does not exist on this server. Create it first: docs/external-database.md has the script.',
    );
  }
  if (role.rolsuper || role.rolbypassrls) {
    throw new DatabaseRefused(
      'The role probity_app may bypass row-level security, so it could read every council’s data. Take SUPERUSER and BYPASSRLS from it.',
    );
  }
}

async function mayMakeRoles(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  );
  return rows[0]?.may === true;
}

/** What went wrong without what only a programmer would read. AggregateError is what `localhost` gives. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : String(error);
}
