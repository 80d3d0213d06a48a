import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HeldBy, RegisterCategory } from '../law/index.js';

/** A form that a member fills in here, or one on paper that an officer types in for them. */
export type DraftChannel = 'web' | 'paper';

/** What was answered so far and not yet sent. */
@Entity('notification_draft')
export class NotificationDraft {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid', { name: 'member_id' }) memberId: string;
  @PrimaryColumn('text') channel: DraftChannel;
  /** Sealed. */
  @Column('text') details: string;
  /** Grows with each saving, so that two tabs cannot overwrite each other unseen. */
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'saved_at' }) savedAt: Date;
}

/**
 * What a member told the monitoring officer at one moment: the whole of what they hold, or a change in one interest.
 * Pending until it is entered in the register.
 */
@Entity('notification')
export class Notification {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The order of receipt, also of two at the same instant. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('text') kind: 'whole' | 'change';
  @Column('text') channel: 'web' | 'paper' | 'import';
  /** Receipt by the monitoring officer, which stops the clock, and its civil date in London. */
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('date', { name: 'received_on' }) receivedOn: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  /** Whether there is a spouse, civil partner or somebody the member lives with as such; null where it was not told. */
  @Column('boolean', { name: 'has_partner', nullable: true }) hasPartner: boolean | null;
  /** When the last of it was entered, or withdrawn by the member. */
  @Column('timestamptz', { name: 'entered_at', nullable: true }) enteredAt: Date | null;
  @Column('uuid', { name: 'entered_by', nullable: true }) enteredBy: string | null;
}

/** One category answered, for the member or for the partner: there are entries, or there is nothing. */
@Entity('notification_answer')
export class NotificationAnswer {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid', { name: 'notification_id' }) notificationId: string;
  @PrimaryColumn('text') category: RegisterCategory;
  @PrimaryColumn('text', { name: 'held_by' }) heldBy: HeldBy;
  @Column('text') answer: 'entries' | 'nothing';
}

/**
 * What is told of an interest. hold: it is held, in a whole notification; add: it is new; change: it is another now;
 * end: it is held no longer; correct: what the register says of it was wrong.
 */
export type Act = 'hold' | 'add' | 'change' | 'end' | 'correct';

/** One interest that was notified. */
@Entity('notified_interest')
export class NotifiedInterest {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notification_id' }) notificationId: string;
  @Column('text') category: RegisterCategory;
  @Column('text', { name: 'held_by' }) heldBy: HeldBy;
  @Column('integer') position: number;
  @Column('integer', { name: 'schema_version' }) schemaVersion: number;
  /** Sealed. */
  @Column('text') details: string;
  @Column('text') act: Act;
  /** The entry that is changed, ended or corrected. */
  @Column('uuid', { name: 'about_entry_id', nullable: true }) aboutEntryId: string | null;
  /** From which day on it is so, as the member said. */
  @Column('date', { name: 'effective_on', nullable: true }) effectiveOn: string | null;
  /** The day on which the member became aware of it: a code counts from there. */
  @Column('date', { name: 'aware_on', nullable: true }) awareOn: string | null;
}

/** What became of an interest that was notified. Without a row it is still pending. */
@Entity('notified_interest_fate')
export class NotifiedInterestFate {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid', { name: 'notified_interest_id' }) notifiedInterestId: string;
  @Column('text') fate: 'entered' | 'repeated' | 'ended' | 'withdrawn';
  /** The entry that was made, repeated or ended. */
  @Column('uuid', { name: 'register_entry_id', nullable: true }) registerEntryId: string | null;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt: Date;
  @Column('uuid', { name: 'decided_by' }) decidedBy: string;
}

/** A question of the officer about a notification, or one interest in it, and the member's answer. */
@Entity('notification_query')
export class NotificationQuery {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notification_id' }) notificationId: string;
  @Column('uuid', { name: 'notified_interest_id', nullable: true }) notifiedInterestId: string | null;
  /** Sealed. */
  @Column('text') question: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  /** Sealed. */
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
}

/** The scan of a paper form. */
@Entity('notification_attachment')
export class NotificationAttachment {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notification_id' }) notificationId: string;
  @Column('text', { name: 'media_type' }) mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
  @Column('integer') bytes: number;
  /** Sealed; only read when it is asked for. */
  @Column('text', { select: false }) content: string;
  @Column('timestamptz', { name: 'attached_at' }) attachedAt: Date;
  @Column('uuid', { name: 'attached_by' }) attachedBy: string;
}

/** An officer who leaves one member's register to others, because of an interest of their own. */
@Entity('stepped_aside')
export class SteppedAside {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('timestamptz', { name: 'stepped_at' }) steppedAt: Date;
}
