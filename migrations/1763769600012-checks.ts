import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever a person writes is encrypted (platform/sealing): it may tell a sensitive detail. */
const SEALED_DETAILS = `details text not null check (details like 'v1.%')`;

/**
 * What an officer decided about what the checks ask. The findings themselves are worked out each time and kept nowhere.
 * Beside it, what the checks compare with: counts of another system, and officers of companies who look like members.
 */
export class Checks1763769600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A finding is named by its check and its key; the fingerprint is of the facts that it rested on when it was closed.
    await runner.query(`
      create table check_closing (
        authority_id uuid not null references authority (id),
        id uuid not null,
        position bigint not null generated always as identity,
        check_id text not null check (check_id ~ '^[a-z-]{3,40}$'),
        key text not null check (length(key) between 1 and 200),
        act text not null check (act in ('closed', 'opened')),
        fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
        ${SEALED_DETAILS},
        closed_at timestamptz not null,
        closed_by uuid not null references account (id),
        primary key (authority_id, id)
      )`);
    await runner.query(
      `create index check_closing_of on check_closing (authority_id, check_id, key, position)`,
    );

    // One row for each member whom an officer of a company looks like. All that the file told of them is sealed.
    await runner.query(`
      create table company_officer (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        member_id uuid not null,
        likeness text not null check (likeness in ('likely', 'possible', 'only-the-name')),
        ${SEALED_DETAILS},
        received_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id)
      )`);
    await runner.query(`
      create table company_officer_decision (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        company_officer_id uuid not null,
        decision text not null check (decision in ('same-person', 'somebody-else', 'ask-the-member')),
        ${SEALED_DETAILS},
        decided_at timestamptz not null,
        decided_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, company_officer_id) references company_officer (authority_id, id)
      )`);

    // What another system counts of each item. Each reading is kept: the newest counts.
    await runner.query(`
      create table declaration_count (
        authority_id uuid not null references authority (id),
        id uuid not null,
        position bigint not null generated always as identity,
        source text not null check (length(source) between 1 and 100),
        meeting_external_id text not null check (length(meeting_external_id) between 1 and 100),
        item_external_id text not null check (length(item_external_id) between 1 and 100),
        declared integer not null check (declared between 0 and 100000),
        read_at timestamptz not null,
        primary key (authority_id, id)
      )`);
    await runner.query(`
      create index declaration_count_of on declaration_count (authority_id, source, meeting_external_id, position)`);

    for (const table of [
      'check_closing',
      'company_officer',
      'company_officer_decision',
      'declaration_count',
    ]) {
      await runner.query(`call protect_by_authority('${table}', 'select, insert')`);
    }
    // What is sealed is sealed again with a new key, and nothing else of these rows ever changes.
    for (const [table, columns] of [
      ['check_closing', 'check_id, key, act, fingerprint, closed_at, closed_by'],
      ['company_officer', 'member_id, likeness, received_at, recorded_by'],
      ['company_officer_decision', 'company_officer_id, decision, decided_at, decided_by'],
      ['declaration_count', 'source, meeting_external_id, item_external_id, declared, read_at'],
    ] as const) {
      await runner.query(`
        create trigger ${table}_is_append_only
        before delete or update of authority_id, id, ${columns} on ${table}
        for each row execute function refuse_change()`);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
