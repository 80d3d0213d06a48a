import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Case files: what is alleged of a member on one day. What was recorded of it stays where it is and is gathered. */
export class CaseFiles1763769600014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_file (
        authority_id uuid not null,
        id uuid not null,
        reference text not null check (reference ~ '^[0-9]{4}/[0-9]{2,}$'),
        member_id uuid not null,
        meeting_id uuid,
        agenda_item_id uuid,
        offence_on date not null,
        -- Encrypted (platform/sealing): whatever a person writes may tell a sensitive detail.
        alleged text not null check (alleged like 'v1.%'),
        opened_at timestamptz not null,
        opened_by uuid not null references account (id),
        evidence_known_on date check (evidence_known_on >= offence_on),
        certified_on date check (certified_on >= offence_on),
        closed_at timestamptz,
        closed_by uuid references account (id),
        outcome text check (outcome like 'v1.%'),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, meeting_id) references meeting (authority_id, id),
        foreign key (authority_id, agenda_item_id) references agenda_item (authority_id, id),
        constraint case_file_reference_is_unique unique (authority_id, reference),
        constraint case_file_of_an_item_names_its_meeting check (agenda_item_id is null or meeting_id is not null),
        constraint case_file_is_closed_by_somebody_with_an_outcome
          check (num_nulls(closed_at, closed_by, outcome) in (0, 3))
      )`);
    await runner.query(`create index case_file_of_member on case_file (authority_id, member_id)`);
    await runner.query(`call protect_by_authority('case_file', 'select, insert, update')`);

    // What the file is about stands from its first day, and a closed file is not opened again.
    await runner.query(`
      create function keep_case_file() returns trigger language plpgsql as $$
      begin
        if (new.authority_id, new.id, new.reference, new.member_id, new.meeting_id, new.agenda_item_id, new.offence_on,
            new.opened_at, new.opened_by)
          is distinct from (old.authority_id, old.id, old.reference, old.member_id, old.meeting_id, old.agenda_item_id,
            old.offence_on, old.opened_at, old.opened_by)
        then raise exception 'what a case file is about is not changed'; end if;
        if old.closed_at is not null and (new.closed_at, new.closed_by) is distinct from (old.closed_at, old.closed_by)
        then raise exception 'a closed case file stays closed'; end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger case_file_is_kept before update on case_file
      for each row execute function keep_case_file()`);

    await runner.query(`
      create table case_file_note (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        case_file_id uuid not null,
        words text not null check (words like 'v1.%'),
        written_at timestamptz not null,
        written_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, case_file_id) references case_file (authority_id, id)
      )`);
    await runner.query(
      `create index case_file_note_of on case_file_note (authority_id, case_file_id, position)`,
    );
    await runner.query(`call protect_by_authority('case_file_note', 'select, insert')`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
