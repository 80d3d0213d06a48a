import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Category, HeldBy } from '../law/index.js';

/** What a member has answered so far and not yet sent. */
@Entity('notification_draft')
export class NotificationDraft {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid', { name: 'member_id' }) memberId: string;
  /** Sealed. */
  @Column('text') details: string;
  /** Grows with each saving, so that two tabs cannot overwrite each other unseen. */
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'saved_at' }) savedAt: Date;
}

/** What a member told the monitoring officer at one moment. Pending until it is entered in the register. */
@Entity('notification')
export class Notification {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The order of receipt, also of two at the same instant. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('text') channel: 'web' | 'paper';
  /** Receipt by the monitoring officer, which stops the clock, and its civil date in London. */
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('date', { name: 'received_on' }) receivedOn: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  /** Whether there is a spouse, civil partner or somebody the member lives with as such. */
  @Column('boolean', { name: 'has_partner' }) hasPartner: boolean;
  @Column('timestamptz', { name: 'entered_at', nullable: true }) enteredAt: Date | null;
  @Column('uuid', { name: 'entered_by', nullable: true }) enteredBy: string | null;
}

/** One category answered, for the member or for the partner: there are entries, or there is nothing. */
@Entity('notification_answer')
export class NotificationAnswer {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid', { name: 'notification_id' }) notificationId: string;
  @PrimaryColumn('text') category: Category;
  @PrimaryColumn('text', { name: 'held_by' }) heldBy: HeldBy;
  @Column('text') answer: 'entries' | 'nothing';
}

/** One interest that was notified. */
@Entity('notified_interest')
export class NotifiedInterest {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notification_id' }) notificationId: string;
  @Column('text') category: Category;
  @Column('text', { name: 'held_by' }) heldBy: HeldBy;
  @Column('integer') position: number;
  @Column('integer', { name: 'schema_version' }) schemaVersion: number;
  /** Sealed. */
  @Column('text') details: string;
}
