import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The seven prescribed descriptions, and the headings that a code of conduct adds. */
const CATEGORIES = `('employment', 'sponsorship', 'contracts', 'land', 'licences', 'corporate-tenancies', 'securities', 'other-bodies', 'gifts')`;
/** Whatever a person writes is encrypted (platform/sealing), reasons and questions too: they may tell a sensitive detail. */
const sealed = (column: string): string => `${column} text check (${column} like 'v1.%')`;

/** Changes, ends and corrections; the officer's questions; sensitive interests; the public register with its history. */
export class TheWholeRegister1763769600006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['notification_answer', 'notified_interest', 'register_entry']) {
      await runner.query(`alter table ${table} drop constraint ${table}_category_check`);
      await runner.query(
        `alter table ${table} add constraint ${table}_category_check check (category in ${CATEGORIES})`,
      );
    }

    // A paper form that an officer types in is a draft of its own, beside the one that the member is filling in.
    await runner.query(`
      alter table notification_draft
        add column channel text not null default 'web' check (channel in ('web', 'paper')),
        drop constraint notification_draft_pkey,
        add primary key (authority_id, member_id, channel)`);

    // A whole notification tells everything that is held; a change tells of one interest and leaves the rest as it is.
    await runner.query(`
      alter table notification
        add column kind text not null default 'whole' check (kind in ('whole', 'change')),
        alter column has_partner drop not null,
        drop constraint notification_channel_check,
        add constraint notification_channel_check check (channel in ('web', 'paper', 'import')),
        add constraint notification_whole_says_if_there_is_a_partner check (kind = 'change' or has_partner is not null)`);
    await runner.query(`
      alter table notified_interest
        add column act text not null default 'hold' check (act in ('hold', 'add', 'change', 'end', 'correct')),
        add column about_entry_id uuid,
        add column effective_on date,
        add column aware_on date,
        add foreign key (authority_id, about_entry_id) references register_entry (authority_id, id),
        add constraint notified_interest_is_about_an_entry
          check ((act in ('change', 'end', 'correct')) = (about_entry_id is not null))`);

    await runner.query(
      `create index notified_interest_of on notified_interest (authority_id, notification_id)`,
    );

    // What became of each interest that was notified. A notification is entered when each of its interests has a fate.
    await runner.query(`
      create table notified_interest_fate (
        authority_id uuid not null,
        notified_interest_id uuid not null,
        fate text not null check (fate in ('entered', 'repeated', 'ended', 'withdrawn')),
        register_entry_id uuid,
        decided_at timestamptz not null,
        decided_by uuid not null references account (id),
        primary key (authority_id, notified_interest_id),
        foreign key (authority_id, notified_interest_id) references notified_interest (authority_id, id),
        foreign key (authority_id, register_entry_id) references register_entry (authority_id, id),
        constraint notified_interest_fate_names_its_entry check ((fate = 'withdrawn') = (register_entry_id is null))
      )`);
    await runner.query(`call protect_by_authority('notified_interest_fate', 'select, insert')`);

    await runner.query(`
      create table notification_query (
        authority_id uuid not null,
        id uuid not null,
        notification_id uuid not null,
        notified_interest_id uuid,
        ${sealed('question')} not null,
        asked_at timestamptz not null,
        asked_by uuid not null references account (id),
        ${sealed('answer')},
        answered_at timestamptz,
        primary key (authority_id, id),
        foreign key (authority_id, notification_id) references notification (authority_id, id),
        foreign key (authority_id, notified_interest_id) references notified_interest (authority_id, id),
        constraint notification_query_is_answered_at_a_moment check ((answer is null) = (answered_at is null))
      )`);
    await runner.query(
      `create index notification_query_of on notification_query (authority_id, notification_id)`,
    );
    await runner.query(`call protect_by_authority('notification_query', 'select, insert, update')`);

    // The scan of a paper form.
    await runner.query(`
      create table notification_attachment (
        authority_id uuid not null,
        id uuid not null,
        notification_id uuid not null,
        media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
        bytes integer not null check (bytes > 0),
        ${sealed('content')} not null,
        attached_at timestamptz not null,
        attached_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, notification_id) references notification (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('notification_attachment', 'select, insert')`);

    // An officer who has an interest in a member's register leaves it to another.
    await runner.query(`
      create table stepped_aside (
        authority_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        account_id uuid not null references account (id),
        stepped_at timestamptz not null,
        primary key (authority_id, id),
        constraint stepped_aside_once unique (authority_id, member_id, account_id),
        foreign key (authority_id, member_id) references member (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('stepped_aside', 'select, insert')`);

    // thing_id stays the same through changes and corrections: the stable id of the interest.
    await runner.query(`
      alter table register_entry
        add column thing_id uuid,
        add column began_on date,
        add column ceased_on date,
        add column ended_at timestamptz,
        add column ended_because text check (ended_because in ('ended', 'changed', 'corrected', 'not-repeated')),
        drop constraint register_entry_once_per_interest`);
    await runner.query(`update register_entry set thing_id = id`);
    await runner.query(`
      update register_entry set ended_because = 'not-repeated', ended_at = ended_on::timestamp at time zone 'Europe/London'
      where ended_on is not null`);
    await runner.query(`
      alter table register_entry
        alter column thing_id set not null,
        add constraint register_entry_ended_for_a_reason
          check ((ended_on is null) = (ended_because is null) and (ended_on is null) = (ended_at is null))`);
    await runner.query(
      `create unique index register_entry_current_thing on register_entry (authority_id, thing_id) where ended_on is null`,
    );
    await runner.query(
      `create index register_entry_notified on register_entry (authority_id, notified_interest_id)`,
    );

    await runner.query(`
      create table sensitivity_request (
        authority_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        register_entry_id uuid,
        notified_interest_id uuid,
        origin text not null check (origin in ('member', 'likeness')),
        ${sealed('reason')} not null,
        requested_at timestamptz not null,
        requested_by uuid not null references account (id),
        decision text check (decision in ('agreed', 'not-agreed', 'ended')),
        ${sealed('decision_reason')},
        review_on date,
        decided_at timestamptz,
        decided_by uuid references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, register_entry_id) references register_entry (authority_id, id),
        foreign key (authority_id, notified_interest_id) references notified_interest (authority_id, id),
        constraint sensitivity_request_is_about_something check (num_nonnulls(register_entry_id, notified_interest_id) > 0),
        constraint sensitivity_request_decided_by_someone check (
          (decision is null) = (decided_at is null) and (decision is null) = (decided_by is null))
      )`);
    await runner.query(
      `create index sensitivity_request_entry on sensitivity_request (authority_id, register_entry_id)`,
    );
    await runner.query(
      `create index sensitivity_request_told on sensitivity_request (authority_id, notified_interest_id)`,
    );
    await runner.query(`call protect_by_authority('sensitivity_request', 'select, insert, update')`);

    // Who may read sensitive details, by name and never by role alone.
    await runner.query(`
      create table named_officer (
        authority_id uuid not null references authority (id),
        id uuid not null,
        account_id uuid not null references account (id),
        named_at timestamptz not null,
        named_by uuid references account (id),
        ended_at timestamptz,
        primary key (authority_id, id)
      )`);
    await runner.query(
      `create unique index named_officer_once on named_officer (authority_id, account_id) where ended_at is null`,
    );
    await runner.query(`call protect_by_authority('named_officer', 'select, insert, update')`);

    // What one person is in which authorities: as before, and whether an officer is named to read sensitive details.
    await runner.query(`
      create or replace function memberships_of_account(account uuid, on_day date)
      returns table (authority_id uuid, slug text, name text, member_id uuid, roles text[])
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        with office as (
          select m.authority_id, m.id as member_id
          from member m
          where m.account_id = account and exists (
            select from term_of_office t where t.authority_id = m.authority_id and t.member_id = m.id
              and daterange(t.became_member_on, t.ended_on, '[]') @> on_day)
        ), roles_held as (
          select r.authority_id, r.role from role_holding r
          where r.account_id = account and daterange(r.from_on, r.to_on, '[]') @> on_day
          union
          select n.authority_id, 'named-officer' from named_officer n
          where n.account_id = account and n.ended_at is null and exists (
            select from role_holding r where r.authority_id = n.authority_id and r.account_id = account
              and r.role in ('monitoring-officer', 'deputy-monitoring-officer')
              and daterange(r.from_on, r.to_on, '[]') @> on_day)
        ), held as (
          select r.authority_id, array_agg(distinct r.role order by r.role) as roles from roles_held r group by r.authority_id
        )
        select a.id, a.slug, a.name, o.member_id, coalesce(h.roles, '{}')
        from authority a
        left join office o on o.authority_id = a.id
        left join held h on h.authority_id = a.id
        where o.member_id is not null or h.roles is not null
        order by a.name
      $$`);

    // A member's notices that their home address be shown, and that it be shown no longer. The newest one stands.
    await runner.query(`
      create table address_notice (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        member_id uuid not null,
        asks text not null check (asks in ('show', 'withhold')),
        received_at timestamptz not null,
        received_on date not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('address_notice', 'select, insert')`);

    await runner.query(`
      create table register_confirmation (
        authority_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        confirmed_at timestamptz not null,
        confirmed_on date not null,
        register_version bigint not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('register_confirmation', 'select, insert')`);

    // How this authority keeps and publishes its register: what the law leaves to it.
    await runner.query(`
      create table register_setting (
        authority_id uuid primary key references authority (id),
        names_overdue boolean not null default false,
        withholds_home_addresses boolean not null default false,
        confirm_every_months integer not null default 12 check (confirm_every_months between 1 and 48),
        parish_website text check (parish_website like 'https://%' or parish_website like 'http://%'),
        inspection_place text check (length(inspection_place) <= 300)
      )`);
    await runner.query(`call protect_by_authority('register_setting', 'select, insert, update')`);

    await runner.query(`
      create table gift_threshold (
        authority_id uuid not null references authority (id),
        id uuid not null,
        pence integer not null check (pence between 0 and 10000000),
        registers text not null check (registers in ('at-least', 'more-than')),
        from_on date not null,
        to_on date check (to_on >= from_on),
        primary key (authority_id, id),
        constraint gift_threshold_one_at_a_time exclude using gist
          (authority_id with =, daterange(from_on, to_on, '[]') with &&)
      )`);
    await runner.query(`call protect_by_authority('gift_threshold', 'select, insert, update')`);

    // The day on which s.32A begins, for every council here, once an administrator knows it.
    await runner.query(`
      create table installation_setting (
        only_row boolean primary key default true check (only_row),
        residential_addresses_from date
      )`);
    await runner.query(`insert into installation_setting default values`);
    await runner.query(`grant select, update on installation_setting to probity_app`);

    // Evidence that a parish council's website carries its register (s.29(7)).
    await runner.query(`
      create table parish_publication (
        authority_id uuid not null references authority (id),
        id uuid not null,
        url text not null check (length(url) <= 500),
        seen_on date not null,
        recorded_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('parish_publication', 'select, insert')`);

    // A register from elsewhere, read and waiting for an officer: nothing of it counts before they take it over.
    await runner.query(`
      create table register_import (
        authority_id uuid not null references authority (id),
        id uuid not null,
        form text not null check (form in ('moderngov', 'csv')),
        ${sealed('content')} not null,
        state text not null check (state in ('read', 'taking-over', 'taken-over', 'failed', 'discarded')),
        done integer not null default 0,
        total integer not null,
        made_at timestamptz not null,
        made_by uuid not null references account (id),
        taken_over_at timestamptz,
        primary key (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('register_import', 'select, insert, update')`);

    // The built-in outbox shows what would have been sent, on a machine without a mail server: sealed like the message itself.
    await runner.query(`delete from outbox_mail`);
    await runner.query(
      `alter table outbox_mail add constraint outbox_mail_body_is_sealed check (body like 'v1.%')`,
    );

    await runner.query(`drop table published_entry`);

    // What the public may read, and could on each past day. A line is written when it is published, is closed when it
    // is taken down, and is deleted with its history when it may be published no longer: the only plain words there are.
    //   entry: the public details of an entry; nothing: a category said to hold nothing; withheld: details kept back
    await runner.query(`
      create table public_line (
        authority_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        kind text not null check (kind in ('entry', 'nothing', 'withheld')),
        category text check (category in ${CATEGORIES}),
        register_entry_id uuid,
        thing_id uuid,
        details jsonb,
        words text,
        withheld_by text check (withheld_by in ('s32', 's32a', 'practice')),
        published_at timestamptz not null,
        published_on date not null,
        closed_at timestamptz,
        closed_on date check (closed_on >= published_on),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, register_entry_id) references register_entry (authority_id, id),
        constraint public_line_closed_at_a_moment check ((closed_at is null) = (closed_on is null)),
        constraint public_line_says_what_its_kind_says check (case kind
          when 'entry' then category is not null and register_entry_id is not null and details is not null and words is not null and withheld_by is null
          when 'nothing' then category is not null and register_entry_id is null and details is null and withheld_by is null
          -- What is withheld under s.32 does not tell even its category.
          else details is null and words is null and withheld_by is not null and (withheld_by = 's32') = (category is null) end)
      )`);
    await runner.query(
      `create unique index public_line_open_entry on public_line (authority_id, register_entry_id) where closed_at is null`,
    );
    await runner.query(
      `create index public_line_of_member on public_line (authority_id, member_id, published_on)`,
    );
    // A past day asks for what was closed after it; the open ones count as closed at the end of time.
    await runner.query(`
      create index public_line_standing on public_line (authority_id, (coalesce(closed_on, 'infinity'::date)), published_on)`);
    await runner.query(`create index public_line_by_day on public_line (authority_id, published_on)`);
    await runner.query(`
      create index public_line_withheld on public_line (authority_id, member_id) where withheld_by = 's32'`);
    await runner.query(`
      create index register_entry_kept_back on register_entry (authority_id, member_id) where sensitive in ('claimed', 'agreed')`);
    await runner.query(`call protect_by_authority('public_line', 'select, insert, update, delete')`);

    // Every change of what the public sees counts, whoever makes it: pages are kept by this number.
    await runner.query(`
      create function count_register_change() returns trigger language plpgsql as $$
      begin
        insert into register_version (authority_id, version)
          select distinct authority_id, 1 from changed order by authority_id
          on conflict (authority_id) do update set version = register_version.version + 1;
        return null;
      end $$`);
    for (const table of [
      'register_entry',
      'adopted_code',
      'public_line',
      'member',
      'term_of_office',
      'register_setting',
      'parish_publication',
      'register_confirmation',
    ]) {
      for (const [verb, rows] of [
        ['insert', 'new'],
        ['update', 'new'],
        ['delete', 'old'],
      ]) {
        await runner.query(`
          create trigger ${table}_${verb}_counts after ${verb} on ${table}
          referencing ${rows} table as changed for each statement execute function count_register_change()`);
      }
    }

    // The public page asks this first, at every request: has anything changed since the page was drawn?
    await runner.query(`
      create function public_register_at(asked_slug text)
      returns table (authority_id uuid, version bigint)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select a.id, coalesce(v.version, 0)
        from authority a left join register_version v on v.authority_id = a.id
        where a.slug = asked_slug
      $$`);
    await runner.query(`revoke all on function public_register_at(text) from public`);
    await runner.query(`grant execute on function public_register_at(text) to probity_app`);

    // Search over what is public today: in one authority, or in all of them when none is named.
    await runner.query(`
      create function search_public_register(asked_authority uuid, asked_words text, on_day date, at_most integer)
      returns table (slug text, authority_name text, member_id uuid, member_name text, category text, words text)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        with pattern as (
          select '%' || replace(replace(replace(asked_words, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' as p
        ), sitting as (
          select m.authority_id, m.id, m.name from member m
          where (asked_authority is null or m.authority_id = asked_authority) and exists (
            select from term_of_office t where t.authority_id = m.authority_id and t.member_id = m.id
              and daterange(t.became_member_on, t.ended_on, '[]') @> on_day)
        ), found as (
          select s.authority_id, s.id, s.name, null::text as category, null::text as words
          from sitting s, pattern where s.name ilike p
          union all
          select s.authority_id, s.id, s.name, l.category, l.words
          from public_line l join sitting s on s.authority_id = l.authority_id and s.id = l.member_id, pattern
          where l.kind = 'entry' and l.closed_at is null and l.words ilike p
            and not exists (select from register_entry e where e.authority_id = l.authority_id and e.member_id = l.member_id
              and e.thing_id = l.thing_id and e.sensitive in ('claimed', 'agreed'))
        )
        select a.slug, a.name, f.id, f.name, f.category, f.words
        from found f join authority a on a.id = f.authority_id
        order by a.name, f.name, f.category nulls first, f.words limit at_most
      $$`);
    await runner.query(
      `revoke all on function search_public_register(uuid, text, date, integer) from public`,
    );
    await runner.query(
      `grant execute on function search_public_register(uuid, text, date, integer) to probity_app`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
