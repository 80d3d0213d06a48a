import { Column, Entity, PrimaryColumn } from 'typeorm';

export const RELEVANCE = ['about-it', 'not-about-it', 'not-sure'] as const;
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
  @Column('uuid', { name: 'register_entry_id' }) registerEntryId: string;
  @Column('text') answer: Relevance;
  @Column('timestamptz', { name: 'said_at' }) saidAt: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
}
