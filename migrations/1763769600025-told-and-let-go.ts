import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Append-only, the owner included; what their period has ended for goes by the functions below and by nothing else. With the
 * columns that stay as they are: sealed words may be sealed anew.
 */
const LET_GO = {
  escalation_step:
    'authority_id, id, member_id, rule, subject, step, channel, body_id, meeting_id, happened_on, recorded_at, recorded_by',
  escalation_letter_event: 'authority_id, id, step_id, kind, to_address, reason, happened_at',
  advice_question:
    'authority_id, id, member_id, meeting_id, agenda_item_id, item_title, says_sensitive, asked_at, asked_by',
  advice_answer: 'authority_id, id, question_id, edition, answered_at, answered_by',
  advice_told: 'authority_id, answer_id, outcome, happened_at',
};

/**
 * People are told by mail when their own sign-in changes. And an end for what had none: advice, letters about open duties,
 * the words of declarations, deliveries of webhooks, and the sign-in of those who have left.
 */
export class ToldAndLetGo1763769600025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.#notices(runner);
    await this.#letGo(runner);
    await this.#declarations(runner);
    await this.#accounts(runner);
    await runner.query(`grant delete on webhook_delivery, webhook_event to probity_app`);
    for (const signature of [
      'erase_old_advice(uuid, uuid[], date)',
      'erase_old_letters(uuid, uuid[], date)',
      'erase_old_declarations(uuid, uuid[], text[], date, timestamptz)',
      'accounts_of_those_who_left()',
      'erase_left_accounts(uuid, uuid[], date, timestamptz)',
    ]) {
      await runner.query(`revoke all on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to probity_app`);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }

  /** Written in the transaction of the change that it tells of, and mailed afterwards for as long as that takes. */
  async #notices(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account_notice (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references account (id),
        change text not null check (change ~ '^[a-z-]{3,40}$'),
        -- Machine time, both.
        happened_at timestamptz not null default now(),
        -- When the channel took it, or refused it for good.
        settled_at timestamptz
      )`);
    await runner.query(`create index account_notice_account on account_notice (account_id)`);
    await runner.query(
      `create index account_notice_owed on account_notice (happened_at) where settled_at is null`,
    );
    await runner.query(`grant select, insert, update, delete on account_notice to probity_app`);
  }

  async #letGo(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(LET_GO)) {
      await runner.query(`drop trigger ${table}_is_append_only on ${table}`);
      await runner.query(`
        create trigger ${table}_is_append_only before update of ${columns} on ${table}
        for each row execute function refuse_change()`);
      await runner.query(`
        create trigger ${table}_stays before delete on ${table} for each row
        when (current_setting('probity.letting_go', true) is distinct from 'yes') execute function refuse_change()`);
    }
    // Advice is counted from the meeting, or from the last word about it where that came later.
    await runner.query(`
      create function erase_old_advice(asked_authority uuid, asked_questions uuid[], told_before date) returns integer
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        old uuid[];
        answers uuid[];
      begin
        if asked_authority <> all (acting_authorities()) then raise exception 'not acted for'; end if;
        select coalesce(array_agg(q.id), '{}') into old from advice_question q
          join meeting m on m.authority_id = q.authority_id and m.id = q.meeting_id
        where q.authority_id = asked_authority and q.id = any (asked_questions) and m.meets_on < told_before
          and (q.asked_at at time zone 'Europe/London')::date < told_before
          and not exists (
            select from advice_answer a where a.authority_id = q.authority_id and a.question_id = q.id
              and (a.answered_at at time zone 'Europe/London')::date >= told_before);
        select coalesce(array_agg(a.id), '{}') into answers from advice_answer a
        where a.authority_id = asked_authority and a.question_id = any (old);
        perform set_config('probity.letting_go', 'yes', true);
        delete from advice_told where authority_id = asked_authority and answer_id = any (answers);
        delete from advice_answer where authority_id = asked_authority and id = any (answers);
        delete from advice_question where authority_id = asked_authority and id = any (old);
        perform set_config('probity.letting_go', '', true);
        return cardinality(old);
      end $$`);
    // All steps about one duty of a member go together, counted from the last of them.
    await runner.query(`
      create function erase_old_letters(asked_authority uuid, asked_steps uuid[], stepped_before date) returns integer
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare old uuid[];
      begin
        if asked_authority <> all (acting_authorities()) then raise exception 'not acted for'; end if;
        select coalesce(array_agg(s.id), '{}') into old from escalation_step s
        where s.authority_id = asked_authority and s.id = any (asked_steps)
          and not exists (
            select from escalation_step later where later.authority_id = s.authority_id
              and (later.member_id, later.rule, later.subject) = (s.member_id, s.rule, s.subject)
              and later.happened_on >= stepped_before);
        perform set_config('probity.letting_go', 'yes', true);
        delete from escalation_letter_event where authority_id = asked_authority and step_id = any (old);
        delete from escalation_step where authority_id = asked_authority and id = any (old);
        perform set_config('probity.letting_go', '', true);
        return cardinality(old);
      end $$`);
  }

  /** That a member declared, and at which item, is part of the record of the meeting; the words have their time. */
  async #declarations(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table disclosure add column erased_at timestamptz`);
    await runner.query(`
      create function erase_old_declarations(
        asked_authority uuid, asked uuid[], sealed text[], held_before date, erased timestamptz) returns integer
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare gone integer;
      begin
        if asked_authority <> all (acting_authorities()) then raise exception 'not acted for'; end if;
        update disclosure d set details = given.details, erased_at = erased
        from unnest(asked, sealed) as given (id, details), meeting m
        where d.authority_id = asked_authority and d.id = given.id and d.erased_at is null
          and m.authority_id = asked_authority and m.id = d.meeting_id and m.meets_on < held_before;
        get diagnostics gone = row_count;
        return gone;
      end $$`);
  }

  /**
   * An account stands outside authorities, so that whether somebody has left is asked of all of them at once. Who is held
   * anywhere stays. The row stays too, with the name: it stands beside what they did.
   */
  async #accounts(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table account add column erased_at timestamptz`);
    await runner.query(`
      create function accounts_of_those_who_left() returns table (id uuid, since date)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select a.id, greatest((a.created_at at time zone 'Europe/London')::date, roles.last_on, terms.last_on)
        from account a
        cross join lateral (
          select max(r.to_on) as last_on, coalesce(bool_or(r.to_on is null), false) as go_on
          from role_holding r where r.account_id = a.id) roles
        cross join lateral (
          select max(t.ended_on) as last_on, coalesce(bool_or(t.ended_on is null), false) as go_on
          from member m join term_of_office t on t.authority_id = m.authority_id and t.member_id = m.id
          where m.account_id = a.id) terms
        where a.erased_at is null and not a.is_administrator and not roles.go_on and not terms.go_on
          and not exists (
            select from member m join case_file c on c.authority_id = m.authority_id and c.member_id = m.id
            where m.account_id = a.id and c.closed_at is null)
          and not exists (
            select from retention_hold h where h.lifted_at is null and (
              exists (
                select from member m where m.account_id = a.id and m.authority_id = h.authority_id
                  and (h.member_id is null or h.member_id = m.id))
              or (h.member_id is null and exists (
                select from role_holding r where r.account_id = a.id and r.authority_id = h.authority_id))))
      $$`);
    await runner.query(`
      create function erase_left_accounts(installation uuid, asked uuid[], left_before date, erased timestamptz)
      returns integer
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare gone uuid[];
      begin
        if installation <> '00000000-0000-0000-0000-000000000000' or installation <> all (acting_authorities())
          then raise exception 'not acted for'; end if;
        select coalesce(array_agg(l.id), '{}') into gone from accounts_of_those_who_left() l
        where l.id = any (asked) and l.since < left_before;
        delete from session where account_id = any (gone);
        delete from known_device where account_id = any (gone);
        delete from provider_account where account_id = any (gone);
        delete from code_app where account_id = any (gone);
        delete from passkey where account_id = any (gone);
        delete from recovery_code where account_id = any (gone);
        delete from sign_in_link where account_id = any (gone);
        delete from interrupted_form where account_id = any (gone);
        delete from account_notice where account_id = any (gone);
        update account set email = 'erased-' || id || '@probity.invalid', password_hash = null,
          disabled_at = coalesce(disabled_at, erased), erased_at = erased
        where id = any (gone);
        return cardinality(gone);
      end $$`);
  }
}
