import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import pg from 'pg';

/** A migrated, empty database for one test file. */
export interface TestDatabase {
  readonly ownerUrl: string;
  /** As the application connects: bound by row-level security. */
  readonly appUrl: string;
  /** Ends every session in it and removes it. */
  drop(): Promise<void>;
}

/** Makes a database on the server of this test run (test/support/global-setup.js). Takes a tenth of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { TEST_SERVER_OWNER_URL: serverUrl, TEST_SERVER_APP_URL: appUrl } = process.env;
  if (serverUrl === undefined || appUrl === undefined) {
    throw new Error('The test server does not run: start the tests with the project’s jest.config.js.');
  }
  const name = uniqueName();
  await asOwner(serverUrl, `create database ${name} template probity_template`);
  return {
    ownerUrl: withDatabase(serverUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: () => dropDatabase(serverUrl, name),
  };
}

/** A PostgreSQL server that somebody else runs, given by TEST_DATABASE_URL as a role that may make databases and roles. */
export interface ExternalServer {
  /** Makes and migrates a database of its own there. Nothing that was there before is touched. */
  createDatabase(): Promise<TestDatabase>;
}

/** The server at TEST_DATABASE_URL; undefined where none is given, and then a suite says that it is skipped. */
export function externalServer(): ExternalServer | undefined {
  const serverUrl = process.env.TEST_DATABASE_URL;
  return serverUrl ? { createDatabase: () => createExternalDatabase(serverUrl) } : undefined;
}

/**
 * Roles belong to the whole server, and somebody's `probity_app` with its password may be there. So the sessions of
 * the test belong to a role of their own that is a member of `probity_app` and is removed with the database.
 */
async function createExternalDatabase(serverUrl: string): Promise<TestDatabase> {
  const name = uniqueName();
  const password = randomBytes(24).toString('hex');
  await asOwner(
    serverUrl,
    `do $$ begin create role probity_app nologin; exception when duplicate_object then null; end $$`,
    `create role ${name} login password '${password}' in role probity_app`,
    `create database ${name} template template0 encoding 'UTF8'`,
  );
  const drop = (): Promise<void> =>
    asOwner(serverUrl, `drop database if exists ${name} with (force)`, `drop role if exists ${name}`);
  const ownerUrl = withDatabase(serverUrl, name);
  const appUrl = new URL(ownerUrl);
  appUrl.username = name;
  appUrl.password = password;
  try {
    await migrateAsBuilt(ownerUrl);
  } catch (error) {
    await drop();
    throw error;
  }
  return { ownerUrl, appUrl: appUrl.href, drop };
}

/**
 * Brings a database up to date with the built migrations, in a process of its own: TypeORM imports them all at once, which
 * Jest's loader does not always bear.
 */
export async function migrateAsBuilt(ownerUrl: string): Promise<void> {
  const built = new URL('../../dist/src/platform/database/index.js', import.meta.url).href;
  const program = `const { migrate } = await import(${JSON.stringify(built)}); await migrate(process.argv[1]);`;
  const words = ['--input-type=module', '-e', program, ownerUrl];
  await promisify(execFile)(process.execPath, words);
}

function uniqueName(): string {
  return `probity_test_${randomBytes(8).toString('hex')}`;
}

/**
 * The owner may not end the application's sessions, and one that was closed a moment ago may still be leaving: then the
 * server refuses to force it, and the next try finds it gone.
 */
async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const NOT_PERMITTED = '42501';
  for (let tries = 1; ; tries += 1) {
    try {
      await asOwner(serverUrl, `drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== NOT_PERMITTED || tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function asOwner(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
