import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { s29_4 } from './s29-4-monitoring-officer.js';

export type ReceivedFacts = Facts<{
  /** To whom the form was given. */
  givenTo: 'monitoring-officer' | 'parish-clerk';
  /** For a form given to the clerk. */
  clerkPassedItOn: boolean;
  /** The London day on which the monitoring officer received it, from whomever; null when they have not. */
  receivedByOfficerOn: CivilDate | null;
}>;

export const notified: Rule<ReceivedFacts, Finding<boolean>> = {
  id: 'england/localism-act-2011/s30(1)/received',
  question: 'Has the monitoring officer been notified?',
  citation: localismAct('30(1)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.30(1) with s.29(4): what is owed is to “notify the authority’s monitoring officer”, who for a parish council is that of its principal authority.',
  reading:
    'To notify is to be received. A form that lies with the parish clerk notifies nobody until the clerk has passed it on and it has arrived.',
  decide(facts, asAt) {
    const received = hasArrived(facts, asAt);
    const withTheClerk = facts.givenTo === 'parish-clerk';
    return when(
      received,
      () => decided(true, reason(notified, 'officer-has-received-it', received.facts)),
      () =>
        decided(
          false,
          ...(withTheClerk ? [reason(s29_4, 'clerk-is-not-the-officer', ['givenTo'])] : []),
          reason(notified, 'officer-has-not-received-it', received.facts),
        ),
    );
  },
};

/** The day of receipt settles it; where that is not known, a form that still lies with the clerk has not arrived. */
function hasArrived(
  { givenTo, clerkPassedItOn, receivedByOfficerOn }: ReceivedFacts,
  asAt: CivilDate,
): Truth {
  const stillWithTheClerk = givenTo === 'parish-clerk' && clerkPassedItOn === false;
  if (receivedByOfficerOn === undefined && stillWithTheClerk) {
    return condition('clerkPassedItOn', false, 'officer-has-not-received-it');
  }
  return test(
    'receivedByOfficerOn',
    receivedByOfficerOn,
    (day) => day !== null && day <= asAt,
    'officer-has-not-received-it',
  );
}
