import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { change, decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, condition } from '../../truth.js';
import type { ExemptionFacts } from './exemption.js';
import { para10 } from './para10-personal-interest.js';
import type { PersonalFacts } from './para10-personal-interest.js';
import { para12_2 } from './para12-2-exemptions.js';
import { paragraph } from './paragraph.js';

export type PrejudiceFacts = PersonalFacts &
  ExemptionFacts &
  Facts<{
    /** Would a member of the public who knew the facts think it likely to prejudice the member’s judgement? */
    likelyToPrejudice: boolean;
  }>;

export const para12: Rule<PrejudiceFacts, Finding<boolean>> = {
  ...paragraph('12'),
  question: 'Is the personal interest prejudicial?',
  says: 'Para 12(1): a personal interest is also prejudicial if a member of the public who knew the facts would reasonably regard it as “so significant that it is likely to prejudice your judgement of the public interest”, unless (2) exempts the business.',
  reading:
    'Where somebody has judged already whether it is prejudicial, that stands; it must not contradict the other facts.',
  decide(facts, asAt) {
    const workedOut = workOut(facts, asAt);
    const { prejudicial } = facts;
    if (prejudicial === undefined) return workedOut;
    if (workedOut.kind !== 'cannot-tell' && workedOut.value !== prejudicial) {
      throw new RangeError(
        `prejudicial cannot be ${String(prejudicial)}: the other facts say that it is not so.`,
      );
    }
    return decided(
      prejudicial,
      reason(para12, prejudicial ? 'wales-prejudicial' : 'wales-not-prejudicial', ['prejudicial']),
    );
  },
};

function workOut(facts: PrejudiceFacts, asAt: CivilDate): Finding<boolean> {
  const exempt = para12_2.decide(facts, asAt);
  // An exemption settles it, whoever has an interest and however significant that is.
  if (exempt.kind !== 'cannot-tell' && exempt.value) return decided(false, ...exempt.reasons);
  const significant = all(
    para10.decide(facts, asAt),
    condition('likelyToPrejudice', facts.likelyToPrejudice, 'wales-not-significant'),
  );
  return when(
    significant,
    () => change(exempt, (is) => !is, reason(para12, 'wales-prejudicial', significant.facts)),
    () => {
      const says = significant.otherwise === 'wales-no-personal-interest' ? para10 : para12;
      return decided(false, reason(says, significant.otherwise, significant.facts));
    },
  );
}
