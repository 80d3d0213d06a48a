import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import { condition } from '../../truth.js';
import type { Truth } from '../../truth.js';
import type { WelshAuthorityKind } from './exemption.js';
import { para15_5 } from './para15-5-community-councils.js';
import { para15_1, para15_2 } from './para15-register.js';
import { paragraph } from './paragraph.js';

export type RegisteringFacts = Facts<{
  authorityKind: WelshAuthorityKind;
  justElected: boolean;
  /** Does the member have a personal interest that the register does not show? */
  hasPersonalInterest: boolean;
  /** Have they disclosed it at a meeting? */
  disclosedAtMeeting: boolean;
}>;

export interface Registering {
  /** Must it be registered now, without waiting for a disclosure? */
  readonly mustRegisterNow: Finding<boolean>;
  readonly mustRegisterOnFirstDisclosure: Finding<boolean>;
}

export const para15_6: Rule<RegisteringFacts, Finding<boolean>> = {
  ...paragraph('15(6)'),
  question: 'Must a personal interest be registered when it is first disclosed at a meeting?',
  says: 'Para 15(6): a member must, “when disclosing a personal interest in accordance with paragraph 11 for the first time, register that personal interest”.',
  reading:
    'It binds the members of every authority, so far as the register does not show the interest already.',
  decide(facts) {
    const has = hasOne(facts);
    return when(
      has,
      () =>
        decided(
          true,
          reason(para15_6, 'wales-register-at-first-disclosure', has.facts, 'standards-complaint'),
        ),
      () => decided(false, reason(para15_6, has.otherwise, has.facts)),
    );
  },
};

export const para15: Rule<RegisteringFacts, Registering> = {
  ...paragraph('15'),
  question: 'Must this personal interest be registered now, or only when it is first disclosed?',
  says: 'Para 15: members of other authorities register on election and on each new interest or change; members of community councils register an interest when they first disclose it.',
  decide: (facts, asAt) => ({
    mustRegisterNow: registerNow(facts, asAt),
    mustRegisterOnFirstDisclosure: para15_6.decide(facts, asAt),
  }),
};

function registerNow(facts: RegisteringFacts, asAt: CivilDate): Finding<boolean> {
  const has = hasOne(facts);
  const bound = para15_5.decide(facts, asAt);
  return when(
    has,
    () =>
      when(
        bound,
        () => onceHeld(facts),
        () => onceDisclosed(facts, asAt),
      ),
    () => decided(false, reason(para15_1, has.otherwise, has.facts)),
  );
}

/** On election or on becoming aware of it: either way it is to be registered. */
function onceHeld({ justElected }: RegisteringFacts): Finding<boolean> {
  const onElection = condition('justElected', justElected, 'wales-register-new-interest');
  return when(
    onElection,
    () =>
      decided(
        true,
        reason(para15_1, 'wales-register-held-on-election', onElection.facts, 'standards-complaint'),
      ),
    () => decided(true, reason(para15_2, onElection.otherwise, onElection.facts, 'standards-complaint')),
  );
}

function onceDisclosed(facts: RegisteringFacts, asAt: CivilDate): Finding<boolean> {
  const disclosed = condition(
    'disclosedAtMeeting',
    facts.disclosedAtMeeting,
    'wales-community-not-on-election',
  );
  return when(
    disclosed,
    () => para15_6.decide(facts, asAt),
    () => decided(false, reason(para15_5, disclosed.otherwise, ['welshAuthorityKind', 'disclosedAtMeeting'])),
  );
}

function hasOne({ hasPersonalInterest }: RegisteringFacts): Truth {
  return condition('hasPersonalInterest', hasPersonalInterest, 'wales-no-interest-to-register');
}
