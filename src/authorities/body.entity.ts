import { Column, Entity, PrimaryColumn } from 'typeorm';

export const BODY_KINDS = [
  'council',
  'executive',
  'committee',
  'sub-committee',
  'overview-and-scrutiny',
  'joint-committee',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** How many must be present: a number of members, or a fraction of the seats and never fewer than a number. */
export type QuorumRule =
  | { readonly kind: 'number'; readonly members: number }
  | { readonly kind: 'fraction'; readonly oneIn: number; readonly atLeast: number };

/** Something of an authority that meets: the council itself, its executive, a committee or a panel. */
@Entity('body')
export class Body {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') kind: BodyKind;
  @Column('jsonb') quorum: QuorumRule;
  @Column('text', { nullable: true }) source: string | null;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
}
