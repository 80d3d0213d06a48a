import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a member answers to a question that the law asks of an item and an interest. Append-only, like relevance. */
@Entity('interview_answer')
export class InterviewAnswer {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('uuid', { name: 'agenda_item_id' }) agendaItemId: string;
  /** As it stood when the member answered. */
  @Column('text', { name: 'item_title' }) itemTitle: string;
  /** Sealed: which interest, which fact, which answer. */
  @Column('text') details: string;
  @Column('timestamptz', { name: 'said_at' }) saidAt: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
}
