import type { Facts } from '../../facts.js';
import type { Rule } from '../../rule.js';
import { condition } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { paragraph } from './paragraph.js';

/** What somebody has judged already of one member and one piece of business. */
export type PersonalFacts = Facts<{
  /** Does the member have a personal interest in the business? */
  personalInterest: boolean;
  /** Is it prejudicial? Leave it out to have that worked out by paragraphs 12 and 13. */
  prejudicial: boolean;
}>;

export const para10: Rule<PersonalFacts, Truth> = {
  ...paragraph('10'),
  question: 'Does the member have a personal interest in the business?',
  says: 'Para 10(2): business in which the member must “regard yourself as having a personal interest” relates to or is likely to affect their job, employer, sponsor, securities of more than £25,000 or one hundredth, contracts, land, tenancies or bodies, or might affect the well-being or money of themselves or those close to them.',
  reading:
    'Whether it does is for the member: the library is told. A prejudicial interest is a personal one.',
  decide: ({ personalInterest, prejudicial }) =>
    personalInterest === undefined && prejudicial === true
      ? condition('prejudicial', true, 'wales-no-personal-interest')
      : condition('personalInterest', personalInterest, 'wales-no-personal-interest'),
};
