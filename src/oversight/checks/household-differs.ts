import { england } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import { restsOnSensitive, type CheckRule, type Found, type InterestEvidence } from './finding.js';

/** Something that one of two lists and the other may be expected to. */
export interface ListedByOne {
  readonly evidence: InterestEvidence;
  readonly what: 'partners-interest' | 'home';
  /** It is in the register of the other too, or waits to be. */
  readonly inTheOthers: boolean;
}

/** Two members who seem to be of one household, and what each of them lists that concerns both. */
export interface Household {
  readonly memberIds: readonly [string, string];
  /** How they are known to be one. */
  readonly knownBy: readonly ('same-home' | 'named-as-partner')[];
  /** The home that tells it is sensitive. */
  readonly homeIsSensitive: boolean;
  readonly listed: readonly ListedByOne[];
}

export const householdDiffers: CheckRule<Household> = {
  id: 'household-differs',
  asks: askedBy('household-differs'),
  sources: [england.s30_3.citation],
  decide({ memberIds, knownBy, homeIsSensitive, listed }) {
    const missing = listed.filter(({ inTheOthers }) => !inTheOthers);
    if (missing.length === 0) return [];
    const evidence = missing.map((one) => one.evidence);
    const ofKind = (what: ListedByOne['what']): boolean => missing.some((one) => one.what === what);
    const found: Found = {
      ...{ key: [...memberIds].sort().join('/'), memberIds: [...memberIds].sort() },
      tags: [
        ...knownBy,
        ...(ofKind('partners-interest') ? (['partners-interest-missing'] as const) : []),
        ...(ofKind('home') ? (['home-missing'] as const) : []),
      ],
      evidence,
      sensitive: homeIsSensitive || restsOnSensitive(evidence),
    };
    return [found];
  },
};
