import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { test } from '../../truth.js';
import { s29_5 } from './s29-5-publish-the-register.js';
import { s30_1 } from './s30-1-notify-on-taking-office.js';
import { s31_3 } from './s31-3-notify-after-disclosure.js';
import { s31_7 } from './s31-7-notify-when-aware.js';
import { s30_4, s31_9 } from './s31-9-enter-what-is-notified.js';
import type { NotifiedFor } from './s31-9-enter-what-is-notified.js';

/** A clock of 28 days that has a last day, and what became of it. */
export interface ClockStopFacts extends Facts<{
  /** The London day on which the monitoring officer received the notification; null when they have not. */
  receivedByOfficerOn: CivilDate | null;
}> {
  /** Which duty's clock it is: part of the question. */
  readonly notifiedFor: Exclude<NotifiedFor, 'freely'>;
  readonly lastDay: CivilDate;
}

export type ClockStop = 'in-time' | 'late' | 'still-running';

export const clockStops: Rule<ClockStopFacts, Finding<ClockStop>> = {
  id: 'england/localism-act-2011/s30(1)/clock-stops',
  question: 'Was the notification in time, and what stopped its clock?',
  citation: localismAct('30(1)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 'ss.30(1), 31(3) and 31(7): the member must “notify the authority’s monitoring officer” before the end of the 28 days. Entering (ss.30(4), 31(9)) and publishing (s.29(5)) come after and are the officer’s.',
  reading:
    'Receipt by the monitoring officer stops the clock, by the London day, and nothing else does. Whoever is late when the last day ends stays late, whenever the notification comes.',
  decide({ notifiedFor, lastDay, receivedByOfficerOn }, asAt) {
    const { duty, entering } = PROVISIONS[notifiedFor];
    const stop = (value: ClockStop, point: Point, sanction?: 'criminal'): Finding<ClockStop> =>
      decided(
        value,
        reason(duty, point, ['receivedByOfficerOn'], sanction, lastDay),
        reason(s29_5, 'publication-stops-no-clock', []),
        reason(entering, 'entry-stops-no-clock', []),
      );
    const received = (by: CivilDate) =>
      test('receivedByOfficerOn', receivedByOfficerOn, (day) => day !== null && day <= by, 'notified-late');
    return when(
      received(lastDay),
      () => stop('in-time', 'notified-in-time'),
      () =>
        when(
          received(asAt),
          () => stop('late', 'notified-late', 'criminal'),
          () =>
            asAt <= lastDay
              ? stop('still-running', 'clock-still-running')
              : stop('late', 'last-day-passed-without-receipt', 'criminal'),
        ),
    );
  },
};

/** Where each duty is written, and where it is written that what it brings in is entered. */
const PROVISIONS: Readonly<
  Record<ClockStopFacts['notifiedFor'], { readonly duty: RuleSource; readonly entering: RuleSource }>
> = {
  'taking-office': { duty: s30_1, entering: s30_4 },
  meeting: { duty: s31_3, entering: s31_9 },
  'acting-alone': { duty: s31_7, entering: s31_9 },
};
