import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Many members taken in at once from a file, those who are invited to sign in, and councils that continue others. */
export class IntakeAndHandOver1763769600015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One file may hold several councils, so it stands under the installation, as accounts do in the record.
    await runner.query(`
      create table intake (
        authority_id uuid not null check (authority_id = '00000000-0000-0000-0000-000000000000'),
        id uuid not null,
        state text not null check (state in ('refused', 'read', 'taking-in', 'taken-in', 'stopped', 'discarded')),
        content_hash bytea not null check (length(content_hash) = 32),
        whole_council boolean not null,
        sends_invitations boolean not null default true,
        content text not null check (content like 'v1.%'),
        total integer not null check (total >= 0),
        bad_rows integer not null check (bad_rows >= 0),
        done integer not null default 0 check (done >= 0),
        read_at timestamptz not null,
        read_by uuid not null references account (id),
        begun_by uuid references account (id),
        taken_in_at timestamptz,
        primary key (authority_id, id),
        constraint intake_in_hand_was_begun check (state not in ('taking-in', 'taken-in', 'stopped') or begun_by is not null),
        constraint intake_taken_in_has_no_bad_row check (state not in ('read', 'taking-in', 'taken-in') or bad_rows = 0)
      )`);
    // The same file twice is one intake, unless the first was refused or thrown away.
    await runner.query(`
      create unique index intake_file_once on intake (authority_id, content_hash)
      where state not in ('refused', 'discarded')`);
    await runner.query(`call protect_by_authority('intake', 'select, insert, update')`);

    // That this row is there is what says that the council's part is done: it is written with the members themselves.
    await runner.query(`
      create table intake_council (
        authority_id uuid not null references authority (id),
        intake_id uuid not null,
        new_members integer not null,
        re_elected integer not null,
        returned integer not null,
        already_here integer not null,
        terms_ended integer not null,
        invited integer not null,
        drafts_prepared integer not null,
        rows_hash bytea not null check (length(rows_hash) = 32),
        taken_in_at timestamptz not null,
        primary key (authority_id, intake_id)
      )`);
    await runner.query(`call protect_by_authority('intake_council', 'select, insert')`);

    // What became of each row, without a name: the member and the term that it began.
    await runner.query(`
      create table intake_row (
        authority_id uuid not null,
        intake_id uuid not null,
        row_number integer not null check (row_number > 1),
        member_id uuid not null,
        term_id uuid not null,
        outcome text not null check (outcome in ('new', 're-elected', 'returned', 'already-here')),
        primary key (authority_id, intake_id, row_number),
        foreign key (authority_id, intake_id) references intake_council (authority_id, intake_id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, term_id) references term_of_office (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('intake_row', 'select, insert')`);

    // How to sign in, told once. edition: told again by an officer's order, in a message of its own.
    await runner.query(`
      create table invitation (
        authority_id uuid not null,
        id uuid not null,
        intake_id uuid not null,
        member_id uuid not null,
        account_id uuid not null references account (id),
        due_on date not null,
        edition integer not null default 1 check (edition > 0),
        tries integer not null default 0,
        made_at timestamptz not null,
        sent_at timestamptz,
        failed_reason text,
        used_at timestamptz,
        primary key (authority_id, id),
        constraint invitation_once unique (authority_id, intake_id, member_id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        constraint invitation_left_or_failed check (sent_at is null or failed_reason is null)
      )`);
    await runner.query(`
      create index invitation_waiting on invitation (authority_id, due_on)
      where sent_at is null and failed_reason is null`);
    await runner.query(`call protect_by_authority('invitation', 'select, insert, update')`);
    await runner.query(`
      create function authorities_with_invitations(on_day date) returns table (authority_id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select distinct i.authority_id from invitation i
        where i.sent_at is null and i.failed_reason is null and i.due_on <= on_day order by 1
      $$`);
    await lockDown(runner, 'authorities_with_invitations(date)');

    await this.#succession(runner);
  }

  async #succession(runner: QueryRunner): Promise<void> {
    // authority_id is the predecessor, which ends on the day before.
    await runner.query(`
      create table authority_succession (
        authority_id uuid not null references authority (id),
        successor_id uuid not null references authority (id) check (successor_id <> authority_id),
        hand_over_id uuid not null,
        vesting_on date not null,
        recorded_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, successor_id)
      )`);
    await runner.query(
      `create trigger authority_succession_is_append_only before update or delete or truncate on authority_succession
       for each statement execute function refuse_change()`,
    );
    await runner.query(`call protect_by_authority('authority_succession', 'select, insert')`);
    // The public pages of both change.
    await runner.query(`
      create function count_succession() returns trigger language plpgsql as $$
      begin
        insert into register_version (authority_id, version)
          select distinct id, 1 from (select authority_id as id from changed union select successor_id from changed) concerned
          order by id
          on conflict (authority_id) do update set version = register_version.version + 1;
        return null;
      end $$`);
    await runner.query(`
      create trigger authority_succession_counts after insert on authority_succession
      referencing new table as changed for each statement execute function count_succession()`);
    // What an authority continues, and what continues it: public.
    await runner.query(`
      create function successions_of(asked uuid)
      returns table (hand_over_id uuid, vesting_on date, predecessor_id uuid, predecessor_slug text, predecessor_name text,
        successor_id uuid, successor_slug text, successor_name text)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select s.hand_over_id, s.vesting_on, p.id, p.slug, p.name, n.id, n.slug, n.name
        from authority_succession s
        join authority p on p.id = s.authority_id
        join authority n on n.id = s.successor_id
        where asked is null or asked in (s.authority_id, s.successor_id)
        order by s.vesting_on, s.hand_over_id, p.name, n.name
      $$`);
    await lockDown(runner, 'successions_of(uuid)');

    // From which register a member's draft was filled in: proposed to the member, and never taken as notified.
    await runner.query(`
      create table carried_draft (
        authority_id uuid not null,
        member_id uuid not null,
        predecessor_id uuid not null references authority (id),
        predecessor_member_id uuid not null,
        interests integer not null check (interests >= 0),
        carried_at timestamptz not null,
        primary key (authority_id, member_id, predecessor_id),
        foreign key (authority_id, member_id) references member (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('carried_draft', 'select, insert')`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

async function lockDown(runner: QueryRunner, signature: string): Promise<void> {
  await runner.query(`revoke all on function ${signature} from public`);
  await runner.query(`grant execute on function ${signature} to probity_app`);
}
