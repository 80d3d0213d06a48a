import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Programs that speak for an authority: clients with a secret, the tokens by which they and people's own programs are
 * known, and the answers to changes that a program may ask for twice. Tokens go by machine time.
 */
export class Programs1763769600018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table api_client (
        authority_id uuid not null references authority (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 60),
        secret_hash bytea not null check (length(secret_hash) = 32),
        scopes text[] not null check (cardinality(scopes) > 0),
        made_at timestamptz not null,
        made_by uuid not null references account (id),
        withdrawn_at timestamptz,
        primary key (authority_id, id),
        constraint api_client_is_known_by_its_id unique (id)
      )`);
    await runner.query(`call protect_by_authority('api_client', 'select, insert, update')`);

    // Of a client, for some minutes; or of a person, by a name that they gave it.
    await runner.query(`
      create table api_token (
        authority_id uuid not null references authority (id),
        id uuid not null,
        token_hash bytea not null check (length(token_hash) = 32),
        client_id uuid,
        account_id uuid references account (id),
        name text check (length(name) between 1 and 60),
        scopes text[] not null check (cardinality(scopes) > 0),
        made_at timestamptz not null,
        expires_at timestamptz not null,
        withdrawn_at timestamptz,
        last_used_at timestamptz,
        primary key (authority_id, id),
        foreign key (authority_id, client_id) references api_client (authority_id, id),
        constraint api_token_hash_is_unique unique (token_hash),
        constraint api_token_has_one_holder check (num_nonnulls(client_id, account_id) = 1),
        constraint api_token_of_a_person_has_a_name check ((account_id is null) = (name is null)),
        constraint api_token_ends check (expires_at > made_at)
      )`);
    await runner.query(`create index api_token_client on api_token (authority_id, client_id, expires_at)`);
    await runner.query(`create index api_token_account on api_token (authority_id, account_id)`);
    await runner.query(`call protect_by_authority('api_token', 'select, insert, update, delete')`);

    await this.#functions(runner);
    await this.#answers(runner);

    // Who did it may be a program of the authority. The record keeps what it was allowed to say before.
    // Zero downtime: what stands there is not read again, for the check before allowed less.
    await runner.query(`
      alter table audit_event
        drop constraint audit_event_actor_kind_check,
        add constraint audit_event_actor_kind_check check (actor_kind in ('person', 'system', 'client'))
          not valid`);
    for (const table of ['agenda_import', 'agenda_revision']) {
      // Zero downtime: a row for each agenda, and what the version before writes is allowed as before.
      await runner.query(`
        alter table ${table}
          alter column recorded_by drop not null,
          add column recorded_by_client uuid,
          add constraint ${table}_client foreign key (authority_id, recorded_by_client)
            references api_client (authority_id, id),
          add constraint ${table}_has_one_recorder check (num_nonnulls(recorded_by, recorded_by_client) = 1)`);
    }
  }

  /** A token says for which authority it speaks, so whose it is cannot be asked for that authority. */
  async #functions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function holder_of_api_token(asked bytea)
      returns table (id uuid, authority_id uuid, slug text, client_id uuid, account_id uuid, scopes text[],
        expires_at timestamptz, last_used_at timestamptz)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select t.id, t.authority_id, a.slug, t.client_id, t.account_id, t.scopes, t.expires_at, t.last_used_at
        from api_token t
        join authority a on a.id = t.authority_id
        left join api_client c on c.authority_id = t.authority_id and c.id = t.client_id
        where t.token_hash = asked and t.withdrawn_at is null and c.withdrawn_at is null
      $$`);
    await lockDown(runner, 'holder_of_api_token(bytea)');
    await runner.query(`
      create function api_client_known(asked uuid)
      returns table (authority_id uuid, secret_hash bytea, scopes text[])
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select c.authority_id, c.secret_hash, c.scopes from api_client c where c.id = asked and c.withdrawn_at is null
      $$`);
    await lockDown(runner, 'api_client_known(uuid)');
  }

  /** holder: the client or the account. answer: what it was told, which names nobody. */
  async #answers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table api_answer (
        authority_id uuid not null references authority (id),
        holder uuid not null,
        key text not null check (length(key) between 1 and 200),
        request_hash bytea not null check (length(request_hash) = 32),
        status integer not null check (status between 200 and 299),
        answer jsonb not null,
        made_at timestamptz not null,
        primary key (authority_id, holder, key)
      )`);
    await runner.query(`create index api_answer_age on api_answer (authority_id, holder, made_at)`);
    await runner.query(`call protect_by_authority('api_answer', 'select, insert, delete')`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

async function lockDown(runner: QueryRunner, signature: string): Promise<void> {
  await runner.query(`revoke all on function ${signature} from public`);
  await runner.query(`grant execute on function ${signature} to probity_app`);
}
