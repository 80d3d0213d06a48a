import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Counts } from './choices.js';
import type { DirectoryKind, DirectoryReading } from './reading.js';

/** What another system says of bodies, meetings or members. Nothing of it counts before a person takes it over. */
@Entity('directory_import')
export class DirectoryImport {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: DirectoryKind;
  /** The host that it was fetched from, or 'file'. */
  @Column('text') source: string;
  /** What was read; once it is taken over, only how many of each. */
  @Column('jsonb') reading: DirectoryReading | { readonly taken: Counts };
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  @Column('timestamptz', { name: 'taken_over_at', nullable: true }) takenOverAt: Date | null;
}
