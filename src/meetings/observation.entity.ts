import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ObservationKind, ObservationPayload } from './observation-content.js';

/** Something that a clerk saw in the room, as they recorded it. Append-only: a correction is another observation. */
@Entity('observation')
export class Observation {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  /** Made by the device that recorded it, so that what is sent twice is known again. */
  @PrimaryColumn('uuid') id: string;
  /** The order in which observations arrived, also of two at the same instant. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  @Column('uuid', { name: 'agenda_item_id', nullable: true }) agendaItemId: string | null;
  @Column('uuid', { name: 'member_id', nullable: true }) memberId: string | null;
  @Column('text') kind: ObservationKind;
  @Column('jsonb') payload: ObservationPayload;
  /** The observation that this one puts right. */
  @Column('uuid', { name: 'corrects_id', nullable: true }) correctsId: string | null;
  @Column('timestamptz', { name: 'said_at' }) saidAt: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}
