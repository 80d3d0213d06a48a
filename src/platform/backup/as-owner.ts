import pg from 'pg';
import { BackupRefused } from './refused.js';

/**
 * Does something on a connection of the owner's own. After a failure it is cut and not closed: rows may be half-way
 * through it, and the server undoes what was not committed.
 */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new BackupRefused(`The database cannot be reached (${(error as Error).message}).`);
  }
  // A connection that breaks fails what is asked on it, which is told; the event tells it once more.
  client.on('error', () => undefined);
  let done = false;
  try {
    const result = await work(client);
    done = true;
    return result;
  } finally {
    if (done) await client.end();
    else (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}
