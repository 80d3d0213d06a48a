import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { InterestAnswer, TakingOfficeFacts } from '../../facts.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { any, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { yesOrNo } from '../../yes-or-no.js';
import { s30Clock } from './s30-clock.js';

export const s30_2: Rule<TakingOfficeFacts & { readonly interest: InterestAnswer }, Truth> = {
  id: 'england/localism-act-2011/s30(2)',
  question: 'Is this interest entered or notified already, so that nothing more is owed for it?',
  citation: localismAct('30(2)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.30(2): on re-election or re-appointment, only interests “not entered in the authority’s register when the notification is given” have to be notified.',
  reading:
    'The subsection looks at “entered”. A notification from before the re-election that is still pending is not entered, so the safe reading asks the member to confirm it (doubtful; docs/law-changes.md). Entries in another authority’s register do not help.',
  decide(facts) {
    const { interest, returning } = facts;
    const { receivedOn } = interest;
    const since = s30Clock(facts)?.chaseFrom;
    const notified = test(
      'answers.receivedOn',
      receivedOn,
      (day) => day !== null,
      'holds-and-has-not-notified',
    );
    const fromBefore = receivedOn && since ? receivedOn < since : false;
    const counts = fromBefore
      ? condition('returning', returning === undefined ? undefined : !returning, 'pending-at-re-election')
      : notified;
    return any(
      counts.is === 'no' ? counts.otherwise : 'holds-and-has-not-notified',
      condition('answers.inRegister', interest.inRegister, 'holds-and-has-not-notified'),
      counts,
    );
  },
};

/** Is an interest entered in this authority's register? That it stands in another authority's does not help. */
export function enteredHere({ inRegister }: Pick<InterestAnswer, 'inRegister'>): Finding<boolean> {
  const entered = condition('answers.inRegister', inRegister, 'only-this-register-counts');
  return yesOrNo(s30_2, entered, 'all-entered-already');
}
