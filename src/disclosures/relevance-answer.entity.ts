import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Some codes tell an item that is about an interest from one that only affects it; under the rest nobody is asked. */
export const RELEVANCE = ['about-it', 'affects-it', 'not-about-it', 'not-sure'] as const;
export type Relevance = (typeof RELEVANCE)[number];

/** What a member says of an item and an interest of theirs. Append-only: a correction is another answer. */
@Entity('relevance_answer')
export class RelevanceAnswer {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The order in which answers were given, also of two at the same instant. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('uuid', { name: 'agenda_item_id' }) agendaItemId: string;
  /** As it stood when the member answered: an item that is about something else now has no answer. */
  @Column('text', { name: 'item_title' }) itemTitle: string;
  /** A register entry, a notified interest that waits to be entered, or an association of the member's own list. */
  @Column('uuid', { name: 'interest_id' }) interestId: string;
  @Column('text') answer: Relevance;
  /** Sealed: why, in the member's words. */
  @Column('text', { nullable: true }) details: string | null;
  @Column('timestamptz', { name: 'said_at' }) saidAt: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
}
