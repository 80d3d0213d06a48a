import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgendaItemFacts } from './item-facts.js';

export type MeetingStatus = 'confirmed' | 'cancelled';

/** A body that meets on a day at a time. That is its identity: another time is another meeting. */
@Entity('meeting')
export class Meeting {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'body_id' }) bodyId: string;
  @Column('date', { name: 'meets_on' }) meetsOn: string;
  /** 'HH:MM' on the London clock. */
  @Column('text', { name: 'starts_at' }) startsAt: string;
  @Column('text') venue: string;
  @Column('date', { name: 'issued_on', nullable: true }) issuedOn: string | null;
  /** The last moment to ask to take part, as printed: local 'YYYY-MM-DDTHH:MM'. */
  @Column('text', { name: 'participation_by', nullable: true }) participationBy: string | null;
  @Column('text') status: MeetingStatus;
  @Column('text', { nullable: true }) source: string | null;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
  /** How often it was changed: its agenda, day, time or place, or that it is cancelled. The database counts. */
  @Column({ type: 'integer', insert: false, update: false }) changes: number;
}

/** A line of the business. It keeps its id from revision to revision; it is withdrawn, never deleted. */
@Entity('agenda_item')
export class AgendaItem {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  /** From 1, in the order of the agenda. */
  @Column('integer') position: number;
  /** As printed, such as '5' or '6A'; null for an item that has none. */
  @Column('text', { nullable: true }) number: string | null;
  @Column('text') title: string;
  /** What stands under the title, with the report that belongs to it; '' where nothing does. */
  @Column('text') text: string;
  /** True for an item that is exempt or not for publication. */
  @Column('boolean') restricted: boolean;
  @Column('jsonb') facts: AgendaItemFacts;
  @Column('integer', { name: 'first_revision' }) firstRevision: number;
  @Column('integer', { name: 'withdrawn_in_revision', nullable: true }) withdrawnInRevision: number | null;
  @Column('text', { nullable: true }) source: string | null;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
}
