import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages that were fixed together are carried by one job: what a queue does for a job costs as much as sending. */
export class MessagesGoTogether1763769600024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A message of before, or of the version before, is a batch of its own.
    await runner.query(`alter table message add column batch uuid`);
    // Zero downtime: only of what is still to be sent, which is little.
    await runner.query(
      `create index message_unsent_batch on message (authority_id, batch) where sent_at is null`,
    );
    // `unsent_messages` stays for the version before, which may run beside this one while it is replaced.
    await runner.query(`
      create function unsent_batches(fixed_before timestamptz, at_most integer)
      returns table (authority_id uuid, batch uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select m.authority_id, coalesce(m.batch, m.id) from message m
        where m.sent_at is null and m.withdrawn_at is null and m.fixed_at <= fixed_before
          and (m.failed_reason is null
               or (m.failed_reason = 'given-up' and m.failed_at <= fixed_before - interval '1 hour'))
          and not exists (select 1 from reminder_setting s
                          where s.authority_id = m.authority_id and s.paused_at is not null)
        group by m.authority_id, coalesce(m.batch, m.id)
        order by min(m.fixed_at), min(m.position) limit at_most
      $$`);
    await runner.query(`revoke all on function unsent_batches(timestamptz, integer) from public`);
    await runner.query(`grant execute on function unsent_batches(timestamptz, integer) to probity_app`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
