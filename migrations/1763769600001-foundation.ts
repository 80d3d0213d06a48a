import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every later table stands on: which authority is acting, how a table is protected by it, people's accounts and
 * sessions, the audit chain, and the built-in outbox.
 */
export class Foundation1763769600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists btree_gist`);
    await runner.query(`grant usage on schema public to probity_app`);

    // Unset sees nothing: platform/database sets it locally for each unit of work.
    await runner.query(`
      create function acting_authorities() returns uuid[] language sql stable parallel safe as $$
        select coalesce(nullif(current_setting('probity.authority_ids', true), ''), '{}')::uuid[]
      $$`);

    // Every table of an authority is put under this, in the migration that makes it.
    await runner.query(`
      create procedure protect_by_authority(guarded regclass, granted text) language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', guarded);
        execute format('alter table %s force row level security', guarded);
        execute format('create policy acting_authority on %s using (authority_id = any (acting_authorities()))
                        with check (authority_id = any (acting_authorities()))', guarded);
        -- The few named SECURITY DEFINER functions run as the owner and may read across authorities.
        execute format('create policy named_functions on %s for select to %I using (true)', guarded, current_user);
        execute format('grant %s on %s to probity_app', granted, guarded);
      end $$`);

    await runner.query(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op);
      end $$`);

    await runner.query(`
      create table account (
        id uuid primary key,
        email text not null check (email = lower(email) and email like '%_@_%'),
        name text not null check (length(name) between 1 and 200),
        password_hash text,
        is_administrator boolean not null default false,
        created_at timestamptz not null,
        disabled_at timestamptz,
        constraint account_email_is_unique unique (email)
      )`);
    await runner.query(`grant select, insert, update on account to probity_app`);

    // The shape that connect-pg-simple expects. Machine time.
    await runner.query(`
      create table session (
        sid varchar primary key,
        sess json not null,
        expire timestamp(6) not null
      )`);
    await runner.query(`create index session_expire on session (expire)`);
    await runner.query(`grant select, insert, update, delete on session to probity_app`);

    await runner.query(`
      create table audit_event (
        authority_id uuid not null,
        position bigint not null check (position > 0),
        actor_kind text not null check (actor_kind in ('person', 'system')),
        actor text not null,
        action text not null,
        subject_type text not null,
        subject_id text not null,
        application_at timestamptz not null,
        machine_at timestamptz not null,
        payload_hash bytea not null check (length(payload_hash) = 32),
        previous_hash bytea not null check (length(previous_hash) = 32),
        hash bytea not null check (length(hash) = 32),
        primary key (authority_id, position)
      )`);
    await runner.query(
      `create index audit_event_subject on audit_event (authority_id, subject_type, subject_id)`,
    );
    await runner.query(`
      create trigger audit_event_is_append_only before update or delete or truncate on audit_event
      for each statement execute function refuse_change()`);
    await runner.query(`call protect_by_authority('audit_event', 'select, insert')`);

    // Payload and salt lie apart: retention may erase them without breaking the chain.
    await runner.query(`
      create table audit_payload (
        authority_id uuid not null,
        position bigint not null,
        salt bytea not null check (length(salt) = 16),
        payload jsonb not null,
        primary key (authority_id, position),
        foreign key (authority_id, position) references audit_event (authority_id, position)
      )`);
    await runner.query(`call protect_by_authority('audit_payload', 'select, insert, delete')`);

    await runner.query(`
      create table audit_head (
        authority_id uuid primary key,
        position bigint not null,
        hash bytea not null check (length(hash) = 32)
      )`);
    await runner.query(`call protect_by_authority('audit_head', 'select, insert, update')`);

    // A SECURITY DEFINER function names pg_temp last in its path: otherwise a temporary object of the caller would be
    // taken for a table of ours, and run with the owner's rights.
    await runner.query(`
      create function audit_chains() returns table (authority_id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        -- Events without a head are a chain too: one whose head was removed.
        select h.authority_id from audit_head h union select e.authority_id from audit_event e order by 1
      $$`);
    await lockDown(runner, 'audit_chains()');

    await runner.query(`
      create table outbox_mail (
        id uuid primary key,
        message_id text not null constraint outbox_mail_message_id_is_unique unique,
        to_address text not null,
        subject text not null,
        body text not null,
        sent_at timestamptz not null
      )`);
    await runner.query(`create index outbox_mail_sent_at on outbox_mail (sent_at)`);
    await runner.query(`grant select, insert on outbox_mail to probity_app`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

async function lockDown(runner: QueryRunner, signature: string): Promise<void> {
  await runner.query(`revoke all on function ${signature} from public`);
  await runner.query(`grant execute on function ${signature} to probity_app`);
}
