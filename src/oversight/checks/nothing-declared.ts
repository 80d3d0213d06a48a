import { addMonths, england, type CivilDate } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import type { CheckRule } from './finding.js';

/**
 * Half of a term of four years: time enough for an ordinary life to change, and for meetings that touch it. Our choice; no
 * Act has such a figure.
 */
export const YEARS_OF_SILENCE = 2;

export const silentSince = (asAt: CivilDate): CivilDate => addMonths(asAt, -12 * YEARS_OF_SILENCE);

/** A member in office, and whether anything was heard of them. */
export interface HeardOfMember {
  readonly memberId: string;
  /** Since when they are in office without a gap. */
  readonly inOfficeSince: CivilDate;
  /** The last day on which anything of theirs was notified, entered, confirmed or declared; undefined for never. */
  readonly lastHeardOn: CivilDate | undefined;
  /** Meetings within the years of bodies on which they held a seat on the day. */
  readonly meetings: number;
}

export const nothingDeclared: CheckRule<HeardOfMember> = {
  id: 'nothing-declared',
  asks: askedBy('nothing-declared'),
  sources: [england.s30_1.citation, england.s31_2.citation],
  decide({ memberId, inOfficeSince, lastHeardOn, meetings }, asAt) {
    const since = silentSince(asAt);
    const heard = lastHeardOn !== undefined && lastHeardOn > since;
    if (inOfficeSince > since || heard || meetings === 0) return [];
    return [
      {
        ...{ key: memberId, memberIds: [memberId], on: lastHeardOn ?? inOfficeSince, tags: [] },
        evidence: [
          { kind: 'number', of: 'years', count: YEARS_OF_SILENCE },
          { kind: 'number', of: 'meetings', count: meetings },
        ],
        sensitive: false,
      },
    ];
  },
};
