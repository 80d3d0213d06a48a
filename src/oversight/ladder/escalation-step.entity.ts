import { Column, Entity, PrimaryColumn } from 'typeorm';

export const STEPS = ['reminder', 'letter', 'report', 'refused'] as const;
/** `reminder`: one that an officer gave themselves. `refused`: the member said that they will not answer. */
export type Step = (typeof STEPS)[number];

export const TOLD_BY = ['in-writing', 'telephone', 'in-person'] as const;
/** How an officer and a member spoke with each other outside this service. */
export type ToldBy = (typeof TOLD_BY)[number];

/** One step that an officer took about an open duty of a member. Append-only. */
@Entity('escalation_step')
export class EscalationStep {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The order in which steps were recorded. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  /** The id of the rule by which the duty is owed. */
  @Column('text') rule: string;
  /** The term of office, or the first declaration, from which the duty follows. */
  @Column('uuid') subject: string;
  @Column('text') step: Step;
  @Column('text') channel: 'mail' | 'post' | ToldBy | 'committee';
  /** The committee that a report goes to, and its meeting where one is named. */
  @Column('uuid', { name: 'body_id', nullable: true }) bodyId: string | null;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId: string | null;
  /** Sealed: see StepWords. */
  @Column('text') details: string;
  /** The day on which it was sent, posted, said or reported. */
  @Column('date', { name: 'happened_on' }) happenedOn: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

/** What became of a letter that goes by e-mail, one row an event. The newest counts. Append-only. */
@Entity('escalation_letter_event')
export class LetterEvent {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'step_id' }) stepId: string;
  /** `withdrawn`: the duty was met, or the office left, before it could leave. */
  @Column('text') kind: 'handed-on' | 'sent' | 'failed' | 'withdrawn';
  @Column('text', { name: 'to_address', nullable: true }) toAddress: string | null;
  /** Why it failed; one of a few words, without addresses. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'happened_at' }) happenedAt: Date;
}

/** What was written or said, as it was: the letter as sent, the report as made, or a note of what was said. */
export interface StepWords {
  /** The heading of a letter or a report; '' for a note. */
  readonly subject: string;
  readonly text: string;
}
