import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Category, HeldBy } from '../law/index.js';

export type Sensitivity = 'no' | 'claimed' | 'agreed';

/** An interest that the monitoring officer entered. An ended one stays in history. */
@Entity('register_entry')
export class RegisterEntry {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('uuid', { name: 'notified_interest_id' }) notifiedInterestId: string;
  @Column('text') category: Category;
  /** Kept for the law and never published: the register need not show whose interest it is. */
  @Column('text', { name: 'held_by' }) heldBy: HeldBy;
  @Column('integer', { name: 'schema_version' }) schemaVersion: number;
  /** Sealed. */
  @Column('text') details: string;
  @Column('date', { name: 'entered_on' }) enteredOn: string;
  @Column('timestamptz', { name: 'entered_at' }) enteredAt: Date;
  @Column('uuid', { name: 'entered_by' }) enteredBy: string;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null;
  @Column('text') sensitive: Sensitivity;
  @Column('date', { name: 'sensitive_review_on', nullable: true }) sensitiveReviewOn: string | null;
}

/** What the public may read of an entry. There is no row while details are withheld. */
@Entity('published_entry')
export class PublishedEntry {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid', { name: 'register_entry_id' }) registerEntryId: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('text') category: Category;
  @Column('text') words: string;
  @Column('date', { name: 'published_on' }) publishedOn: string;
}

/** How often an authority's register has changed. */
@Entity('register_version')
export class RegisterVersion {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @Column('bigint') version: string;
}
