import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How long each council keeps what is about people, what holds an erasure back, and when each was last looked through.
 * What may only go when its time has come is erased by functions that ask the rows themselves, so that the application
 * can delete nothing of a register, a briefing or a case file that is still needed.
 */
export class Retention1763769600020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table retention_period (
        authority_id uuid not null references authority (id),
        kind text not null check (kind ~ '^[a-z-]{3,40}$'),
        months integer not null check (months between 0 and 600),
        primary key (authority_id, kind)
      )`);
    await runner.query(`call protect_by_authority('retention_period', 'select, insert, update')`);

    // Without a member it holds everything of the authority.
    await runner.query(`
      create table retention_hold (
        authority_id uuid not null references authority (id),
        id uuid not null,
        member_id uuid,
        -- Encrypted (platform/sealing): whatever a person writes may tell a sensitive detail.
        reason text not null check (reason like 'v1.%'),
        placed_at timestamptz not null,
        placed_by uuid not null references account (id),
        lifted_at timestamptz,
        lifted_by uuid references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        constraint retention_hold_is_lifted_by_somebody check ((lifted_at is null) = (lifted_by is null))
      )`);
    await runner.query(
      `create index retention_hold_stands on retention_hold (authority_id) where lifted_at is null`,
    );
    await runner.query(`call protect_by_authority('retention_hold', 'select, insert, update')`);

    // The installation's own run stands here too, under the id that is no authority.
    await runner.query(`
      create table retention_run (
        authority_id uuid primary key,
        last_on date not null,
        finished_at timestamptz not null,
        erased integer not null check (erased >= 0)
      )`);
    await runner.query(`call protect_by_authority('retention_run', 'select, insert, update')`);
    await runner.query(`
      create function authorities_to_look_through(on_day date) returns table (authority_id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select known.id from (
          select a.id from authority a union all select '00000000-0000-0000-0000-000000000000'::uuid) known
        where not exists (
          select from retention_run r where r.authority_id = known.id and r.last_on >= on_day)
        order by 1
      $$`);

    // The words of an old message are replaced; that it went, to which member and when, stays.
    await runner.query(`alter table message add column erased_at timestamptz`);
    await runner.query(`grant delete on outbox_mail, intake, register_import to probity_app`);

    await this.#former(runner);
    await this.#grownOld(runner);
    for (const signature of [
      'authorities_to_look_through(date)',
      'erase_former_registers(uuid, uuid[], date)',
      'erase_old_briefings(uuid, uuid[], date, uuid[])',
      'erase_closed_cases(uuid, uuid[], date)',
    ]) {
      await runner.query(`revoke all on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to probity_app`);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }

  /**
   * Row-level security binds the owner too, unless it is a superuser, as on some servers it is: so each says itself that
   * it reaches only an authority that is acted for.
   */
  async #former(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function erase_former_registers(asked_authority uuid, asked_members uuid[], left_before date) returns integer
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        former uuid[];
        told uuid[];
      begin
        if asked_authority <> all (acting_authorities()) then raise exception 'not acted for'; end if;
        select coalesce(array_agg(m.id), '{}') into former from member m
        where m.authority_id = asked_authority and m.id = any (asked_members)
          and exists (select from term_of_office t where t.authority_id = m.authority_id and t.member_id = m.id)
          and not exists (
            select from term_of_office t where t.authority_id = m.authority_id and t.member_id = m.id
              and (t.ended_on is null or t.ended_on >= left_before));
        select coalesce(array_agg(n.id), '{}') into told from notification n
        where n.authority_id = asked_authority and n.member_id = any (former);
        delete from public_line where authority_id = asked_authority and member_id = any (former);
        delete from sensitivity_request where authority_id = asked_authority and member_id = any (former);
        delete from notification_attachment where authority_id = asked_authority and notification_id = any (told);
        delete from notification_query where authority_id = asked_authority and notification_id = any (told);
        delete from notified_interest_fate f using notified_interest i
        where f.authority_id = asked_authority and i.authority_id = asked_authority
          and i.id = f.notified_interest_id and i.notification_id = any (told);
        -- Entries and what was notified name each other: both go in one statement.
        with entries as (
          delete from register_entry where authority_id = asked_authority and member_id = any (former))
        delete from notified_interest where authority_id = asked_authority and notification_id = any (told);
        delete from notification_answer where authority_id = asked_authority and notification_id = any (told);
        delete from notification where authority_id = asked_authority and id = any (told);
        delete from notification_draft where authority_id = asked_authority and member_id = any (former);
        delete from address_notice where authority_id = asked_authority and member_id = any (former);
        delete from register_confirmation where authority_id = asked_authority and member_id = any (former);
        return cardinality(former);
      end $$`);
  }

  async #grownOld(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function erase_old_briefings(asked_authority uuid, asked_meetings uuid[], held_before date, kept uuid[])
      returns integer
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        old uuid[];
        business uuid[];
      begin
        if asked_authority <> all (acting_authorities()) then raise exception 'not acted for'; end if;
        select coalesce(array_agg(m.id), '{}') into old from meeting m
        where m.authority_id = asked_authority and m.id = any (asked_meetings) and m.meets_on < held_before;
        select coalesce(array_agg(i.id), '{}') into business from agenda_item i
        where i.authority_id = asked_authority and i.meeting_id = any (old);
        delete from briefing_edition b where b.authority_id = asked_authority and b.meeting_id = any (old)
          and not b.member_id = any (kept);
        delete from relevance_answer r where r.authority_id = asked_authority and r.agenda_item_id = any (business)
          and not r.member_id = any (kept);
        delete from interview_answer a where a.authority_id = asked_authority and a.agenda_item_id = any (business)
          and not a.member_id = any (kept);
        return cardinality(old);
      end $$`);
    await runner.query(`
      create function erase_closed_cases(asked_authority uuid, asked_cases uuid[], closed_before date) returns integer
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare old uuid[];
      begin
        if asked_authority <> all (acting_authorities()) then raise exception 'not acted for'; end if;
        select coalesce(array_agg(c.id), '{}') into old from case_file c
        where c.authority_id = asked_authority and c.id = any (asked_cases)
          and (c.closed_at at time zone 'Europe/London')::date < closed_before;
        delete from case_file_note where authority_id = asked_authority and case_file_id = any (old);
        delete from case_file where authority_id = asked_authority and id = any (old);
        return cardinality(old);
      end $$`);
  }
}
