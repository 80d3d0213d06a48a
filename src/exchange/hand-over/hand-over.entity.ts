import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That one authority continues another from a day on. Both stay as they are; the predecessor's pages name the other. */
@Entity('authority_succession')
export class AuthoritySuccession {
  /** The predecessor: its last day is the one before `vestingOn`. */
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid', { name: 'successor_id' }) successorId: string;
  /** The same for all councils that merged, or were split, at once. */
  @Column('uuid', { name: 'hand_over_id' }) handOverId: string;
  @Column('date', { name: 'vesting_on' }) vestingOn: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

/** From which register a member's draft was filled in. It says how many interests, and none of their details. */
@Entity('carried_draft')
export class CarriedDraft {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid', { name: 'member_id' }) memberId: string;
  @PrimaryColumn('uuid', { name: 'predecessor_id' }) predecessorId: string;
  @Column('uuid', { name: 'predecessor_member_id' }) predecessorMemberId: string;
  @Column('integer') interests: number;
  @Column('timestamptz', { name: 'carried_at' }) carriedAt: Date;
}
