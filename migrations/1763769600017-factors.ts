import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What somebody signs in with besides a password: an app that makes codes, passkeys, recovery codes and links by mail; and
 * forms that were interrupted by the question whether it is still they. It stands outside authorities, as accounts do,
 * and goes by machine time.
 */
export class Factors1763769600017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // last_step: the time step of the last code that was taken. A code is worth once only.
    await runner.query(`
      create table code_app (
        account_id uuid primary key references account (id),
        secret text not null check (secret like 'v1.%'),
        last_step bigint not null check (last_step > 0),
        added_at timestamptz not null
      )`);
    await runner.query(`grant select, insert, update, delete on code_app to probity_app`);

    // counter: many authenticators do not count, and then it stays 0.
    await runner.query(`
      create table passkey (
        id uuid primary key,
        account_id uuid not null references account (id),
        credential_id text not null check (length(credential_id) between 1 and 1400),
        public_key bytea not null,
        counter bigint not null default 0 check (counter >= 0),
        transports text[] not null default '{}',
        name text not null check (length(name) between 1 and 60),
        added_at timestamptz not null,
        last_used_at timestamptz,
        constraint passkey_credential_is_unique unique (credential_id)
      )`);
    await runner.query(`create index passkey_account on passkey (account_id)`);
    await runner.query(`grant select, insert, update, delete on passkey to probity_app`);

    // What a passkey is asked to sign: made for one browser, deleted by whoever answers it.
    await runner.query(`
      create table passkey_challenge (
        challenge_hash bytea primary key check (length(challenge_hash) = 32),
        purpose text not null,
        expires_at timestamptz not null
      )`);
    await runner.query(`create index passkey_challenge_expires on passkey_challenge (expires_at)`);
    await runner.query(`grant select, insert, delete on passkey_challenge to probity_app`);

    await runner.query(`
      create table recovery_code (
        account_id uuid not null references account (id),
        code_hash bytea not null check (length(code_hash) = 32),
        made_at timestamptz not null,
        used_at timestamptz,
        primary key (account_id, code_hash)
      )`);
    await runner.query(`grant select, insert, update, delete on recovery_code to probity_app`);

    // account_id: null where nobody has the address that was given, so that both cost the same work.
    // token_hash: of the link as it was sent last; null until it is.
    await runner.query(`
      create table sign_in_link (
        id uuid primary key,
        purpose text not null check (purpose in ('invitation', 'password', 'sign-in')),
        account_id uuid references account (id),
        token_hash bytea check (length(token_hash) = 32),
        browser_hash bytea check (length(browser_hash) = 32),
        asked_at timestamptz not null,
        expires_at timestamptz not null,
        sent_at timestamptz,
        used_at timestamptz,
        constraint sign_in_link_token_is_unique unique (token_hash),
        constraint sign_in_link_of_a_browser check ((purpose = 'sign-in') = (browser_hash is not null)),
        constraint sign_in_link_sent_with_token check (sent_at is null or token_hash is not null)
      )`);
    await runner.query(`create index sign_in_link_account on sign_in_link (account_id)`);
    await runner.query(`create index sign_in_link_expires on sign_in_link (expires_at)`);
    await runner.query(`grant select, insert, update, delete on sign_in_link to probity_app`);

    await runner.query(`
      create table interrupted_form (
        id uuid primary key,
        account_id uuid not null references account (id),
        content text not null check (content like 'v1.%'),
        expires_at timestamptz not null
      )`);
    await runner.query(`create index interrupted_form_expires on interrupted_form (expires_at)`);
    await runner.query(`grant select, insert, delete on interrupted_form to probity_app`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
