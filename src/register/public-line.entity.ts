import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegisterCategory } from '../law/index.js';
import type { InterestDetails } from './details.js';

/** By what details are kept back: the Act for a sensitive interest, s.32A for a home address, or the council's practice. */
export type WithheldBy = 's32' | 's32a' | 'practice';

/**
 * One line of the public register and the days on which it stood there. It is closed, not deleted, when it is taken
 * down; it is deleted when it may be published no longer, and then no page of a past day shows it either.
 */
@Entity('public_line')
export class PublicLine {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('text') kind: 'entry' | 'nothing' | 'withheld';
  /** Null for what is withheld under s.32: even the category may tell. */
  @Column('text', { nullable: true }) category: RegisterCategory | null;
  @Column('uuid', { name: 'register_entry_id', nullable: true }) registerEntryId: string | null;
  /** The stable id of the interest, through changes and corrections. */
  @Column('uuid', { name: 'thing_id', nullable: true }) thingId: string | null;
  /** The part of the details that the public may read; null unless it is an entry. */
  @Column('jsonb', { nullable: true }) details: InterestDetails | null;
  /** The same in one line. */
  @Column('text', { nullable: true }) words: string | null;
  @Column('text', { name: 'withheld_by', nullable: true }) withheldBy: WithheldBy | null;
  @Column('timestamptz', { name: 'published_at' }) publishedAt: Date;
  /** London days: the first on which it stood, and the one at whose end it no longer did. */
  @Column('date', { name: 'published_on' }) publishedOn: string;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
}

/** How often an authority's register has changed. */
@Entity('register_version')
export class RegisterVersion {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @Column('bigint') version: string;
}
