import { localismAct } from '../../citation.js';
import type { Finding, Reason } from '../../conclusion.js';
import type { Facts, Person } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { codeBreach } from './s28-2-left-to-the-code.js';
import { s27_4 } from './s27-4-co-opted-member.js';
import { s30_1 } from './s30-1-notify-on-taking-office.js';
import { s30_2 } from './s30-2-already-entered.js';
import { s30_3 } from './s30-3-whose-interest.js';
import { s31_3 } from './s31-3-notify-after-disclosure.js';
import { limb, unlessExcused } from './s34-1-offence.js';
import type { OffenceAnswer } from './s34-1-offence.js';

/** One interest that was or was not notified, where no meeting and no decision by the member alone comes into it. */
export type NotifyingConductFacts = Facts<{
  person: Person;
  /** A disclosable pecuniary interest of the member's: of a prescribed description, and theirs by s.30(3). */
  isDpi: boolean;
  /** They had it when the notification on taking office was given or fell due. False for one acquired in mid-term. */
  heldOnTakingOffice: boolean;
  /** It was in this authority's register already (s.30(2)). */
  enteredAlready: boolean;
  /** The monitoring officer received it by the last day. Leave it out while that day has not passed. */
  notifiedInTime: boolean;
  reasonableExcuse: boolean;
}>;

export const s34_1OnTakingOffice: Rule<NotifyingConductFacts, OffenceAnswer> = {
  id: 'england/localism-act-2011/s34(1)/on-taking-office',
  question: 'Is it an offence not to have notified this interest?',
  citation: localismAct('34(1)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.34(1)(a): a person commits an offence if, “without reasonable excuse”, they fail to comply with an obligation imposed on them by s.30(1).',
  reading:
    '[M] Wording. The duty is about interests held when the notification is given: one acquired later in the term waits until it meets a matter (s.31), and failing to keep the register up to date is for the code alone. Leaving office before the last day closes the duty: then there is nothing to ask here.',
  decide(facts, asAt) {
    const failed = failedToNotify(facts, asAt);
    return {
      offence: unlessExcused(s34_1OnTakingOffice, asContravention(failed), facts.reasonableExcuse),
      codeBreachIfCodeRequires: codeBreach(
        notInTheRegister(facts, 'nothing-left-for-a-code', 'nothing-left-for-a-code'),
      ),
    };
  },
};

function failedToNotify(facts: NotifyingConductFacts, asAt: CivilDate): Truth {
  return all(
    s27_4.decide(facts, asAt),
    condition('isDpi', facts.isDpi, 'not-a-dpi'),
    condition('heldOnTakingOffice', facts.heldOnTakingOffice, 'acquired-in-mid-term'),
    notInTheRegister(facts, 'entered-already-so-not-owed', 'kept-the-duties-to-tell'),
  );
}

/** Neither entered before nor notified in time; and the point to make where it was the one or the other. */
function notInTheRegister(facts: NotifyingConductFacts, ifEntered: Point, ifNotified: Point): Truth {
  return all(
    test('enteredAlready', facts.enteredAlready, (is) => !is, ifEntered),
    test('notifiedInTime', facts.notifiedInTime, (is) => !is, ifNotified),
  );
}

function asContravention(failed: Truth): Finding<boolean> {
  const limbA = limb(s34_1OnTakingOffice, 'a');
  return when(
    failed,
    () =>
      decided(
        true,
        reason(s30_1, 'held-on-taking-office', failed.facts),
        reason(limbA, 'did-not-notify-as-required', failed.facts, 'criminal'),
      ),
    () => decided(false, ...whyNotOwed(failed), reason(limbA, 'kept-the-duties-to-tell', failed.facts)),
  );
}

/** Where the condition that failed is written. */
const WRITTEN_IN: Partial<Record<Point, RuleSource>> = {
  'has-no-vote-at-all': s27_4,
  'not-a-dpi': s30_3,
  'entered-already-so-not-owed': s30_2,
};

function whyNotOwed({ otherwise, facts }: Truth): readonly Reason[] {
  if (otherwise === 'kept-the-duties-to-tell') return [];
  const why = reason(WRITTEN_IN[otherwise] ?? s30_1, otherwise, facts);
  const waits = reason(s31_3, 'mid-term-waits-for-a-matter', facts);
  return otherwise === 'acquired-in-mid-term' ? [why, waits] : [why];
}
