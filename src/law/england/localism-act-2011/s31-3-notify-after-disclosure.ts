import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { MeetingFacts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { lastDayBeginningWith } from '../../time/counting.js';
import { condition } from '../../truth.js';

export const s31_3: Rule<MeetingFacts, Finding<CivilDate | null>> = {
  id: 'england/localism-act-2011/s31(3)',
  question: 'Must the member notify the monitoring officer after disclosing, and by when?',
  citation: localismAct('31(3)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.31(3): if the interest is neither entered in the register nor “the subject of a pending notification”, the member must notify the monitoring officer “before the end of 28 days beginning with the date of the disclosure”.',
  reading:
    'By (11) a notification is pending when it was given to the monitoring officer and has not been entered yet.',
  decide(facts) {
    const entered = condition('interest.inRegister', facts.interest?.inRegister, 'notify-after-disclosure');
    const pending = condition('interest.pending', facts.interest?.pending, 'notify-after-disclosure');
    return when<CivilDate | null>(
      entered,
      () => decided(null, reason(s31_3, 'in-register-so-not-notified', entered.facts)),
      () =>
        when<CivilDate | null>(
          pending,
          () => decided(null, reason(s31_3, 'pending-so-not-notified', pending.facts)),
          () => {
            const lastDay = lastDayBeginningWith(facts.meetingDate, 28);
            return decided(
              lastDay,
              reason(s31_3, 'notify-after-disclosure', ['meetingDate'], 'criminal', lastDay),
            );
          },
        ),
    );
  },
};
