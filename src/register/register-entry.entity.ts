import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HeldBy, RegisterCategory } from '../law/index.js';

/**
 * claimed: the member has asked, or it may be the same thing as one that is withheld; kept back until the officer has
 * decided. agreed: both consider it sensitive (s.32(1)).
 */
export type Sensitivity = 'no' | 'claimed' | 'agreed';

export type EndedBecause = 'ended' | 'changed' | 'corrected' | 'not-repeated';

/** An interest that the monitoring officer entered. An ended one stays in history. */
@Entity('register_entry')
export class RegisterEntry {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The interest itself: the same id through its changes and corrections. */
  @Column('uuid', { name: 'thing_id' }) thingId: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('uuid', { name: 'notified_interest_id' }) notifiedInterestId: string;
  @Column('text') category: RegisterCategory;
  /** Kept for the law and never published: the register need not show whose interest it is. */
  @Column('text', { name: 'held_by' }) heldBy: HeldBy;
  @Column('integer', { name: 'schema_version' }) schemaVersion: number;
  /** Sealed. */
  @Column('text') details: string;
  @Column('date', { name: 'entered_on' }) enteredOn: string;
  @Column('timestamptz', { name: 'entered_at' }) enteredAt: Date;
  @Column('uuid', { name: 'entered_by' }) enteredBy: string;
  /** The days on which the interest itself began and ceased, as the member said. */
  @Column('date', { name: 'began_on', nullable: true }) beganOn: string | null;
  @Column('date', { name: 'ceased_on', nullable: true }) ceasedOn: string | null;
  /** When the entry was ended, which is not when the interest ceased. */
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { name: 'ended_because', nullable: true }) endedBecause: EndedBecause | null;
  @Column('text') sensitive: Sensitivity;
  @Column('date', { name: 'sensitive_review_on', nullable: true }) sensitiveReviewOn: string | null;
}
