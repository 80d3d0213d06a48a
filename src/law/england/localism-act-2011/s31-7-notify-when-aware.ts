import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import { cannotTell, decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { lastDayBeginningWith } from '../../time/counting.js';
import { condition } from '../../truth.js';
import { s31_11 } from './s31-11-pending.js';
import type { ActingAloneFacts } from './s31-6-acting-alone.js';

export const s31_7: Rule<ActingAloneFacts, Finding<CivilDate | null>> = {
  id: 'england/localism-act-2011/s31(7)',
  question: 'Must the member notify the monitoring officer after becoming aware, and by when?',
  citation: localismAct('31(7)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.31(7): if the interest is neither entered in the register nor “the subject of a pending notification”, the member must notify the monitoring officer “before the end of 28 days beginning with the date when the member becomes aware” that it is in the matter.',
  reading: '[M] Wording. There is no meeting to disclose to, so the clock starts with knowing.',
  decide({ interest, becameAwareOn }, asAt) {
    const entered = condition('interest.inRegister', interest?.inRegister, 'notify-after-awareness');
    const pending = condition('interest.pending', interest?.pending, 'notify-after-awareness');
    return when<CivilDate | null>(
      entered,
      () => decided(null, reason(s31_7, 'in-register-so-not-notified', entered.facts)),
      () =>
        when<CivilDate | null>(
          pending,
          () =>
            decided(
              null,
              reason(s31_7, 'pending-so-not-notified', pending.facts),
              reason(s31_11, 'notification-is-pending', pending.facts),
            ),
          () => lastDayToNotify(becameAwareOn, asAt),
        ),
    );
  },
};

function lastDayToNotify(becameAwareOn: CivilDate | undefined, asAt: CivilDate): Finding<CivilDate | null> {
  const owed = (lastDay?: CivilDate): ReturnType<typeof reason> =>
    reason(s31_7, 'notify-after-awareness', ['becameAwareOn'], 'criminal', lastDay);
  if (becameAwareOn !== undefined) {
    const lastDay = lastDayBeginningWith(becameAwareOn, 28);
    return decided(lastDay, owed(lastDay));
  }
  // It was some day since the section began: the first and the last day that are left stand for all of them.
  const couldBe = [s31_7.inForceFrom, asAt].map((day) => lastDayBeginningWith(day, 28));
  return cannotTell(couldBe, ['becameAwareOn'], [owed()]);
}
