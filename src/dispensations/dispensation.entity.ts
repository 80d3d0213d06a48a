import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Ground, Restriction } from '../law/index.js';

/**
 * From what a member asks to be relieved. restriction: what s.31(4) bars at a meeting (s.33). executive-decision: a
 * conflict in an executive decision, for the head of paid service (SI 2012/2089); it lifts nothing that s.31 bars.
 */
export type DispensationKind = 'restriction' | 'executive-decision';
export const GROUNDS = ['a', 'b', 'c', 'd', 'e'] as const satisfies readonly Ground[];

/** What one member asked for, in their own name. Append-only. */
@Entity('dispensation_request')
export class DispensationRequest {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The order in which requests were made. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  /** Shared by the requests of several members for one matter. */
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId: string | null;
  @Column('text') kind: DispensationKind;
  @Column('text', { array: true }) relieves: Restriction[];
  /** Null where the member named none, or was not sure. */
  @Column('text', { nullable: true }) ground: Ground | null;
  @Column('date', { name: 'from_on', nullable: true }) fromOn: string | null;
  @Column('date', { name: 'to_on', nullable: true }) toOn: string | null;
  /** The item that it was asked for, where it was asked for one. */
  @Column('uuid', { name: 'agenda_item_id', nullable: true }) agendaItemId: string | null;
  /** Sealed: the matter and the reason. */
  @Column('text') details: string;
  @Column('text') channel: 'web' | 'paper';
  @Column('boolean', { name: 'in_writing' }) inWriting: boolean;
  @Column('date', { name: 'requested_on' }) requestedOn: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

export const DECIDERS = ['officer', 'committee', 'council', 'parish', 'head-of-paid-service'] as const;
/** Who decided. The member, where they took their request back. */
export type Decider = (typeof DECIDERS)[number];

/** What became of a request. There is one for each, and it is never changed. */
@Entity('dispensation_decision')
export class DispensationDecision {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'request_id' }) requestId: string;
  @Column('text') outcome: 'granted' | 'refused' | 'withdrawn';
  @Column('text', { name: 'decided_by' }) decidedBy: Decider | 'member';
  @Column('uuid', { name: 'body_id', nullable: true }) bodyId: string | null;
  @Column('date', { name: 'decided_on' }) decidedOn: string;
  @Column('text', { nullable: true }) ground: Ground | null;
  @Column('text', { array: true }) relieves: Restriction[];
  @Column('date', { name: 'from_on', nullable: true }) fromOn: string | null;
  @Column('date', { name: 'to_on', nullable: true }) toOn: string | null;
  /** Sealed: the cases that it describes, and the reasons. */
  @Column('text') details: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

/** Whether a dispensation reaches the business of an item, as whoever may grant it says. Append-only; the latest counts. */
@Entity('dispensation_coverage')
export class DispensationCoverage {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'request_id' }) requestId: string;
  @Column('uuid', { name: 'agenda_item_id' }) agendaItemId: string;
  /** As it stood when it was said: an item that is about something else now is not reached by it. */
  @Column('text', { name: 'item_title' }) itemTitle: string;
  @Column('boolean') covers: boolean;
  @Column('timestamptz', { name: 'said_at' }) saidAt: Date;
  @Column('uuid', { name: 'said_by' }) saidBy: string;
}

/** What was prepared for a member to ask. It is no request: s.33(1) wants the member's own. */
@Entity('dispensation_invitation')
export class DispensationInvitation {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'batch_id' }) batchId: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('text', { array: true }) relieves: Restriction[];
  @Column('text', { nullable: true }) ground: Ground | null;
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'to_on' }) toOn: string;
  @Column('uuid', { name: 'agenda_item_id', nullable: true }) agendaItemId: string | null;
  /** Sealed: the matter and the reason. */
  @Column('text') details: string;
  @Column('timestamptz', { name: 'prepared_at' }) preparedAt: Date;
  @Column('uuid', { name: 'prepared_by' }) preparedBy: string;
}
