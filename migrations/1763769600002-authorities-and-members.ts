import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Councils, what they adopted, their bodies; who holds office, which seat and which role. */
export class AuthoritiesAndMembers1763769600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table authority (
        id uuid primary key,
        authority_id uuid not null generated always as (id) stored,
        slug text not null constraint authority_slug_is_unique unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name text not null check (length(name) between 1 and 200),
        kind text not null check (kind in ('county', 'district', 'london-borough', 'unitary', 'parish')),
        jurisdiction text not null check (jurisdiction in ('england', 'wales', 'scotland', 'northern-ireland')),
        executive_arrangements boolean not null,
        principal_authority_id uuid references authority (id),
        source text,
        external_id text,
        created_at timestamptz not null,
        constraint authority_parish_has_principal check ((kind = 'parish') = (principal_authority_id is not null))
      )`);
    await runner.query(`call protect_by_authority('authority', 'select, insert, update')`);
    // A slug is in addresses that people keep.
    await runner.query(`
      create function keep_slug() returns trigger language plpgsql as $$
      begin
        if new.slug <> old.slug then raise exception 'the slug of an authority is permanent'; end if;
        return new;
      end $$`);
    await runner.query(
      `create trigger authority_keeps_slug before update on authority for each row execute function keep_slug()`,
    );

    await runner.query(`
      create table adopted_code (
        authority_id uuid not null references authority (id),
        id uuid not null,
        code text not null,
        from_on date not null,
        to_on date check (to_on >= from_on),
        primary key (authority_id, id),
        constraint adopted_code_one_at_a_time exclude using gist
          (authority_id with =, daterange(from_on, to_on, '[]') with &&)
      )`);
    await runner.query(`call protect_by_authority('adopted_code', 'select, insert, update')`);

    await runner.query(`
      create table standing_order (
        authority_id uuid not null references authority (id),
        id uuid not null,
        kind text not null check (kind in ('excludes-from-room')),
        from_on date not null,
        to_on date check (to_on >= from_on),
        primary key (authority_id, id),
        constraint standing_order_one_at_a_time exclude using gist
          (authority_id with =, kind with =, daterange(from_on, to_on, '[]') with &&)
      )`);
    await runner.query(`call protect_by_authority('standing_order', 'select, insert, update')`);

    await runner.query(`
      create table role_holding (
        authority_id uuid not null references authority (id),
        id uuid not null,
        account_id uuid not null references account (id),
        role text not null check (role in
          ('monitoring-officer', 'deputy-monitoring-officer', 'democratic-services', 'parish-clerk', 'auditor')),
        from_on date not null,
        to_on date check (to_on >= from_on),
        primary key (authority_id, id)
      )`);
    await runner.query(`create index role_holding_account on role_holding (account_id)`);
    await runner.query(`call protect_by_authority('role_holding', 'select, insert, update')`);

    await runner.query(`
      create table body (
        authority_id uuid not null references authority (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        kind text not null check (kind in ('council', 'executive', 'committee', 'sub-committee', 'overview-and-scrutiny', 'joint-committee')),
        quorum jsonb not null check (quorum->>'kind' in ('number', 'fraction')),
        source text,
        external_id text,
        primary key (authority_id, id),
        constraint body_name_is_unique unique (authority_id, name),
        constraint body_external_id_is_unique unique (authority_id, source, external_id)
      )`);
    await runner.query(`call protect_by_authority('body', 'select, insert, update')`);

    await runner.query(`
      create table member (
        authority_id uuid not null references authority (id),
        id uuid not null,
        account_id uuid references account (id),
        name text not null check (length(name) between 1 and 200),
        email text,
        source text,
        external_id text,
        primary key (authority_id, id),
        constraint member_account_is_unique unique (authority_id, account_id),
        constraint member_external_id_is_unique unique (authority_id, source, external_id)
      )`);
    await runner.query(`create index member_account on member (account_id)`);
    await runner.query(`call protect_by_authority('member', 'select, insert, update')`);

    await runner.query(`
      create table term_of_office (
        authority_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        standing text not null check (standing in ('elected', 'appointed', 'co-opted')),
        votes_on text not null check (votes_on in ('any', 'education', 'none')),
        became_member_on date not null,
        polling_day date check (polling_day <= became_member_on),
        ended_on date check (ended_on >= became_member_on),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        constraint term_of_office_one_at_a_time exclude using gist
          (authority_id with =, member_id with =, daterange(became_member_on, ended_on, '[]') with &&)
      )`);
    await runner.query(`call protect_by_authority('term_of_office', 'select, insert, update')`);

    await runner.query(`
      create table group_membership (
        authority_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        group_name text not null,
        from_on date not null,
        to_on date check (to_on >= from_on),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        constraint group_membership_one_at_a_time exclude using gist
          (authority_id with =, member_id with =, daterange(from_on, to_on, '[]') with &&)
      )`);
    await runner.query(`call protect_by_authority('group_membership', 'select, insert, update')`);

    await runner.query(`
      create table seat (
        authority_id uuid not null,
        id uuid not null,
        body_id uuid not null,
        position integer not null,
        role text not null check (role in
          ('chairman', 'vice-chairman', 'member', 'church-representative', 'parent-governor-representative', 'co-opted')),
        note text,
        primary key (authority_id, id),
        foreign key (authority_id, body_id) references body (authority_id, id),
        constraint seat_position_is_unique unique (authority_id, body_id, position)
      )`);
    await runner.query(`call protect_by_authority('seat', 'select, insert, update')`);

    // A seat that nobody holds on a day is a vacancy on that day.
    await runner.query(`
      create table seat_holding (
        authority_id uuid not null,
        id uuid not null,
        seat_id uuid not null,
        member_id uuid not null,
        from_on date not null,
        to_on date check (to_on >= from_on),
        primary key (authority_id, id),
        foreign key (authority_id, seat_id) references seat (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        constraint seat_holding_one_at_a_time exclude using gist
          (authority_id with =, seat_id with =, daterange(from_on, to_on, '[]') with &&)
      )`);
    await runner.query(`create index seat_holding_member on seat_holding (authority_id, member_id)`);
    await runner.query(`call protect_by_authority('seat_holding', 'select, insert, update')`);

    // The public front page, the worker's rounds and the administrator's list.
    await runner.query(`
      create function authorities_on_this_installation()
      returns table (id uuid, slug text, name text, kind text, principal_authority_id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select a.id, a.slug, a.name, a.kind, a.principal_authority_id from authority a order by a.name
      $$`);

    // What one person is in which authorities on a day: their office and their roles.
    await runner.query(`
      create function memberships_of_account(account uuid, on_day date)
      returns table (authority_id uuid, slug text, name text, member_id uuid, roles text[])
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        with office as (
          select m.authority_id, m.id as member_id
          from member m
          where m.account_id = account and exists (
            select from term_of_office t where t.authority_id = m.authority_id and t.member_id = m.id
              and daterange(t.became_member_on, t.ended_on, '[]') @> on_day)
        ), held as (
          select r.authority_id, array_agg(distinct r.role order by r.role) as roles
          from role_holding r
          where r.account_id = account and daterange(r.from_on, r.to_on, '[]') @> on_day
          group by r.authority_id
        )
        select a.id, a.slug, a.name, o.member_id, coalesce(h.roles, '{}')
        from authority a
        left join office o on o.authority_id = a.id
        left join held h on h.authority_id = a.id
        where o.member_id is not null or h.roles is not null
        order by a.name
      $$`);
    for (const signature of ['authorities_on_this_installation()', 'memberships_of_account(uuid, date)']) {
      await runner.query(`revoke all on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to probity_app`);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
