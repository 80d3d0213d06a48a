import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings, the agendas that were received for them, and their items. */
export class Meetings1763769600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A meeting is (body, date, time), or an external id.
    await runner.query(`
      create table meeting (
        authority_id uuid not null,
        id uuid not null,
        body_id uuid not null,
        meets_on date not null,
        starts_at text not null check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        venue text not null,
        issued_on date,
        participation_by text check (participation_by ~ '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$'),
        status text not null check (status in ('confirmed', 'cancelled')),
        source text,
        external_id text,
        primary key (authority_id, id),
        foreign key (authority_id, body_id) references body (authority_id, id),
        constraint meeting_is_body_date_time unique (authority_id, body_id, meets_on, starts_at),
        constraint meeting_external_id_is_unique unique (authority_id, source, external_id)
      )`);
    await runner.query(`create index meeting_day on meeting (authority_id, meets_on)`);
    await runner.query(`call protect_by_authority('meeting', 'select, insert, update')`);

    // The same content twice is refused; different content for the same meeting is a revision.
    await runner.query(`
      create table agenda_revision (
        authority_id uuid not null,
        id uuid not null,
        meeting_id uuid not null,
        number integer not null check (number > 0),
        file_name text not null,
        content text not null,
        content_hash text not null,
        reading jsonb not null,
        received_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, meeting_id) references meeting (authority_id, id),
        constraint agenda_revision_number_is_unique unique (authority_id, meeting_id, number),
        constraint agenda_revision_content_is_new unique (authority_id, content_hash)
      )`);
    await runner.query(`call protect_by_authority('agenda_revision', 'select, insert')`);

    await runner.query(`
      create table agenda_item (
        authority_id uuid not null,
        id uuid not null,
        meeting_id uuid not null,
        position integer not null,
        number text,
        title text not null check (length(title) between 1 and 1000),
        text text not null,
        restricted boolean not null,
        facts jsonb not null,
        first_revision integer not null,
        withdrawn_in_revision integer,
        source text,
        external_id text,
        primary key (authority_id, id),
        foreign key (authority_id, meeting_id) references meeting (authority_id, id)
      )`);
    await runner.query(
      `create index agenda_item_meeting on agenda_item (authority_id, meeting_id, position)`,
    );
    await runner.query(`call protect_by_authority('agenda_item', 'select, insert, update')`);

    // A file that was read and waits for the clerk's corrections. Nothing of it counts until it is saved.
    await runner.query(`
      create table agenda_import (
        authority_id uuid not null references authority (id),
        id uuid not null,
        file_name text not null,
        content text not null,
        content_hash text not null,
        reading jsonb not null,
        received_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('agenda_import', 'select, insert, delete')`);

    // What a member says of an item and an interest of theirs. Append-only: a correction is another answer.
    await runner.query(`
      create table relevance_answer (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        member_id uuid not null,
        agenda_item_id uuid not null,
        item_title text not null,
        register_entry_id uuid not null,
        answer text not null check (answer in ('about-it', 'not-about-it', 'not-sure')),
        said_at timestamptz not null,
        received_at timestamptz not null,
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, agenda_item_id) references agenda_item (authority_id, id),
        foreign key (authority_id, register_entry_id) references register_entry (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('relevance_answer', 'select, insert')`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
