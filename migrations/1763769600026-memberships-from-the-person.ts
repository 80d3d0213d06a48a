import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What one person is in which authorities, found from what they hold. It went through every authority of the installation
 * and looked whether they held anything there, for every page that anybody opened.
 */
export class MembershipsFromThePerson1763769600026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
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
        ), role_now as (
          select r.authority_id, r.role from role_holding r
          where r.account_id = account and daterange(r.from_on, r.to_on, '[]') @> on_day
        ), roles_held as (
          select r.authority_id, r.role from role_now r
          union
          select r.authority_id, 'named-officer'
          from role_now r
          join named_officer n on n.authority_id = r.authority_id and n.account_id = account and n.ended_at is null
          where r.role in ('monitoring-officer', 'deputy-monitoring-officer')
        ), held as (
          select r.authority_id, array_agg(r.role order by r.role) as roles from roles_held r group by r.authority_id
        )
        select a.id, a.slug, a.name, o.member_id, coalesce(h.roles, '{}')
        from office o
        full join held h on h.authority_id = o.authority_id
        join authority a on a.id = coalesce(o.authority_id, h.authority_id)
        order by a.name
      $$`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
