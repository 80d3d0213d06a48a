import type { Finding } from '../../../conclusion.js';
import type { Facts } from '../../../facts.js';
import { decided, when } from '../../../finding.js';
import { reason } from '../../../rule.js';
import type { Rule } from '../../../rule.js';
import { all, any, condition } from '../../../truth.js';
import { CODE, PUBLISHED, modelCode } from './text.js';

/** A member's place in one body, and what sort of body it is. */
export type BodyFacts = Facts<{
  unpaidDirector: boolean;
  /** A member of it, or in a position of general control or management. */
  memberOrInControl: boolean;
  nominatedByAuthority: boolean;
  functionsOfPublicNature: boolean;
  charitablePurposes: boolean;
  /** One of its principal purposes is to influence public opinion or policy; parties and trade unions do. */
  influencesOpinion: boolean;
}>;

/** The rule of one code on bodies whose members register their place in them. */
export interface OtherBodyRule extends Rule<BodyFacts, Finding<boolean>> {
  readonly code: string;
}

export const isOtherRegisterableInterest: OtherBodyRule = {
  code: CODE,
  id: 'england/codes/lga-model-2020/table-2',
  question: 'Is a place in this body an other registerable interest?',
  citation: modelCode('App B Table 2'),
  source: 'code-of-conduct',
  inForceFrom: PUBLISHED,
  says: 'App B Table 2, other registerable interests: unpaid directorships; bodies of which the member is a member or in general control or management and to which the authority nominated or appointed them; and bodies that exercise functions of a public nature, are directed to charitable purposes, or have a principal purpose of influencing public opinion or policy (including any political party or trade union), of which they are a member or in general control or management.',
  reading:
    '[M] The wording in the national print. Unpaid directorships came with the text of 2021: they are asked for whichever print was adopted, to be safe.',
  decide(facts) {
    const registered = any(
      'body-of-another-sort',
      condition('unpaidDirector', facts.unpaidDirector, 'no-tie-to-the-body'),
      all(
        condition('memberOrInControl', facts.memberOrInControl, 'no-tie-to-the-body'),
        ofASortThatCounts(facts),
      ),
    );
    const otherwise = facts.memberOrInControl === false ? 'no-tie-to-the-body' : registered.otherwise;
    return when(
      registered,
      () =>
        decided(
          true,
          reason(isOtherRegisterableInterest, 'body-is-registered', registered.facts, 'standards-complaint'),
        ),
      () => decided(false, reason(isOtherRegisterableInterest, otherwise, registered.facts)),
    );
  },
};

function ofASortThatCounts(facts: BodyFacts) {
  return any(
    'body-of-another-sort',
    condition('nominatedByAuthority', facts.nominatedByAuthority, 'body-of-another-sort'),
    condition('functionsOfPublicNature', facts.functionsOfPublicNature, 'body-of-another-sort'),
    condition('charitablePurposes', facts.charitablePurposes, 'body-of-another-sort'),
    condition('influencesOpinion', facts.influencesOpinion, 'body-of-another-sort'),
  );
}
