import type { Finding } from '../../conclusion.js';
import { cannotTell, decided } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import type { Exemption, ExemptionFacts } from './exemption.js';
import { paragraph } from './paragraph.js';
import {
  anotherAuthority,
  bodyByAppointment,
  localHealthBoard,
  publicBody,
  schoolGovernor,
} from './para12-2-a-other-bodies.js';
import {
  allowances,
  communityGrant,
  housing,
  schoolMealsAndTravel,
  statutorySickPay,
} from './para12-2-b-services.js';

/** In the order of the paragraph. */
export const EXEMPTIONS: readonly Exemption[] = [
  anotherAuthority,
  publicBody,
  bodyByAppointment,
  schoolGovernor,
  localHealthBoard,
  housing,
  schoolMealsAndTravel,
  statutorySickPay,
  allowances,
  communityGrant,
];

export const para12_2: Rule<ExemptionFacts, Finding<boolean>> = {
  ...paragraph('12(2)'),
  question: 'Is the business exempt, so that an interest in it is not prejudicial?',
  says: 'Para 12(2): subject to (3), a member “will not be regarded as having a prejudicial interest” in business of one of the sorts listed, each within its limits.',
  reading:
    'One sort of business is asked about at a time: put forward the one that the interest arises from.',
  decide(facts, asAt) {
    const { business } = facts;
    if (business === undefined) {
      return cannotTell(
        [true, false],
        ['business.sort'],
        [reason(para12_2, 'wales-exempt-business', ['business.sort'])],
      );
    }
    const one = EXEMPTIONS.find((exemption) => exemption.business === business);
    return one === undefined
      ? decided(false, reason(para12_2, 'wales-not-exempt-business', ['business.sort']))
      : one.decide(facts, asAt);
  },
};
