import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody or something that a member is close to, on the list that they keep for themselves. */
@Entity('association')
export class AssociationRow {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  /** Sealed: who it is and what ties the member to them. Nothing of it stands beside. */
  @Column('text') details: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
}
