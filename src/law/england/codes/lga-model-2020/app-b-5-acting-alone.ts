import type { Finding } from '../../../conclusion.js';
import type { Facts } from '../../../facts.js';
import { decided, when } from '../../../finding.js';
import type { Point } from '../../../point.js';
import { reason } from '../../../rule.js';
import type { Rule, RuleSource } from '../../../rule.js';
import { all, condition } from '../../../truth.js';
import type { Truth } from '../../../truth.js';
import type { InterestKind } from '../registration.js';
import { PUBLISHED, modelCode } from './text.js';

/** A cabinet member, a decision that is theirs alone, and an interest. */
export type CabinetMemberFacts = Facts<{
  kind: InterestKind;
  asCabinetMember: boolean;
  interestIsInTheMatter: boolean;
  memberAwareItIs: boolean;
}>;

export interface CabinetMemberAnswer {
  readonly mustNotifyOfficer: Finding<boolean>;
  /** Any step but having somebody else deal with it. */
  readonly mayTakeSteps: Finding<boolean>;
  readonly mayHandOver: Finding<boolean>;
}

const dpi: RuleSource = {
  id: 'england/codes/lga-model-2020/app-b-5',
  citation: modelCode('App B para 5'),
  source: 'code-of-conduct',
};

const otherInterest: RuleSource = {
  id: 'england/codes/lga-model-2020/app-b-10',
  citation: modelCode('App B para 10'),
  source: 'code-of-conduct',
};

export const cabinetMemberAlone: Rule<CabinetMemberFacts, CabinetMemberAnswer> = {
  ...dpi,
  question:
    'What does the code ask of a cabinet member who has an interest in a decision that is theirs alone?',
  inForceFrom: PUBLISHED,
  says: 'App B paras 5 and 10, single member action: a cabinet member with a disclosable pecuniary interest (5), or with an other registerable or a non-registerable interest (10), in a matter that they are to decide alone must notify the monitoring officer of it and take no steps “apart from arranging for someone else to deal with it”.',
  reading:
    'The paragraphs stand in brackets in the national text and are left out where there is no cabinet. They know no test of who else is affected, and no dispensation.',
  decide(facts) {
    const applies = all(
      condition('asCabinetMember', facts.asCabinetMember, 'not-a-cabinet-decision'),
      condition('interestIsInTheMatter', facts.interestIsInTheMatter, 'not-in-the-matter'),
      condition('memberAwareItIs', facts.memberAwareItIs, 'member-not-aware-it-is'),
    );
    const rules = paragraphsFor(facts);
    return {
      mustNotifyOfficer: asked(applies, true, rules, 'notify-and-hand-over'),
      mayTakeSteps: asked(applies, false, rules, 'no-steps-alone'),
      mayHandOver: decided(true, ...rules.map((rule) => reason(rule, 'may-hand-over', []))),
    };
  },
};

/** The two say the same: while the kind of interest is unknown, both are given. */
function paragraphsFor({ kind }: CabinetMemberFacts): readonly RuleSource[] {
  if (kind === undefined) return [dpi, otherInterest];
  return [kind === 'dpi' ? dpi : otherInterest];
}

function asked(applies: Truth, value: boolean, rules: readonly RuleSource[], point: Point): Finding<boolean> {
  return when(
    applies,
    () => decided(value, ...rules.map((rule) => reason(rule, point, applies.facts, 'standards-complaint'))),
    () => decided(!value, ...rules.map((rule) => reason(rule, applies.otherwise, applies.facts))),
  );
}
