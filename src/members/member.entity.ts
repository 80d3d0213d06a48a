import { Column, Entity, PrimaryColumn } from 'typeorm';

export const STANDINGS = ['elected', 'appointed', 'co-opted'] as const;
export type Standing = (typeof STANDINGS)[number];
export const VOTES = ['any', 'education', 'none'] as const;
/** On what a member may vote. A church representative or parent governor votes on education matters only. */
export type VotesOn = (typeof VOTES)[number];

/** A person in their office at one authority. The same person at another authority is another member there. */
@Entity('member')
export class Member {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('text') name: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) source: string | null;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
}

/** One term: from the day on which the person became a member until the last day on which they are one. */
@Entity('term_of_office')
export class TermOfOffice {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('text') standing: Standing;
  @Column('text', { name: 'votes_on' }) votesOn: VotesOn;
  /** The legal day; the 28 days of s.30(1) begin with it. */
  @Column('date', { name: 'became_member_on' }) becameMemberOn: string;
  /** Kept where known: some count from it, so reminders do too (the earlier arguable date). */
  @Column('date', { name: 'polling_day', nullable: true }) pollingDay: string | null;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null;
}

/** The political group that a member belonged to between two days. */
@Entity('group_membership')
export class GroupMembership {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('text', { name: 'group_name' }) groupName: string;
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'to_on', nullable: true }) toOn: string | null;
}
