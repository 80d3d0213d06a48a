import { Column, Entity, PrimaryColumn } from 'typeorm';

/** single-member: a member who acted alone. delegated: an officer, under delegation. */
export type AloneKind = 'single-member' | 'delegated';
/** What was declared of a conflict, and whether the member handed the matter over because of an interest of theirs. */
export type ConflictDeclared = 'none' | 'declared' | 'handed-over' | 'not-known';

/** A decision that no meeting made, as somebody recorded it. Append-only: a correction is another row. */
@Entity('decision_alone')
export class DecisionAlone {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The order in which they were recorded. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'member_id', nullable: true }) memberId: string | null;
  @Column('text') kind: AloneKind;
  @Column('date', { name: 'decided_on' }) decidedOn: string;
  @Column('text') conflict: ConflictDeclared;
  /** The day on which the member came to know that an interest of theirs is in the matter. */
  @Column('date', { name: 'became_aware_on', nullable: true }) becameAwareOn: string | null;
  /** Sealed: the matter, and everything that was said of interests. */
  @Column('text') details: string;
  /** The one that this puts right. Each is corrected once; a correction can be corrected again. */
  @Column('uuid', { name: 'corrects_id', nullable: true }) correctsId: string | null;
  @Column('timestamptz', { name: 'said_at' }) saidAt: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}
