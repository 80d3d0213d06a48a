import type pg from 'pg';
import type { Passwords } from './passwords.js';
import { connectAsSuperuser, type Reach } from './superuser.js';

const DATABASE = 'probity';
const OWNER = 'probity_owner';
const APP = 'probity_app';

/** The two ways in: the owner's, for migrations, and the application's, which row-level security binds. */
export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/**
 * Makes the two roles and the database where they are missing, and sets again what must hold of them. Neither role
 * is a superuser, so that what works here works on a server that somebody else runs.
 */
export async function provision(
  reach: Reach,
  passwords: Passwords,
  dataFolder: string,
): Promise<DatabaseUrls> {
  const client = await connectAsSuperuser(reach, dataFolder);
  try {
    await ensureRole(client, OWNER, `createdb password '${passwords.owner}'`);
    await ensureRole(client, APP, `nocreatedb password '${passwords.app}'`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`);
    await client.query(`revoke all on database ${DATABASE} from public`);
    await client.query(`grant connect on database ${DATABASE} to ${APP}`);
  } finally {
    await client.end();
  }
  return urlsOf(passwords, reach.socketFolder);
}

/** The addresses of the database for its two roles. */
export function urlsOf(passwords: Passwords, socketFolder: string): DatabaseUrls {
  return {
    ownerUrl: urlOf(OWNER, passwords.owner, socketFolder),
    appUrl: urlOf(APP, passwords.app, socketFolder),
  };
}

async function ensureRole(client: pg.Client, role: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (rowCount === 0) await client.query(`create role ${role}`);
  await client.query(
    `alter role ${role} login nosuperuser nocreaterole noreplication nobypassrls ${attributes}`,
  );
}

/** A folder in the place of the host name is how a URL names a unix socket. */
function urlOf(role: string, password: string, socketFolder: string): string {
  return `postgres://${role}:${password}@${encodeURIComponent(socketFolder)}:5432/${DATABASE}`;
}
