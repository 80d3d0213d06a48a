import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CompanyDecision, Likeness } from '../company-officer.js';

/** A row of an officers’ file that looks like one member. Rows that look like nobody are not kept. */
@Entity('company_officer')
export class CompanyOfficer {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('text') likeness: Likeness;
  /** Sealed: what the file says. */
  @Column('text') details: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

/** What an officer of the council decided about a row. Append-only: the newest decision counts. */
@Entity('company_officer_decision')
export class CompanyOfficerDecision {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'company_officer_id' }) companyOfficerId: string;
  @Column('text') decision: CompanyDecision;
  /** Sealed: the reason. */
  @Column('text') details: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt: Date;
  @Column('uuid', { name: 'decided_by' }) decidedBy: string;
}
