import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The key in a member's calendar address. The key itself is kept nowhere. */
@Entity('calendar_key')
export class CalendarKey {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  /** SHA-256 of the key as it stands in the address. */
  @Column('bytea', { name: 'key_hash' }) keyHash: Buffer;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
}
