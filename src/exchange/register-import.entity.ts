import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * read: waits for an officer; taking-over: a job enters it; taken-over: all of it is in the register; failed: nothing of
 * it was saved; discarded: thrown away.
 */
export type ImportState = 'read' | 'taking-over' | 'taken-over' | 'failed' | 'discarded';

/** A register from elsewhere that was read. Nothing of it counts before an officer takes it over. */
@Entity('register_import')
export class RegisterImport {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') form: 'moderngov' | 'csv';
  /** Sealed: what was read, and emptied once it is taken over or thrown away. */
  @Column('text') content: string;
  @Column('text') state: ImportState;
  /** How many of `total` rows are entered so far, in a transaction that is not finished. */
  @Column('integer') done: number;
  @Column('integer') total: number;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @Column('timestamptz', { name: 'taken_over_at', nullable: true }) takenOverAt: Date | null;
}
