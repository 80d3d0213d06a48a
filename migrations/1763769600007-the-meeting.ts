import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever a person writes is encrypted (platform/sealing): it may tell a sensitive detail. */
const SEALED_DETAILS = `details text not null check (details like 'v1.%')`;

/** Dispensations; what is asked of a member and declared; what is observed at a meeting; directories from elsewhere. */
export class TheMeeting1763769600007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A supplementary agenda adds to the business; a whole one says all of it.
    await runner.query(`
      alter table agenda_revision
        add column kind text not null default 'whole' check (kind in ('whole', 'supplementary'))`);

    // Why a member says that an item is not about an interest; sealed, since it may tell what the interest is.
    // An answer may be about what waits to be entered, and about an association, too.
    await runner.query(`
      alter table relevance_answer
        drop constraint relevance_answer_authority_id_register_entry_id_fkey,
        drop constraint relevance_answer_answer_check,
        add constraint relevance_answer_answer_check
          check (answer in ('about-it', 'affects-it', 'not-about-it', 'not-sure')),
        add column details text check (details like 'v1.%')`);
    await runner.query(`alter table relevance_answer rename column register_entry_id to interest_id`);
    await runner.query(
      `create index relevance_answer_of on relevance_answer (authority_id, member_id, agenda_item_id)`,
    );

    // What a member answers to the questions that the law asks of an item and an interest. Append-only.
    await runner.query(`
      create table interview_answer (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        member_id uuid not null,
        agenda_item_id uuid not null,
        item_title text not null,
        ${SEALED_DETAILS},
        said_at timestamptz not null,
        received_at timestamptz not null,
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, agenda_item_id) references agenda_item (authority_id, id)
      )`);
    await runner.query(
      `create index interview_answer_of on interview_answer (authority_id, member_id, agenda_item_id)`,
    );
    await runner.query(`call protect_by_authority('interview_answer', 'select, insert')`);

    // Family, close associates and bodies of which a member alone keeps the list. Nobody else ever reads it.
    await runner.query(`
      create table association (
        authority_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        ${SEALED_DETAILS},
        recorded_at timestamptz not null,
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id)
      )`);
    await runner.query(`create index association_of on association (authority_id, member_id)`);
    await runner.query(`call protect_by_authority('association', 'select, insert, update, delete')`);

    await this.#dispensations(runner);
    await this.#observed(runner);
    await this.#disclosed(runner);

    // What another system says of bodies, meetings or members, read and waiting to be taken over.
    await runner.query(`
      create table directory_import (
        authority_id uuid not null references authority (id),
        id uuid not null,
        kind text not null check (kind in ('bodies', 'meetings', 'members')),
        source text not null,
        reading jsonb not null,
        received_at timestamptz not null,
        recorded_by uuid not null references account (id),
        taken_over_at timestamptz,
        primary key (authority_id, id)
      )`);
    await runner.query(`call protect_by_authority('directory_import', 'select, insert, update, delete')`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }

  async #dispensations(runner: QueryRunner): Promise<void> {
    // Each member asks in their own name (s.33(1)); a bulk request is several rows that share a batch.
    await runner.query(`
      create table dispensation_request (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        member_id uuid not null,
        batch_id uuid,
        kind text not null check (kind in ('restriction', 'executive-decision')),
        relieves text[] not null check (relieves <@ array['discussion', 'vote']),
        ground text check (ground in ('a', 'b', 'c', 'd', 'e')),
        from_on date,
        to_on date check (to_on >= from_on),
        agenda_item_id uuid,
        ${SEALED_DETAILS},
        channel text not null check (channel in ('web', 'paper')),
        in_writing boolean not null,
        requested_on date not null,
        received_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, agenda_item_id) references agenda_item (authority_id, id),
        constraint dispensation_request_is_made_once_in_a_batch unique (authority_id, batch_id, member_id)
      )`);
    await runner.query(
      `create index dispensation_request_of on dispensation_request (authority_id, member_id)`,
    );
    await runner.query(`call protect_by_authority('dispensation_request', 'select, insert')`);

    // What an officer or clerk prepared for several members to ask. It asks nothing: only a member does.
    await runner.query(`
      create table dispensation_invitation (
        authority_id uuid not null,
        id uuid not null,
        batch_id uuid not null,
        member_id uuid not null,
        relieves text[] not null check (relieves <@ array['discussion', 'vote']),
        ground text check (ground in ('a', 'b', 'c', 'd', 'e')),
        from_on date not null,
        to_on date not null check (to_on >= from_on),
        agenda_item_id uuid,
        ${SEALED_DETAILS},
        prepared_at timestamptz not null,
        prepared_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, agenda_item_id) references agenda_item (authority_id, id),
        constraint dispensation_invitation_is_sent_once_in_a_batch unique (authority_id, batch_id, member_id)
      )`);
    await runner.query(`call protect_by_authority('dispensation_invitation', 'select, insert')`);

    // One decision for each request. Who decided is a person, a committee or, for the executive, the head of paid service.
    await runner.query(`
      create table dispensation_decision (
        authority_id uuid not null,
        id uuid not null,
        request_id uuid not null,
        outcome text not null check (outcome in ('granted', 'refused', 'withdrawn')),
        decided_by text not null check
          (decided_by in ('officer', 'committee', 'council', 'parish', 'head-of-paid-service', 'member')),
        body_id uuid,
        decided_on date not null,
        ground text check (ground in ('a', 'b', 'c', 'd', 'e')),
        relieves text[] not null check (relieves <@ array['discussion', 'vote']),
        from_on date,
        to_on date check (to_on >= from_on),
        ${SEALED_DETAILS},
        recorded_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, request_id) references dispensation_request (authority_id, id),
        foreign key (authority_id, body_id) references body (authority_id, id),
        constraint dispensation_decision_is_made_once unique (authority_id, request_id),
        -- One for an executive decision is not that of s.33, which alone must state a period.
        constraint dispensation_grant_states_its_period check
          (outcome <> 'granted' or decided_by = 'head-of-paid-service' or (from_on is not null and to_on is not null)),
        constraint dispensation_for_an_executive_decision_lifts_nothing check
          (decided_by <> 'head-of-paid-service' or cardinality(relieves) = 0)
      )`);
    await runner.query(`call protect_by_authority('dispensation_decision', 'select, insert')`);

    // Whether a dispensation reaches the business of an item, as somebody who may say so has said. Append-only.
    await runner.query(`
      create table dispensation_coverage (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        request_id uuid not null,
        agenda_item_id uuid not null,
        item_title text not null,
        covers boolean not null,
        said_at timestamptz not null,
        said_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, request_id) references dispensation_request (authority_id, id),
        foreign key (authority_id, agenda_item_id) references agenda_item (authority_id, id)
      )`);
    await runner.query(
      `create index dispensation_coverage_of on dispensation_coverage (authority_id, request_id, position)`,
    );
    await runner.query(`call protect_by_authority('dispensation_coverage', 'select, insert')`);
  }

  async #observed(runner: QueryRunner): Promise<void> {
    // A member without a seat says that they will attend, or a member with one that they will not. Append-only.
    await runner.query(`
      create table attendance_intention (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        meeting_id uuid not null,
        member_id uuid not null,
        attends boolean not null,
        said_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, meeting_id) references meeting (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id)
      )`);
    await runner.query(
      `create index attendance_intention_of on attendance_intention (authority_id, meeting_id)`,
    );
    await runner.query(`call protect_by_authority('attendance_intention', 'select, insert')`);

    // What was seen in the room. The id comes from the device that saw it, so that sending it twice adds nothing; a
    // correction is another observation, which names the one that it puts right.
    await runner.query(`
      create table observation (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        meeting_id uuid not null,
        agenda_item_id uuid,
        member_id uuid,
        kind text not null check (kind in
          ('attendance', 'substitution', 'left', 'returned', 'vote', 'item-begun', 'opened', 'closed', 'taken-back')),
        payload jsonb not null,
        corrects_id uuid check (corrects_id <> id),
        said_at timestamptz not null,
        received_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, meeting_id) references meeting (authority_id, id),
        foreign key (authority_id, agenda_item_id) references agenda_item (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, corrects_id) references observation (authority_id, id)
      )`);
    await runner.query(`create index observation_of on observation (authority_id, meeting_id, position)`);
    await runner.query(`call protect_by_authority('observation', 'select, insert')`);
  }

  async #disclosed(runner: QueryRunner): Promise<void> {
    // What was declared, before a meeting or at it. The nature is sealed: an interest can become sensitive afterwards.
    await runner.query(`
      create table disclosure (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        meeting_id uuid not null,
        agenda_item_id uuid,
        item_title text,
        member_id uuid not null,
        kind text not null check (kind in ('interest', 'party-whip', 'council-tax-arrears', 'nothing', 'taken-back')),
        stage text not null check (stage in ('before', 'at-meeting')),
        interest_kind text check (interest_kind in ('dpi', 'odi', 'other-body-membership', 'ori', 'nri')),
        held_by text check (held_by in ('self', 'partner', 'other')),
        nature_withheld boolean not null default false,
        intends text check (intends in ('leaves', 'speaks-and-leaves', 'stays-silent', 'takes-part')),
        ${SEALED_DETAILS},
        confirms_id uuid,
        corrects_id uuid,
        said_at timestamptz not null,
        received_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, meeting_id) references meeting (authority_id, id),
        foreign key (authority_id, agenda_item_id) references agenda_item (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, confirms_id) references disclosure (authority_id, id),
        foreign key (authority_id, corrects_id) references disclosure (authority_id, id),
        constraint disclosure_names_its_item check
          (kind not in ('interest', 'party-whip', 'council-tax-arrears') or agenda_item_id is not null),
        constraint disclosure_of_an_interest_says_its_kind check ((kind = 'interest') = (interest_kind is not null))
      )`);
    await runner.query(`create index disclosure_of on disclosure (authority_id, meeting_id, position)`);
    await runner.query(`create index disclosure_by on disclosure (authority_id, member_id, position)`);
    await runner.query(`call protect_by_authority('disclosure', 'select, insert')`);

    // A member of the executive who decides alone, and officers who decide under delegation: what was recorded of it.
    await runner.query(`
      create table decision_alone (
        authority_id uuid not null,
        id uuid not null,
        position bigint not null generated always as identity,
        member_id uuid,
        kind text not null check (kind in ('single-member', 'delegated')),
        decided_on date not null,
        conflict text not null check (conflict in ('none', 'declared', 'handed-over', 'not-known')),
        became_aware_on date,
        ${SEALED_DETAILS},
        corrects_id uuid,
        said_at timestamptz not null,
        received_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id),
        foreign key (authority_id, corrects_id) references decision_alone (authority_id, id),
        constraint decision_alone_names_its_member check (kind = 'delegated' or member_id is not null),
        constraint decision_alone_is_corrected_once unique (authority_id, corrects_id)
      )`);
    await runner.query(`call protect_by_authority('decision_alone', 'select, insert')`);
  }
}
