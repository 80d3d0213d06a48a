import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CheckId } from './finding.js';

/** An officer closed a finding with a reason, or opened it again. Append-only: the newest row of a finding counts. */
@Entity('check_closing')
export class CheckClosing {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('text', { name: 'check_id' }) check: CheckId;
  @Column('text') key: string;
  @Column('text') act: 'closed' | 'opened';
  /** Of the facts that the finding rested on then. */
  @Column('text') fingerprint: string;
  /** Sealed: the reason. */
  @Column('text') details: string;
  @Column('timestamptz', { name: 'closed_at' }) closedAt: Date;
  @Column('uuid', { name: 'closed_by' }) closedBy: string;
}
