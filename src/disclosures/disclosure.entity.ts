import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeetingInterest } from '../law/index.js';

export const DISCLOSURE_KINDS = [
  'interest',
  'party-whip',
  'council-tax-arrears',
  'nothing',
  'taken-back',
] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

/** Told beforehand, or to the meeting itself: only the second is a disclosure in the words of s.31(2). */
export type Stage = 'before' | 'at-meeting';

export const INTENTIONS = ['leaves', 'speaks-and-leaves', 'stays-silent', 'takes-part'] as const;
/** What the member says that they will do. It is recorded as said, whatever the law answers. */
export type Intention = (typeof INTENTIONS)[number];

export const INTEREST_KINDS = ['dpi', 'odi', 'other-body-membership', 'ori', 'nri'] as const;
export type DisclosedKind = NonNullable<MeetingInterest['kind']>;

export const HOLDERS = ['self', 'partner', 'other'] as const;
/** Whose interest it is; 'other' is a person or a body that a code counts beside the member and a partner. */
export type DisclosedHolder = (typeof HOLDERS)[number];

/** One thing that a member declared. Append-only: to correct, confirm or take back is another row. */
@Entity('disclosure')
export class Disclosure {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  /** Made by the page or the device that sends it, so that what is sent twice is recorded once. */
  @PrimaryColumn('uuid') id: string;
  /** The order in which they were recorded. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  /** Null where nothing was declared, and for what takes that back. */
  @Column('uuid', { name: 'agenda_item_id', nullable: true }) agendaItemId: string | null;
  /** As it stood when it was declared: a revised agenda may put another matter in its place. */
  @Column('text', { name: 'item_title', nullable: true }) itemTitle: string | null;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('text') kind: DisclosureKind;
  @Column('text') stage: Stage;
  @Column('text', { name: 'interest_kind', nullable: true }) interestKind: DisclosedKind | null;
  @Column('text', { name: 'held_by', nullable: true }) heldBy: DisclosedHolder | null;
  /** Of a sensitive interest, or one that waits for the officer’s answer: its nature was not asked and is nowhere. */
  @Column('boolean', { name: 'nature_withheld' }) natureWithheld: boolean;
  @Column('text', { nullable: true }) intends: Intention | null;
  /** Sealed: see DisclosureDetails. */
  @Column('text') details: string;
  /** At the meeting: the one that was declared before it. */
  @Column('uuid', { name: 'confirms_id', nullable: true }) confirmsId: string | null;
  /** The one that this puts right or takes back. */
  @Column('uuid', { name: 'corrects_id', nullable: true }) correctsId: string | null;
  @Column('timestamptz', { name: 'said_at' }) saidAt: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  /** When retention took the words out of it: from then on nothing is worked out from what it said. */
  @Column({ type: 'timestamptz', name: 'erased_at', nullable: true, insert: false, update: false })
  erasedAt: Date | null;
}
