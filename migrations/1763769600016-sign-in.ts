import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions that can be listed and ended, counts of attempts that every web process shares, devices that somebody has
 * signed in on before, and accounts at an OpenID provider. All of it stands outside authorities and goes by machine time.
 */
export class SignIn1763769600016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // sid holds a digest from now on, so nobody is signed in by what was kept before.
    // Zero downtime: the table is small, is empty from here on, and people sign in again; so is what follows.
    await runner.query(`delete from session`);
    await runner.query(`
      alter table session
        alter column expire type timestamptz,
        add column account_id uuid generated always as ((sess #>> '{passport,user}')::uuid) stored,
        add column last_used_at timestamptz not null default now()`);
    // Zero downtime: the table is empty.
    await runner.query(`create index session_account on session (account_id) where account_id is not null`);
    await runner.query(`
      create index session_at_provider on session ((sess #>> '{signedIn,provider,session}'))
      where sess #>> '{signedIn,provider,session}' is not null`);

    // The shape that rate-limiter-flexible expects, its columns in this order. expire: milliseconds since 1970.
    await runner.query(`
      create table rate_limit (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      )`);
    await runner.query(`create index rate_limit_expire on rate_limit (expire)`);
    await runner.query(`grant select, insert, update, delete on rate_limit to probity_app`);

    await runner.query(`
      create table known_device (
        token_hash bytea not null check (length(token_hash) = 32),
        account_id uuid not null references account (id),
        last_used_at timestamptz not null,
        primary key (token_hash, account_id)
      )`);
    await runner.query(`create index known_device_account on known_device (account_id)`);
    await runner.query(`grant select, insert, update, delete on known_device to probity_app`);

    await runner.query(`
      create table provider_account (
        issuer text not null check (length(issuer) between 1 and 500),
        subject text not null check (length(subject) between 1 and 255),
        account_id uuid not null references account (id),
        linked_at timestamptz not null,
        primary key (issuer, subject),
        constraint provider_account_once unique (issuer, account_id)
      )`);
    await runner.query(`create index provider_account_account on provider_account (account_id)`);
    await runner.query(`grant select, insert, delete on provider_account to probity_app`);

    // A logout token may be used once: what was used is remembered for as long as it would be believed.
    await runner.query(`
      create table used_logout_token (
        token_hash bytea primary key check (length(token_hash) = 32),
        expires_at timestamptz not null
      )`);
    await runner.query(`grant select, insert, delete on used_logout_token to probity_app`);

    // A sign-in ends what a group of that provider gave, and never what a person gave: those have no issuer.
    await runner.query(`alter table role_holding add column group_issuer text`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
