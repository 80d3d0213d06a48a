import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an interest be treated as sensitive (s.32), and what the monitoring officer decided. */
@Entity('sensitivity_request')
export class SensitivityRequest {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('uuid', { name: 'register_entry_id', nullable: true }) registerEntryId: string | null;
  /** For an interest that was not entered yet when it was asked. */
  @Column('uuid', { name: 'notified_interest_id', nullable: true }) notifiedInterestId: string | null;
  /** member: they asked. likeness: it may be the same thing as one that is withheld already, told in other words. */
  @Column('text') origin: 'member' | 'likeness';
  /** Sealed. */
  @Column('text') reason: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  @Column('uuid', { name: 'requested_by' }) requestedBy: string;
  /** ended: it was agreed once and is sensitive no longer. */
  @Column('text', { nullable: true }) decision: 'agreed' | 'not-agreed' | 'ended' | null;
  /** Sealed. */
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason: string | null;
  @Column('date', { name: 'review_on', nullable: true }) reviewOn: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
}

/** An officer who may read sensitive details, by name. */
@Entity('named_officer')
export class NamedOfficer {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('timestamptz', { name: 'named_at' }) namedAt: Date;
  @Column('uuid', { name: 'named_by', nullable: true }) namedBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
