import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, test } from '../../truth.js';
import type { NotifiedFor } from './s31-9-enter-what-is-notified.js';

/** One interest, and how far its notification has come. */
export type PendingFacts = Facts<{
  /** Which duty it was notified under. */
  notifiedFor: NotifiedFor;
  /** The London day on which the monitoring officer received it; null when nothing was received. */
  receivedByOfficerOn: CivilDate | null;
  /** The day on which it was entered; null when it has not been. */
  enteredOn: CivilDate | null;
}>;

export const s31_11: Rule<PendingFacts, Finding<boolean>> = {
  id: 'england/localism-act-2011/s31(11)',
  question: 'Is a notification of this interest pending?',
  citation: localismAct('31(11)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.31(11): an interest is subject to a pending notification if, “under this section or section 30”, it was notified to the monitoring officer but “has not been entered in the authority’s register in consequence”.',
  reading:
    '[M] Wording. What was notified freely, with no duty under s.30 or s.31, is not pending by these words, so the safe answer is to notify it again (docs/law-changes.md).',
  decide({ notifiedFor, receivedByOfficerOn, enteredOn }, asAt) {
    const by = (day: CivilDate | null): boolean => day !== null && day <= asAt;
    const pending = all(
      test('receivedByOfficerOn', receivedByOfficerOn, by, 'not-notified-so-not-pending'),
      test('enteredOn', enteredOn, (day) => !by(day), 'entered-so-not-pending'),
      test('notifiedFor', notifiedFor, (duty) => duty !== 'freely', 'notified-freely-so-not-pending'),
    );
    const so = (value: boolean, point: Point): Finding<boolean> =>
      decided(value, reason(s31_11, point, pending.facts));
    return when(
      pending,
      () => so(true, 'notification-is-pending'),
      () => so(false, pending.otherwise),
    );
  },
};
