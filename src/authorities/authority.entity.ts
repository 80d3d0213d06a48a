import { Column, Entity, PrimaryColumn } from 'typeorm';

export const AUTHORITY_KINDS = ['county', 'district', 'london-borough', 'unitary', 'parish'] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** A relevant authority: a council or a parish. */
@Entity('authority')
export class Authority {
  @PrimaryColumn('uuid') id: string;
  /** Permanent; part of public addresses. */
  @Column('text') slug: string;
  @Column('text') name: string;
  @Column('text') kind: AuthorityKind;
  @Column('text') jurisdiction: 'england';
  @Column('boolean', { name: 'executive_arrangements' }) executiveArrangements: boolean;
  /** For a parish, the authority whose monitoring officer keeps its register (Localism Act 2011 s.29(4), (9)). */
  @Column('uuid', { name: 'principal_authority_id', nullable: true }) principalAuthorityId: string | null;
  @Column('text', { nullable: true }) source: string | null;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** The code of conduct that an authority had adopted between two days. One at a time, kept by the database. */
@Entity('adopted_code')
export class AdoptedCode {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** A code that the rulebook knows, such as `worcestershire-2012`. */
  @Column('text') code: string;
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'to_on', nullable: true }) toOn: string | null;
}

/** A standing order that changes what a member must do, such as one that excludes them from the room (s.31(10)). */
@Entity('standing_order')
export class StandingOrder {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: 'excludes-from-room';
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'to_on', nullable: true }) toOn: string | null;
}
