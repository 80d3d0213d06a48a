import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * `planned` waits for its time; `in-message` was told; `withdrawn` was no longer needed; `missed` could not be told in
 * time or to anybody; `failed` could not be written.
 */
export type ReminderState = 'planned' | 'in-message' | 'withdrawn' | 'missed' | 'failed';

/** One thing to tell one reader at one step. Its key keeps the same thing from being told twice. */
@Entity('reminder')
export class Reminder {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The member who is told; null where an officer or a clerk is. */
  @Column('uuid', { name: 'member_id', nullable: true }) memberId: string | null;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  /** The id of the rule, such as `england/localism-act-2011/s30(1)`, or the topic where no rule of law speaks. */
  @Column('text') rule: string;
  /** What it is about, by id: a term of office, a meeting, a disclosure. */
  @Column('text') subject: string;
  /** `day-21`, `week-2-after`, `days-before`. */
  @Column('text') step: string;
  /** A fingerprint of what is told: when that changes, it is another reminder. */
  @Column('text') edition: string;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  /** From then on it would be of no use, as a reminder of a meeting that has begun. Null where it always is. */
  @Column('timestamptz', { name: 'useful_until', nullable: true }) usefulUntil: Date | null;
  /** The end of the last day on which the reader can do what it tells of. It goes before then, and is of use after it. */
  @Column('timestamptz', { name: 'act_by', nullable: true }) actBy: Date | null;
  /** Due, and put off until then: quiet hours, or the day's message has gone already. */
  @Column('timestamptz', { name: 'held_until', nullable: true }) heldUntil: Date | null;
  /** An officer asked for it to be sent now. */
  @Column('boolean') hurried: boolean;
  @Column('text') state: ReminderState;
  /** Why it was withdrawn, missed or failed. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'planned_at' }) plannedAt: Date;
  @Column('uuid', { name: 'message_id', nullable: true }) messageId: string | null;
}

/** What the channel reported of a message that it took. */
export type Delivery = 'delivered' | 'temporary-failure' | 'permanent-failure' | 'technical-failure';

/** What goes to one reader by one channel on one day. Fixed before it is queued: every try sends the same. */
@Entity('message')
export class Message {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The order in which messages were fixed. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'member_id', nullable: true }) memberId: string | null;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('text') channel: 'mail' | 'notify';
  @Column('date') day: string;
  @Column('text', { name: 'to_address' }) toAddress: string;
  @Column('text') subject: string;
  /** Sealed: the words, which name interests. See `FixedWords`. */
  @Column('text') details: string;
  /** The Message-ID header. */
  @Column('text', { name: 'message_id' }) messageId: string;
  @Column('timestamptz', { name: 'fixed_at' }) fixedAt: Date;
  /** Those that were fixed together and are carried by one job have one batch. Null: a batch of its own, named by its id. */
  @Column('uuid', { nullable: true }) batch: string | null;
  @Column('timestamptz', { name: 'useful_until', nullable: true }) usefulUntil: Date | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
  /** Taken back before it left: what it tells no longer holds. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  /** When it was last asked whether it still holds. */
  @Column('timestamptz', { name: 'asked_at', nullable: true }) askedAt: Date | null;
  /** How often the channel was asked to take it and did not. */
  @Column('integer') tries: number;
  /** The kind of the last error, without addresses or words. */
  @Column('text', { name: 'last_error', nullable: true }) lastError: string | null;
  @Column('text', { name: 'failed_reason', nullable: true }) failedReason: FailedReason | null;
  @Column('timestamptz', { name: 'failed_at', nullable: true }) failedAt: Date | null;
  /** What the channel calls it. */
  @Column('text', { name: 'provider_id', nullable: true }) providerId: string | null;
  @Column('text', { nullable: true }) delivery: Delivery | null;
  @Column('timestamptz', { name: 'delivery_at', nullable: true }) deliveryAt: Date | null;
}

/** Why a message will not be tried again by itself. */
export type FailedReason = 'address-refused' | 'address-invalid' | 'message-refused' | 'given-up';
