import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { lga1972Schedule } from './citation.js';
import { clearDays, enoughClearDays, latestDay, latestDayIfKnown } from './clear-days-notice.js';
import type { Notice } from './clear-days-notice.js';
import { passedOver, perhapsPassedOver, s243_4 } from './s243-days-passed-over.js';
import type { PassedOverFacts } from './s243-days-passed-over.js';

/** The notice and the summons of one meeting of a parish council. */
export type ParishSummonsFacts = { readonly meetingDate: CivilDate } & PassedOverFacts &
  Facts<{
    /** The day by which the notice was put up and every summons sent. */
    summonedOn: CivilDate;
  }>;

export interface ParishNotice {
  readonly clearDays: Finding<number>;
  /** False only where no reading of the Act leaves three clear days. */
  readonly compliant: Finding<boolean>;
  /** The latest day that the Act allows, where only what it passes over for certain is left out. */
  readonly latestDay: Finding<CivilDate>;
  /** The latest day that nobody can question: Saturdays and every day in doubt are left out too. */
  readonly safeDay: Finding<CivilDate>;
}

export const sch12_10_2: Rule<ParishSummonsFacts, ParishNotice> = {
  id: 'england/lga-1972/sch12-10(2)',
  question: 'Was the parish council called together in time, and which is the latest day to do so?',
  citation: lga1972Schedule(12, '10(2)'),
  source: 'statute',
  inForceFrom: civilDate('1974-04-01'),
  says: 'Sch 12 para 10(2): “three clear days at least before a meeting” of a parish council a notice of its time and place must be put up in the parish, and a summons with its business sent to every member.',
  reading:
    '[M] Wording. Neither the day of the summons nor that of the meeting counts, nor the days that s.243 passes over. Saturdays count by the Act; some leave them out, so a safe day is given too. By para 10(3) a member who was not summoned does not make the meeting invalid.',
  decide(facts) {
    const notice = byTheAct(facts);
    const inTime = enoughClearDays(notice, 'summons-too-late');
    const late = (): Finding<boolean> =>
      decided(
        false,
        reason(sch12_10_2, 'summons-too-late', inTime.facts, 'none', latestDayIfKnown(notice)),
        ...notice.because,
      );
    return {
      clearDays: clearDays(notice),
      compliant: when(
        inTime,
        () => decided(true, reason(sch12_10_2, 'summons-in-time', inTime.facts), ...notice.because),
        late,
      ),
      latestDay: latestDay(notice),
      safeDay: latestDay(toBeSafe(notice, facts)),
    };
  },
};

function byTheAct(facts: ParishSummonsFacts): Notice {
  return {
    rule: sch12_10_2,
    facts,
    needed: 3,
    leavesOut: passedOver(facts),
    givenOn: facts.summonedOn,
    fact: 'summonedOn',
    because: [
      reason(sch12_10_2, 'three-clear-days', ['meetingDate']),
      reason(s243_4, 'some-days-left-out', ['bankHolidays']),
    ],
  };
}

function toBeSafe(notice: Notice, facts: ParishSummonsFacts): Notice {
  const cautiously = reason(s243_4, 'days-in-doubt-left-out', ['bankHolidays']);
  return { ...notice, leavesOut: perhapsPassedOver(facts), because: [...notice.because, cautiously] };
}
