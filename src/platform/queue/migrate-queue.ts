import { runMigrations } from 'bullmq';
import type pg from 'pg';

/** The queue's tables live in a schema of their own. */
export const QUEUE_SCHEMA = 'bullmq';
/** One queue carries all jobs, each by its name. */
export const QUEUE_NAME = 'probity';

/** Brings the queue's own tables up to date, as the owner, and lets the application's role use them. */
export async function migrateQueue(client: pg.Client): Promise<void> {
  await runMigrations(client, QUEUE_SCHEMA);
  // BullMQ makes a queue's sequence at the first job; the application's role may not make anything, so we do.
  await client.query(`
    do $$ begin
      execute format('create sequence if not exists ${QUEUE_SCHEMA}.%I', ${QUEUE_SCHEMA}.job_id_seq_name('${QUEUE_NAME}'));
    end $$;
    grant usage on schema ${QUEUE_SCHEMA} to probity_app;
    grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to probity_app;
    grant usage, select, update on all sequences in schema ${QUEUE_SCHEMA} to probity_app;
    grant execute on all functions in schema ${QUEUE_SCHEMA} to probity_app;
  `);
}
