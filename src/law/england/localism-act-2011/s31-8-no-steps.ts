import { localismAct } from '../../citation.js';
import type { Finding, Reason } from '../../conclusion.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { test } from '../../truth.js';
import type { ActingAloneFacts } from './s31-6-acting-alone.js';
import { s33 } from './s33-dispensation.js';

/** What a member who acts alone may do about the matter. `true` is that the member may. */
export interface Steps {
  readonly mayTakeSteps: Finding<boolean>;
  /** May the member do what lets somebody else deal with it? */
  readonly mayHandOver: Finding<boolean>;
  /** Is the step that is asked about lawful? Null when none is. */
  readonly stepLawful: Finding<boolean> | null;
}

export const s31_8: Rule<ActingAloneFacts, Steps> = {
  id: 'england/localism-act-2011/s31(8)',
  question: 'May the member deal with the matter?',
  citation: localismAct('31(8)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.31(8): the member “must not take any steps, or any further steps, in relation to the matter”, except to enable it to be dealt with otherwise than by the member.',
  reading: '[M] Wording. s.33 relieves from s.31(4) only, so no dispensation lifts this.',
  decide: (facts) => ({
    mayTakeSteps: decided(
      false,
      reason(s31_8, 'no-steps-alone', ['interestIsInTheMatter'], 'criminal'),
      ...dispensationsAreNoHelp(facts),
    ),
    mayHandOver: decided(true, reason(s31_8, 'may-hand-over', ['interestIsInTheMatter'])),
    stepLawful: stepLawful(facts),
  }),
};

function stepLawful(facts: ActingAloneFacts): Finding<boolean> | null {
  if (facts.step === null) return null;
  const handsOver = test(
    'step',
    facts.step,
    (step) => step === 'hands-over',
    'step-does-more-than-hand-over',
  );
  return when(
    handsOver,
    () => decided(true, reason(s31_8, 'step-hands-over', handsOver.facts)),
    () =>
      decided(
        false,
        reason(s31_8, handsOver.otherwise, handsOver.facts, 'criminal'),
        ...dispensationsAreNoHelp(facts),
      ),
  );
}

/** Said to whoever has a dispensation, by the section that grants it and by the one that it does not name. */
function dispensationsAreNoHelp({ dispensations = [] }: ActingAloneFacts): readonly Reason[] {
  if (dispensations.length === 0) return [];
  return [s33, s31_8].map((rule) =>
    reason(rule, 'dispensation-does-not-reach-acting-alone', ['dispensations']),
  );
}
