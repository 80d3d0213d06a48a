import type { MigrationInterface, QueryRunner } from 'typeorm';

const CATEGORY = `check (category in ('employment', 'sponsorship', 'contracts', 'land', 'licences', 'corporate-tenancies', 'securities'))`;
const HELD_BY = `check (held_by in ('self', 'partner'))`;
/** Details are always encrypted (platform/sealing): an interest can become sensitive after it was written. */
const SEALED = `check (details like 'v1.%')`;

/** What members notified, what the monitoring officer entered, and what of it is public. */
export class Register1763769600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification_draft (
        authority_id uuid not null,
        member_id uuid not null,
        details text not null ${SEALED},
        version integer not null,
        saved_at timestamptz not null,
        primary key (authority_id, member_id),
        foreign key (authority_id, member_id) references member (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('notification_draft', 'select, insert, update, delete')`);

    // Receipt by the monitoring officer, not entry, stops the clock: received_on is the London day of received_at.
    await runner.query(`
      create table notification (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        member_id uuid not null,
        channel text not null check (channel in ('web', 'paper')),
        received_at timestamptz not null,
        received_on date not null,
        recorded_at timestamptz not null,
        recorded_by uuid not null references account (id),
        has_partner boolean not null,
        entered_at timestamptz,
        entered_by uuid references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        constraint notification_entered_by_someone check ((entered_at is null) = (entered_by is null))
      )`);
    await runner.query(
      `create index notification_member on notification (authority_id, member_id, received_at)`,
    );
    await runner.query(`call protect_by_authority('notification', 'select, insert, update')`);

    // An explicit answer for every required category, for the member and for the partner: silence is no row.
    await runner.query(`
      create table notification_answer (
        authority_id uuid not null,
        notification_id uuid not null,
        category text not null ${CATEGORY},
        held_by text not null ${HELD_BY},
        answer text not null check (answer in ('entries', 'nothing')),
        primary key (authority_id, notification_id, category, held_by),
        foreign key (authority_id, notification_id) references notification (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('notification_answer', 'select, insert')`);

    await runner.query(`
      create table notified_interest (
        authority_id uuid not null,
        id uuid not null,
        notification_id uuid not null,
        category text not null ${CATEGORY},
        held_by text not null ${HELD_BY},
        position integer not null,
        schema_version integer not null,
        details text not null ${SEALED},
        primary key (authority_id, id),
        foreign key (authority_id, notification_id, category, held_by)
          references notification_answer (authority_id, notification_id, category, held_by)
      )`);
    await runner.query(`call protect_by_authority('notified_interest', 'select, insert')`);

    await runner.query(`
      create table register_entry (
        authority_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        notified_interest_id uuid not null,
        category text not null ${CATEGORY},
        held_by text not null ${HELD_BY},
        schema_version integer not null,
        details text not null ${SEALED},
        entered_on date not null,
        entered_at timestamptz not null,
        entered_by uuid not null references account (id),
        ended_on date check (ended_on >= entered_on),
        sensitive text not null check (sensitive in ('no', 'claimed', 'agreed')),
        sensitive_review_on date,
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, notified_interest_id) references notified_interest (authority_id, id),
        constraint register_entry_once_per_interest unique (authority_id, notified_interest_id),
        constraint register_entry_sensitive_is_reviewed check ((sensitive = 'agreed') = (sensitive_review_on is not null))
      )`);
    await runner.query(`create index register_entry_member on register_entry (authority_id, member_id)`);
    await runner.query(`call protect_by_authority('register_entry', 'select, insert, update')`);

    // What the public may read of an entry: written when it is entered, removed when it becomes sensitive.
    await runner.query(`
      create table published_entry (
        authority_id uuid not null,
        register_entry_id uuid not null,
        member_id uuid not null,
        category text not null ${CATEGORY},
        words text not null,
        published_on date not null,
        primary key (authority_id, register_entry_id),
        foreign key (authority_id, register_entry_id) references register_entry (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('published_entry', 'select, insert, delete')`);

    // Counts every change of an authority's register, so that a briefing can say which one it was made from.
    await runner.query(`
      create table register_version (
        authority_id uuid primary key references authority (id),
        version bigint not null
      )`);
    await runner.query(`call protect_by_authority('register_version', 'select, insert, update')`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
