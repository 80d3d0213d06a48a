import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What whoever keeps the server watches, counted over all authorities at once: numbers, and no name of anybody. */
export class Operations1763769600022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // An overdue duty is one that the reminders still plan weekly words of, after its last day: they stop when it is met.
    // Rows that are planned are few beside those that were told, and a partial index holds them.
    await runner.query(`
      create function operations_counts(as_at timestamptz)
      returns table (reminders_late integer, reminders_oldest timestamptz,
                     messages_unsent integer, messages_oldest timestamptz, duties_overdue integer)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        with goes as (
          select a.id from authority a
          where not exists (select from reminder_setting s where s.authority_id = a.id and s.paused_at is not null)
        ), late as (
          select count(*)::integer as number, min(r.due_at) as oldest
          from reminder r join goes on goes.id = r.authority_id
          where r.state = 'planned' and r.due_at <= as_at - interval '5 minutes'
            and (r.held_until is null or r.held_until <= as_at - interval '5 minutes')
        ), unsent as (
          select count(*)::integer as number, min(m.fixed_at) as oldest
          from message m join goes on goes.id = m.authority_id
          where m.sent_at is null and m.withdrawn_at is null and m.failed_reason is null
            and m.fixed_at <= as_at - interval '5 minutes'
        ), overdue as (
          select count(distinct (r.authority_id, r.member_id, r.rule, r.subject))::integer as number
          from reminder r
          where r.state = 'planned' and r.member_id is not null and r.step like 'week-%-after'
        )
        select late.number, late.oldest, unsent.number, unsent.oldest, overdue.number from late, unsent, overdue
      $$`);
    await runner.query(`revoke all on function operations_counts(timestamptz) from public`);
    await runner.query(`grant execute on function operations_counts(timestamptz) to probity_app`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
