import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a member was told before a meeting, and every reminder with the message that carried it. */
export class BriefingsAndReminders1763769600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Evidence: what was known and said. The words are sealed, because they name interests.
    await runner.query(`
      create table briefing_edition (
        authority_id uuid not null,
        id uuid not null,
        meeting_id uuid not null,
        member_id uuid not null,
        edition integer not null check (edition > 0),
        fingerprint text not null,
        agenda_revision integer not null,
        register_version bigint not null,
        rule_versions jsonb not null,
        matcher_version text not null,
        details text not null check (details like 'v1.%'),
        made_at timestamptz not null,
        sent_at timestamptz,
        first_opened_at timestamptz,
        primary key (authority_id, id),
        foreign key (authority_id, meeting_id) references meeting (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        constraint briefing_edition_number_is_unique unique (authority_id, meeting_id, member_id, edition)
      )`);
    await runner.query(`call protect_by_authority('briefing_edition', 'select, insert, update')`);

    // One member, one channel, one day: fixed before it is queued, so that a retry sends the same message.
    await runner.query(`
      create table message (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        member_id uuid not null,
        channel text not null check (channel in ('mail')),
        day date not null,
        to_address text not null,
        subject text not null,
        details text not null check (details like 'v1.%'),
        message_id text not null constraint message_id_is_unique unique,
        fixed_at timestamptz not null,
        sent_at timestamptz,
        failed_reason text,
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id)
      )`);
    await runner.query(`create index message_unsent on message (fixed_at) where sent_at is null`);
    await runner.query(`call protect_by_authority('message', 'select, insert, update')`);

    // The key of a reminder: member, rule, subject, step, edition. The same thing is never planned twice.
    await runner.query(`
      create table reminder (
        authority_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        rule text not null,
        subject text not null,
        step text not null,
        edition text not null,
        due_at timestamptz not null,
        state text not null check (state in ('planned', 'in-message', 'withdrawn', 'missed')),
        reason text,
        planned_at timestamptz not null,
        message_id uuid,
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, message_id) references message (authority_id, id),
        constraint reminder_is_planned_once unique (authority_id, member_id, rule, subject, step, edition),
        constraint reminder_in_message check ((state = 'in-message') = (message_id is not null))
      )`);
    await runner.query(`create index reminder_due on reminder (due_at) where state = 'planned'`);
    await runner.query(`call protect_by_authority('reminder', 'select, insert, update')`);

    // For the worker's round: which members have something due, in whatever authority.
    await runner.query(`
      create function members_with_due_reminders(as_at timestamptz, at_most integer)
      returns table (authority_id uuid, member_id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select r.authority_id, r.member_id from reminder r
        where r.state = 'planned' and r.due_at <= as_at
        group by r.authority_id, r.member_id order by min(r.due_at) limit at_most
      $$`);
    // Messages that were fixed and not sent: a crash between the two is mended from here.
    await runner.query(`
      create function unsent_messages(fixed_before timestamptz, at_most integer)
      returns table (authority_id uuid, id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select m.authority_id, m.id from message m
        where m.sent_at is null and m.failed_reason is null and m.fixed_at <= fixed_before
        order by m.fixed_at limit at_most
      $$`);
    for (const signature of [
      'members_with_due_reminders(timestamptz, integer)',
      'unsent_messages(timestamptz, integer)',
    ]) {
      await runner.query(`revoke all on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to probity_app`);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
