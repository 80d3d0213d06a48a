import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where each chain of events stood on each day, to be told outside the database; a head that only moves on; and the few
 * indexes by which the record is followed.
 */
export class AuditAnchors1763769600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_anchor (
        authority_id uuid not null,
        anchored_on date not null,
        position bigint not null check (position > 0),
        hash bytea not null check (length(hash) = 32),
        made_at timestamptz not null,
        primary key (authority_id, anchored_on)
      )`);
    await appendOnly(runner, 'audit_anchor');
    await runner.query(`call protect_by_authority('audit_anchor', 'select, insert')`);

    // To whom each anchor went. A mail that was handed over is a row; one that is missing is tried again.
    await runner.query(`
      create table audit_anchor_mail (
        authority_id uuid not null,
        anchored_on date not null,
        to_address text not null,
        handed_over_at timestamptz not null,
        primary key (authority_id, anchored_on, to_address),
        foreign key (authority_id, anchored_on) references audit_anchor (authority_id, anchored_on)
      )`);
    await appendOnly(runner, 'audit_anchor_mail');
    await runner.query(`call protect_by_authority('audit_anchor_mail', 'select, insert')`);

    // The head names the newest link. It only moves on: who set it back could cut the end of a chain off unseen.
    // The condition is asked before the function is called, so that an ordinary event pays nothing.
    await runner.query(`
      create trigger audit_head_only_moves_on before update on audit_head for each row
      when (new.authority_id <> old.authority_id or new.position <= old.position) execute function refuse_change()`);
    await runner.query(`
      create trigger audit_head_stays before delete or truncate on audit_head
      for each statement execute function refuse_change()`);
    // What an event said may be erased by retention, a row at a time, and is never changed.
    await runner.query(`
      create trigger audit_payload_is_never_changed before update or truncate on audit_payload
      for each statement execute function refuse_change()`);

    // People act far less often than the reminders do, so this index costs the reminders nothing.
    await runner.query(`
      create index audit_event_person on audit_event (authority_id, actor, "position")
      where actor_kind = 'person'`);
    await runner.query(`create index audit_event_action on audit_event (authority_id, action, "position")`);
    await runner.query(`create index audit_event_when on audit_event using brin (application_at)`);
    for (const key of ['memberId', 'meetingId']) {
      await runner.query(`
        create index audit_payload_${key.toLowerCase()} on audit_payload (authority_id, (payload->>'${key}'))
        where payload->>'${key}' is not null`);
    }

    // A chain of which nothing is left but its anchors, or its authority, is a chain that was taken away.
    await runner.query(`
      create or replace function audit_chains() returns table (authority_id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        with recursive written(id) as (
          (select e.authority_id from audit_event e order by 1 limit 1)
          union all
          -- From one chain to the next, past its events: there are millions of them.
          select (select e.authority_id from audit_event e where e.authority_id > w.id order by 1 limit 1)
          from written w where w.id is not null
        )
        select w.id from written w where w.id is not null
        union select h.authority_id from audit_head h
        union select a.authority_id from audit_anchor a
        union select t.id from authority t
        order by 1
      $$`);
    // Under row-level security no condition on what lies within a payload goes through an index, because its operator might
    // tell of rows that are not ours. It tells of an authority that is acted for, and of no other.
    await runner.query(`
      create function audit_positions_naming(authority_id uuid, part text, id text) returns table ("position" bigint)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select p.position from audit_payload p
        where $1 = any (acting_authorities()) and $2 = 'memberId'
          and p.authority_id = $1 and p.payload->>'memberId' = $3
        union all
        select p.position from audit_payload p
        where $1 = any (acting_authorities()) and $2 = 'meetingId'
          and p.authority_id = $1 and p.payload->>'meetingId' = $3
      $$`);
    // For the worker's round: ids and days alone.
    await runner.query(`
      create function chains_without_anchor(on_day date) returns table (authority_id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select h.authority_id from audit_head h
        where h.position > 0 and not exists (
          select from audit_anchor a where a.authority_id = h.authority_id and a.anchored_on = on_day)
        order by 1
      $$`);
    await runner.query(`
      create function anchors_not_mailed(addresses text[], since date)
      returns table (authority_id uuid, anchored_on date, to_address text)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select a.authority_id, a.anchored_on, wanted.address
        from audit_anchor a cross join unnest(addresses) as wanted(address)
        where a.anchored_on >= since and not exists (
          select from audit_anchor_mail m
          where m.authority_id = a.authority_id and m.anchored_on = a.anchored_on and m.to_address = wanted.address)
        order by 2, 1, 3
      $$`);
    // What stands on a public page.
    await runner.query(`
      create function newest_anchors() returns table (authority_id uuid, anchored_on date, "position" bigint, hash bytea)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select distinct on (a.authority_id) a.authority_id, a.anchored_on, a.position, a.hash
        from audit_anchor a order by a.authority_id, a.anchored_on desc
      $$`);
    for (const signature of [
      'audit_positions_naming(uuid, text, text)',
      'chains_without_anchor(date)',
      'anchors_not_mailed(text[], date)',
      'newest_anchors()',
    ]) {
      await runner.query(`revoke all on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to probity_app`);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

async function appendOnly(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    create trigger ${table}_is_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`);
}
