import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgendaReading } from '../agenda/index.js';
import type { Retitled } from './retitled.js';

/** A file that was read and waits for the clerk's corrections. Nothing of it counts until it is saved. */
@Entity('agenda_import')
export class AgendaImport {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text') content: string;
  @Column('text', { name: 'content_hash' }) contentHash: string;
  @Column('jsonb') reading: AgendaReading;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  /** The account of the clerk who gave the file; null where a program of the authority did. */
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column('uuid', { name: 'recorded_by_client', nullable: true }) recordedByClient: string | null;
}

/** A whole agenda says all of the business and replaces the one before; a supplementary one only adds to it. */
export type AgendaKind = 'whole' | 'supplementary';

/** An agenda that was saved for a meeting, as it was received and read. The first is number 1. Append-only. */
@Entity('agenda_revision')
export class AgendaRevision {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  @Column('integer') number: number;
  @Column('text') kind: AgendaKind;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text') content: string;
  @Column('text', { name: 'content_hash' }) contentHash: string;
  /** What was read, and the titles that this agenda changed of the one before it. */
  @Column('jsonb') reading: AgendaReading & { readonly retitled?: readonly Retitled[] };
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column('uuid', { name: 'recorded_by_client', nullable: true }) recordedByClient: string | null;
}
