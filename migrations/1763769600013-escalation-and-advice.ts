import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever a person writes is encrypted (platform/sealing): it may tell a sensitive detail. */
const SEALED_DETAILS = `details text not null check (details like 'v1.%')`;

/**
 * Nobody changes these, the owner included, and no row goes. What is sealed is left out: the owner seals it again when
 * the keys are rotated, and the application may update nothing at all.
 */
const NEVER_CHANGED = {
  escalation_step:
    'authority_id, id, member_id, rule, subject, step, channel, body_id, meeting_id, happened_on, recorded_at, recorded_by',
  escalation_letter_event: 'authority_id, id, step_id, kind, to_address, reason, happened_at',
  advice_question:
    'authority_id, id, member_id, meeting_id, agenda_item_id, item_title, says_sensitive, asked_at, asked_by',
  advice_answer: 'authority_id, id, question_id, edition, answered_at, answered_by',
  advice_told: 'authority_id, answer_id, outcome, happened_at',
};

/** What was done about a duty that stays open, step by step; what members asked the monitoring officer, and the answers. */
export class EscalationAndAdvice1763769600013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.#ladder(runner);
    await this.#advice(runner);
    for (const [table, columns] of Object.entries(NEVER_CHANGED)) {
      await runner.query(`call protect_by_authority('${table}', 'select, insert')`);
      await runner.query(`
        create trigger ${table}_is_append_only before delete or update of ${columns} on ${table}
        for each row execute function refuse_change()`);
    }
    // For the worker's round. Ids alone cross authorities. The newest event of a letter says how it stands.
    await runner.query(`
      create function unsent_letters(handed_before timestamptz) returns table (authority_id uuid, id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select e.authority_id, e.step_id from (
          select distinct on (l.authority_id, l.step_id) l.authority_id, l.step_id, l.kind, l.happened_at
          from escalation_letter_event l order by l.authority_id, l.step_id, l.position desc) e
        where e.kind = 'handed-on' and e.happened_at <= handed_before
      $$`);
    await runner.query(`revoke all on function unsent_letters(timestamptz) from public`);
    await runner.query(`grant execute on function unsent_letters(timestamptz) to probity_app`);
  }

  async #ladder(runner: QueryRunner): Promise<void> {
    // One duty of a member is named as reminders name it: by its rule, and by the term or the declaration that began it.
    await runner.query(`
      create table escalation_step (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        member_id uuid not null,
        rule text not null,
        subject uuid not null,
        step text not null check (step in ('reminder', 'letter', 'report', 'refused')),
        channel text not null check (channel in ('mail', 'post', 'in-writing', 'telephone', 'in-person', 'committee')),
        body_id uuid,
        meeting_id uuid,
        ${SEALED_DETAILS},
        happened_on date not null,
        recorded_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, body_id) references body (authority_id, id),
        foreign key (authority_id, meeting_id) references meeting (authority_id, id),
        constraint escalation_step_fits_its_channel check (case step
          when 'letter' then channel in ('mail', 'post')
          when 'report' then channel = 'committee'
          else channel in ('in-writing', 'telephone', 'in-person') end),
        constraint escalation_step_report_names_its_body check ((step = 'report') = (body_id is not null))
      )`);
    await runner.query(
      `create index escalation_step_of on escalation_step (authority_id, member_id, subject, position)`,
    );
    // What became of a letter that goes by e-mail. The newest row counts.
    await runner.query(`
      create table escalation_letter_event (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        step_id uuid not null,
        kind text not null check (kind in ('handed-on', 'sent', 'failed', 'withdrawn')),
        to_address text,
        reason text,
        happened_at timestamptz not null,
        primary key (authority_id, id),
        foreign key (authority_id, step_id) references escalation_step (authority_id, id),
        constraint escalation_letter_is_handed_on_to_somebody check ((kind = 'handed-on') = (to_address is not null))
      )`);
    await runner.query(
      `create index escalation_letter_event_of on escalation_letter_event (authority_id, step_id, position)`,
    );
  }

  async #advice(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table advice_question (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        member_id uuid not null,
        meeting_id uuid not null,
        agenda_item_id uuid not null,
        item_title text not null,
        says_sensitive boolean not null,
        ${SEALED_DETAILS},
        asked_at timestamptz not null,
        asked_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, meeting_id) references meeting (authority_id, id),
        foreign key (authority_id, agenda_item_id) references agenda_item (authority_id, id)
      )`);
    await runner.query(
      `create index advice_question_of on advice_question (authority_id, member_id, agenda_item_id)`,
    );
    // The first answers the question; each later one puts right what was said before. So many answers stand before it.
    await runner.query(`
      create table advice_answer (
        authority_id uuid not null,
        id uuid not null,
        question_id uuid not null,
        edition integer not null check (edition >= 1),
        ${SEALED_DETAILS},
        answered_at timestamptz not null,
        answered_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, question_id) references advice_question (authority_id, id),
        constraint advice_answer_has_its_own_edition unique (authority_id, question_id, edition)
      )`);
    // Whether the member was told by e-mail that there is an answer.
    await runner.query(`
      create table advice_told (
        authority_id uuid not null,
        answer_id uuid not null,
        outcome text not null check (outcome in ('sent', 'no-address', 'failed')),
        happened_at timestamptz not null,
        primary key (authority_id, answer_id),
        foreign key (authority_id, answer_id) references advice_answer (authority_id, id)
      )`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
