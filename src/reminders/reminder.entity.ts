import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ReminderState = 'planned' | 'in-message' | 'withdrawn' | 'missed';

/** One thing to tell one member at one step. Its key keeps the same thing from being told twice. */
@Entity('reminder')
export class Reminder {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  /** The id of the rule, such as `england/localism-act-2011/s30(1)`, or `briefing` for a meeting. */
  @Column('text') rule: string;
  /** What it is about: a term of office or a meeting, by id. */
  @Column('text') subject: string;
  /** `day-21`, `week-2-after`, `three-days-before`. */
  @Column('text') step: string;
  /** A fingerprint of what is told: when that changes, it is another reminder. */
  @Column('text') edition: string;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('text') state: ReminderState;
  /** Why it was withdrawn or missed. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'planned_at' }) plannedAt: Date;
  @Column('uuid', { name: 'message_id', nullable: true }) messageId: string | null;
}

/** What goes to one member by one channel on one day. Fixed before it is queued: every try sends the same. */
@Entity('message')
export class Message {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The order in which messages were fixed. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('text') channel: 'mail';
  @Column('date') day: string;
  @Column('text', { name: 'to_address' }) toAddress: string;
  @Column('text') subject: string;
  /** Sealed: the words, which name interests. */
  @Column('text') details: string;
  /** The Message-ID header. */
  @Column('text', { name: 'message_id' }) messageId: string;
  @Column('timestamptz', { name: 'fixed_at' }) fixedAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
  @Column('text', { name: 'failed_reason', nullable: true }) failedReason: string | null;
}
