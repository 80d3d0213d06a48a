import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one member asked the monitoring officer about one item. Append-only. */
@Entity('advice_question')
export class AdviceQuestion {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The order in which questions were asked. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  @Column('uuid', { name: 'agenda_item_id' }) agendaItemId: string;
  /** As it stood when it was asked: a revised agenda may put another matter in its place. */
  @Column('text', { name: 'item_title' }) itemTitle: string;
  /** The member said that it is about a sensitive interest. */
  @Column('boolean', { name: 'says_sensitive' }) saysSensitive: boolean;
  /** Sealed: the question. */
  @Column('text') details: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
}

/** What was answered. A later edition puts right an earlier one, and both stay. Append-only. */
@Entity('advice_answer')
export class AdviceAnswer {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'question_id' }) questionId: string;
  /** From 1. */
  @Column('integer') edition: number;
  /** Sealed: see AnsweredWords. */
  @Column('text') details: string;
  @Column('timestamptz', { name: 'answered_at' }) answeredAt: Date;
  @Column('uuid', { name: 'answered_by' }) answeredBy: string;
}

/** Whether the member was told by e-mail that an answer is there. Append-only. */
@Entity('advice_told')
export class AdviceTold {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid', { name: 'answer_id' }) answerId: string;
  @Column('text') outcome: 'sent' | 'no-address' | 'failed';
  @Column('timestamptz', { name: 'happened_at' }) happenedAt: Date;
}

/** The words of an answer. */
export interface AnsweredWords {
  readonly text: string;
  /** What the briefing said of the item, where the officer added it; none otherwise. */
  readonly lawSays: readonly string[];
}
