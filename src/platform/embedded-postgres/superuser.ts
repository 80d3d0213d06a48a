import pg from 'pg';
import { SUPERUSER } from './cluster.js';
import { EmbeddedPostgresRefused, hasCode } from './refused.js';

const CONNECT_LIMIT_MS = 10_000;

/** How to reach a running server: its socket's folder and the superuser's password. */
export interface Reach {
  readonly socketFolder: string;
  readonly password: string;
}

/**
 * Opens a session as the superuser, in the database `postgres`. The caller ends it.
 * @throws EmbeddedPostgresRefused when the password is wrong, and the connection's own error otherwise
 */
export async function connectAsSuperuser(reach: Reach, dataFolder: string): Promise<pg.Client> {
  const client = new pg.Client({
    host: reach.socketFolder,
    port: 5432,
    ssl: false,
    user: SUPERUSER,
    database: 'postgres',
    password: reach.password,
    application_name: `Probity, process ${process.pid}`,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
  });
  // A session that breaks is noticed where it is used; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    if (!hasCode(error, '28P01')) throw error;
    throw new EmbeddedPostgresRefused(
      `The passwords in ${dataFolder} do not open the database there: put the right ones back, or set DATA_DIR to another folder.`,
    );
  }
}
