import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What is alleged of one member on one day. What was recorded of that day is not copied here: it is gathered when the
 * file is read or exported.
 */
@Entity('case_file')
export class CaseFile {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** '2017/03': the year in which it was opened, and its number in that year. */
  @Column('text') reference: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId: string | null;
  @Column('uuid', { name: 'agenda_item_id', nullable: true }) agendaItemId: string | null;
  /** The day that the allegation is about; of a meeting, its day. */
  @Column('date', { name: 'offence_on' }) offenceOn: string;
  /** Sealed. */
  @Column('text') alleged: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('uuid', { name: 'opened_by' }) openedBy: string;
  /** On which day sufficient evidence came to the prosecutor's knowledge (s.34(6)); null where that is not known. */
  @Column('date', { name: 'evidence_known_on', nullable: true }) evidenceKnownOn: string | null;
  /** The day that the prosecutor's certificate states (s.34(8)); null where none is known. */
  @Column('date', { name: 'certified_on', nullable: true }) certifiedOn: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy: string | null;
  /** Sealed. */
  @Column('text', { nullable: true }) outcome: string | null;
}

/** Something that an officer wrote into a case file. Append-only. */
@Entity('case_file_note')
export class CaseFileNote {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The order in which notes were written. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'case_file_id' }) caseFileId: string;
  /** Sealed. */
  @Column('text') words: string;
  @Column('timestamptz', { name: 'written_at' }) writtenAt: Date;
  @Column('uuid', { name: 'written_by' }) writtenBy: string;
}
