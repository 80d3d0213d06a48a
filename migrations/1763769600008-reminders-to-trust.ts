import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders to officers too; what became of each message; each authority's settings, and each member's wishes. */
export class RemindersToTrust1763769600008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // An officer or a clerk is told as an account, a member as a member. One of the two.
    for (const table of ['message', 'reminder']) {
      await runner.query(`
        alter table ${table}
          alter column member_id drop not null,
          add column account_id uuid references account (id),
          add column useful_until timestamptz,
          add constraint ${table}_has_one_reader check (num_nonnulls(member_id, account_id) = 1)`);
    }
    await runner.query(`
      alter table reminder
        add column act_by timestamptz,
        add column held_until timestamptz,
        add column hurried boolean not null default false,
        drop constraint reminder_state_check,
        add constraint reminder_state_check
          check (state in ('planned', 'in-message', 'withdrawn', 'missed', 'failed')),
        drop constraint reminder_is_planned_once,
        add constraint reminder_is_planned_once
          unique nulls not distinct (authority_id, member_id, account_id, rule, subject, step, edition)`);
    // So many days are each council's own choice now. What was planned, or told, under the old name is known by the new
    // one, and is not told again. Row-level security binds the owner too.
    await runner.query(`alter table reminder no force row level security`);
    await runner.query(`update reminder set step = 'days-before' where step = 'three-days-before'`);
    await runner.query(`alter table reminder force row level security`);
    await runner.query(`create index reminder_failed on reminder (held_until) where state = 'failed'`);
    await runner.query(`create index reminder_of_message on reminder (authority_id, message_id)`);
    await runner.query(`drop index reminder_due`);
    await runner.query(
      `create index reminder_due on reminder (authority_id, due_at) where state = 'planned'`,
    );

    // What the channel said of it, and how often it was tried.
    await runner.query(`
      alter table message
        drop constraint message_channel_check,
        add constraint message_channel_check check (channel in ('mail', 'notify')),
        add column asked_at timestamptz,
        add column tries integer not null default 0,
        add column last_error text,
        add column failed_at timestamptz,
        add column withdrawn_at timestamptz,
        add column provider_id text,
        add column delivery text
          check (delivery in ('delivered', 'temporary-failure', 'permanent-failure', 'technical-failure')),
        add column delivery_at timestamptz`);
    await runner.query(`drop index message_unsent`);
    await runner.query(`
      create index message_unsent on message (fixed_at)
      where sent_at is null and withdrawn_at is null`);
    await runner.query(`create index message_of_reader on message (authority_id, member_id, day)`);

    await runner.query(`
      create table reminder_setting (
        authority_id uuid not null primary key references authority (id),
        clock_days integer[] not null check (array_length(clock_days, 1) between 1 and 10),
        clock_at time not null,
        escalate_after_days integer not null check (escalate_after_days between 0 and 60),
        days_before_meeting integer not null check (days_before_meeting between 1 and 14),
        days_before_at time not null,
        evening_at time not null,
        morning_at time not null,
        days_before_end integer[] not null check (array_length(days_before_end, 1) between 1 and 10),
        quiet_from time not null,
        quiet_to time not null,
        digest_at time not null,
        at_once_a_day integer not null check (at_once_a_day between 1 and 20),
        notices_hour integer check (notices_hour between 0 and 23),
        paused_at timestamptz
      )`);
    await runner.query(`call protect_by_authority('reminder_setting', 'select, insert, update')`);

    // What a member has turned off. Turning it on again takes the row away; the audit trail keeps both.
    await runner.query(`
      create table reminder_wish (
        authority_id uuid not null,
        member_id uuid not null,
        kind text not null,
        off_since timestamptz not null,
        primary key (authority_id, member_id, kind),
        foreign key (authority_id, member_id) references member (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('reminder_wish', 'select, insert, delete')`);

    // The key of a member's calendar address. Only its hash is kept: the address is shown once, when it is made.
    await runner.query(`
      create table calendar_key (
        authority_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        key_hash bytea not null constraint calendar_key_is_unique unique,
        made_at timestamptz not null,
        withdrawn_at timestamptz,
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id)
      )`);
    await runner.query(`
      create unique index calendar_key_stands_once on calendar_key (authority_id, member_id)
      where withdrawn_at is null`);
    await runner.query(`call protect_by_authority('calendar_key', 'select, insert, update')`);

    // For the worker's round. Ids alone cross authorities.
    await runner.query(`drop function members_with_due_reminders(timestamptz, integer)`);
    await runner.query(`
      create function authorities_with_due_reminders(as_at timestamptz) returns table (authority_id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select due.authority_id from (
          select r.authority_id, r.due_at from reminder r
          where r.state = 'planned' and r.due_at <= as_at and (r.held_until is null or r.held_until <= as_at)
          union all
          select r.authority_id, r.due_at from reminder r where r.state = 'planned' and r.hurried
          union all
          select r.authority_id, r.due_at from reminder r where r.state = 'failed' and r.due_at <= as_at and r.held_until <= as_at
        ) due
        group by due.authority_id order by min(due.due_at)
      $$`);
    await runner.query(`
      create or replace function unsent_messages(fixed_before timestamptz, at_most integer)
      returns table (authority_id uuid, id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select m.authority_id, m.id from message m
        where m.sent_at is null and m.withdrawn_at is null and m.fixed_at <= fixed_before
          and (m.failed_reason is null
               or (m.failed_reason = 'given-up' and m.failed_at <= fixed_before - interval '1 hour'))
          and not exists (select 1 from reminder_setting s
                          where s.authority_id = m.authority_id and s.paused_at is not null)
        order by m.fixed_at, m.position limit at_most
      $$`);
    // Where each chain stood when somebody else than the reminders themselves last added to it.
    await runner.query(`
      create function changes_to_plan_from() returns table (authority_id uuid, "position" bigint)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select a.id,
          coalesce((select e.position from audit_event e
                    where e.authority_id = a.id and not (e.actor_kind = 'system' and e.actor = 'reminders')
                    order by e.position desc limit 1), 0)
        from authority a
      $$`);
    // A callback names a message by its id alone.
    await runner.query(`
      create function authority_of_message(message uuid) returns uuid
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select m.authority_id from message m where m.id = message
      $$`);
    // A calendar program brings the key and nothing else.
    await runner.query(`
      create function calendar_of(hash bytea) returns table (authority_id uuid, member_id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select k.authority_id, k.member_id from calendar_key k where k.key_hash = hash and k.withdrawn_at is null
      $$`);
    // Ordered and not done: its job may have been lost with the queue.
    await runner.query(`
      create function imports_being_taken_over() returns table (authority_id uuid, id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select i.authority_id, i.id from register_import i where i.state = 'taking-over'
      $$`);
    // The monitoring officer of the principal authority answers for a parish’s register (Localism Act 2011 s.29(4), (9)),
    // whose unit of work does not see that authority's roles. It tells of an authority that is acted for, and of no other.
    await runner.query(`
      create function accounts_answering_for(authority_id uuid, held_roles text[], on_day date)
      returns table (account_id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select distinct h.account_id
        from authority a
        join role_holding h on h.authority_id in (a.id, a.principal_authority_id)
        join account p on p.id = h.account_id and p.disabled_at is null
        where a.id = $1 and a.id = any (acting_authorities())
          and h.role = any ($2) and daterange(h.from_on, h.to_on, '[]') @> $3
      $$`);
    for (const signature of [
      'accounts_answering_for(uuid, text[], date)',
      'authorities_with_due_reminders(timestamptz)',
      'changes_to_plan_from()',
      'authority_of_message(uuid)',
      'calendar_of(bytea)',
      'imports_being_taken_over()',
    ]) {
      await runner.query(`revoke all on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to probity_app`);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
