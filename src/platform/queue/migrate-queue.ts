import { runMigrations } from 'bullmq';
import type pg from 'pg';

/** The queue's tables live in a schema of their own. */
export const QUEUE_SCHEMA = 'bullmq';

/** Brings the queue's own tables up to date, as the owner, and lets the application's role use them. */
export async function migrateQueue(client: pg.Client): Promise<void> {
  await runMigrations(client, QUEUE_SCHEMA);
  await client.query(`
    grant usage on schema ${QUEUE_SCHEMA} to probity_app;
    grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to probity_app;
    grant usage, select, update on all sequences in schema ${QUEUE_SCHEMA} to probity_app;
    grant execute on all functions in schema ${QUEUE_SCHEMA} to probity_app;
  `);
}
