import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, any, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { codeBreach } from './s28-2-left-to-the-code.js';
import { inTheMatter, partnersIsKnown } from './s31-1-engaged.js';
import type { ActingAloneFacts } from './s31-6-acting-alone.js';
import { decidedAlone } from './s31-6-to-8-decided-alone.js';
import type { ActingAloneAnswer } from './s31-6-to-8-decided-alone.js';
import { anyContravention, contravention, limb, unlessExcused } from './s34-1-offence.js';
import type { OffenceAnswer } from './s34-1-offence.js';

/** One matter for a member alone, and what the member did: `step` is the step that they took, null if none. */
export type AloneConductFacts = ActingAloneFacts &
  Facts<{
    /** The monitoring officer received it by the last day of s.31(7). Leave it out while that day has not passed. */
    notifiedInTime: boolean;
    reasonableExcuse: boolean;
  }>;

export const s34_1ActingAlone: Rule<AloneConductFacts, OffenceAnswer> = {
  id: 'england/localism-act-2011/s34(1)/acting-alone',
  question:
    'Is what the member did about an interest in a matter that was theirs alone to decide an offence?',
  citation: localismAct('34(1)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.34(1): a person commits an offence if, “without reasonable excuse”, they (a) fail to comply with s.31(7), or (c) take any steps “in contravention of section 31(8)”.',
  reading: '[M] Wording. Handing the matter over is no step. No dispensation reaches either.',
  decide(facts, asAt) {
    const law = decidedAlone(facts, asAt);
    const contravened = anyContravention(tookSteps(law), failedToNotify(facts, law));
    return {
      offence: unlessExcused(s34_1ActingAlone, contravened, facts.reasonableExcuse),
      codeBreachIfCodeRequires: codeBreach(fellShortOfACode(facts, asAt)),
    };
  },
};

/** s.34(1)(c): any step but one that hands the matter over. */
function tookSteps({ stepLawful }: ActingAloneAnswer): Finding<boolean> {
  const limbC = limb(s34_1ActingAlone, 'c');
  const kept = reason(limbC, 'went-against-no-bar', ['step']);
  if (stepLawful === null) return decided(false, kept);
  const broken = reason(limbC, 'acted-alone-though-barred', ['step'], 'criminal');
  return contravention(stepLawful, (lawful) => !lawful, { broken, kept });
}

/** s.34(1)(a): not notified after becoming aware. */
function failedToNotify(
  { notifiedInTime }: AloneConductFacts,
  { notify }: ActingAloneAnswer,
): Finding<boolean> {
  const limbA = limb(s34_1ActingAlone, 'a');
  const notified = condition('notifiedInTime', notifiedInTime, 'did-not-notify-as-required');
  const broken = reason(limbA, notified.otherwise, notified.facts, 'criminal');
  const kept = reason(limbA, 'kept-the-duties-to-tell', notified.facts);
  return when(
    notified,
    () => decided(false, kept),
    () => contravention(notify, (lastDay) => lastDay !== null, { broken, kept }),
  );
}

/** Codes ask the same of a member who acts alone, for an interest of any kind. */
function fellShortOfACode(facts: AloneConductFacts, asAt: CivilDate): Truth {
  const point = 'nothing-left-for-a-code';
  const asAtMeeting = { ...facts, meetingDate: asAt };
  const { interest } = facts;
  return all(
    condition('mayBeDischargedAlone', facts.mayBeDischargedAlone, 'not-for-a-member-alone'),
    test('interest', interest, (known) => known !== null, 'no-interest'),
    partnersIsKnown(asAtMeeting),
    ...inTheMatter(asAtMeeting),
    any(
      point,
      test('step', facts.step, (step) => step === 'does-more', point),
      all(
        test('interest.inRegister', interest?.inRegister, (entered) => !entered, point),
        test('interest.pending', interest?.pending, (pending) => !pending, point),
        test('notifiedInTime', facts.notifiedInTime, (notified) => !notified, point),
      ),
    ),
  );
}
