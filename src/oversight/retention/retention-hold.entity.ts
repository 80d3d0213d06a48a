import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Keeps what would be erased: of one member, or of the whole authority. Lifted, it stays on the record. */
@Entity('retention_hold')
export class RetentionHold {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** null: everything of the authority. */
  @Column('uuid', { name: 'member_id', nullable: true }) memberId: string | null;
  /** Sealed. */
  @Column('text') reason: string;
  @Column('timestamptz', { name: 'placed_at' }) placedAt: Date;
  @Column('uuid', { name: 'placed_by' }) placedBy: string;
  @Column('timestamptz', { name: 'lifted_at', nullable: true }) liftedAt: Date | null;
  @Column('uuid', { name: 'lifted_by', nullable: true }) liftedBy: string | null;
}
