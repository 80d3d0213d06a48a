import { england, type CivilDate } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import type { CheckRule } from './finding.js';

/** A dispensation that was granted from the bars of s.31(4). */
export interface GrantedDispensation {
  readonly requestId: string;
  readonly memberId: string;
  readonly grantedOn: CivilDate;
  /** Undefined where it was granted without a first day. */
  readonly from: CivilDate | undefined;
  /** Inclusive; undefined where it was granted without one. */
  readonly to: CivilDate | undefined;
  /** How many interests the member has told the officer of and holds still. */
  readonly interestsHeld: number;
  /** One of them resembles what was asked for or granted. */
  readonly matches: boolean;
  /** The member declared an interest in an item that it was asked for, or that it is said to reach. */
  readonly declaredInIt: boolean;
  /** It is about business that concerns everybody, such as the setting of council tax. */
  readonly isGeneral: boolean;
}

export const dispensationWithoutInterest: CheckRule<GrantedDispensation> = {
  id: 'dispensation-without-interest',
  asks: askedBy('dispensation-without-interest'),
  sources: [england.s33_2.citation],
  decide(facts, asAt) {
    const { requestId, memberId, grantedOn, to, interestsHeld, matches, declaredInIt, isGeneral } = facts;
    const isOver = to !== undefined && to < asAt;
    if (isOver || grantedOn > asAt || matches || declaredInIt || isGeneral) return [];
    return [
      {
        ...{ key: requestId, memberIds: [memberId], on: grantedOn, ...(to && { lastDay: to }) },
        tags: [interestsHeld === 0 ? 'no-interest-held' : 'no-interest-matches'],
        ...{ evidence: [], sensitive: false },
      },
    ];
  },
};
