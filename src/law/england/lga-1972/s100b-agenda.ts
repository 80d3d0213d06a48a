import type { Finding, Reason } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { everyDayCounts } from '../../time/clear-days.js';
import { workingDaysOnly } from '../../time/working-days.js';
import { any, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { lga1972 } from './citation.js';
import { clearDays, enoughClearDays, latestDay, latestDayIfKnown } from './clear-days-notice.js';
import type { Notice } from './clear-days-notice.js';
import { holidaysOf } from './counted-days.js';
import type { HolidayFacts } from './counted-days.js';

/** The agenda of one meeting of a principal council, or of its committee or sub-committee. */
export type AgendaFacts = { readonly meetingDate: CivilDate } & HolidayFacts &
  Facts<{
    /** The day on which the agenda was published and open to inspection. */
    publishedOn: CivilDate;
    /** The day on which the meeting was called, if at shorter notice than five clear days; null where it was not. */
    convenedAtShorterNoticeOn: CivilDate | null;
    /** The chair thinks the item urgent by reason of special circumstances, which the minutes specify. */
    urgent: boolean;
  }>;

export interface AgendaCount {
  readonly clearDays: Finding<number>;
  readonly compliant: Finding<boolean>;
  /** The latest day that is safe, whatever is urgent and however the meeting was called. */
  readonly latestPublicationDay: Finding<CivilDate>;
}

/** By working days, which is the practice and safe; and by the calendar, as the bare words can be read. */
export interface AgendaNotice extends AgendaCount {
  readonly byCalendarDays: AgendaCount;
}

/** Made the three clear days of the Act five, in England, from 1 October 2002. */
const si2002_715: RuleSource = {
  id: 'england/access-to-meetings-order-2002/art2',
  citation: { text: 'SI 2002/715', url: 'https://www.legislation.gov.uk/uksi/2002/715/made' },
  source: 'regulations',
};

/** A clear day is one on which the public can inspect the papers, and so one on which offices are open. */
const elitestone: RuleSource = {
  id: 'england/common-law/clear-working-days',
  citation: { text: 'R v Swansea CC ex p Elitestone (1993)' },
  source: 'common-law',
};

export const s100B_3: Rule<AgendaFacts, AgendaNotice> = {
  id: 'england/lga-1972/s100B(3)',
  question: 'Was the agenda published in time, and which is the latest day to publish it?',
  citation: lga1972('100B(3)'),
  source: 'statute',
  inForceFrom: civilDate('2002-10-01'),
  says: 's.100B(3): the agenda and reports must be open to inspection “at least five clear days before the meeting”, or where it is convened at shorter notice “from the time the meeting is convened”. SI 2002/715 made three days five; s.100E applies it to committees.',
  reading:
    '[M] Wording, and the case at second hand. The day of publication and the day of the meeting do not count. The Act says days: since ex parte Elitestone only working days are counted in practice, because the papers must be open to inspection; both counts are given. Meetings of an executive have regulations of their own.',
  decide(facts) {
    rejectContradiction(facts);
    return { ...count(byWorkingDays(facts), facts), byCalendarDays: count(byCalendarDays(facts), facts) };
  },
};

export const s100B_4: Rule<AgendaFacts, Finding<boolean>> = {
  id: 'england/lga-1972/s100B(4)',
  question: 'May the item be considered at the meeting?',
  citation: lga1972('100B(4)'),
  source: 'statute',
  inForceFrom: civilDate('2002-10-01'),
  says: 's.100B(4): no item may be considered unless (a) it was on an agenda open to inspection for five clear days, or since the meeting was convened at shorter notice, or (b) “by reason of special circumstances”, which the minutes must specify, the chair thinks that it should be considered “as a matter of urgency”.',
  reading: '[M] Wording.',
  decide(facts) {
    rejectContradiction(facts);
    const inTime = publishedInTime(byWorkingDays(facts), facts);
    const urgent = condition('urgent', facts.urgent, 'late-item-not-urgent');
    const point = urgent.is === 'yes' && inTime.is !== 'yes' ? 'item-is-urgent' : 'item-was-on-the-agenda';
    const may = any('late-item-not-urgent', inTime, urgent);
    return when(
      may,
      () => decided(true, reason(s100B_4, point, may.facts)),
      () => decided(false, reason(s100B_4, 'late-item-not-urgent', may.facts)),
    );
  },
};

function byWorkingDays(facts: AgendaFacts): Notice {
  const counts = byCalendarDays(facts);
  const workingDays = reason(elitestone, 'only-working-days-are-clear', ['bankHolidays']);
  return {
    ...counts,
    facts,
    leavesOut: workingDaysOnly(holidaysOf(facts)),
    because: [...counts.because, workingDays],
  };
}

function byCalendarDays(facts: AgendaFacts): Notice {
  return {
    rule: s100B_3,
    // Holidays do not matter to this count, and none can make it provisional.
    facts: { ...facts, bankHolidays: [] },
    needed: 5,
    leavesOut: everyDayCounts,
    givenOn: facts.publishedOn,
    fact: 'publishedOn',
    because: [
      reason(s100B_3, 'five-clear-days', ['meetingDate']),
      reason(si2002_715, 'five-days-in-england', ['meetingDate']),
    ],
  };
}

function count(notice: Notice, facts: AgendaFacts): AgendaCount {
  return {
    clearDays: clearDays(notice),
    compliant: compliant(notice, facts),
    latestPublicationDay: latestDay(notice),
  };
}

function compliant(notice: Notice, facts: AgendaFacts): Finding<boolean> {
  const inTime = publishedInTime(notice, facts);
  return when(
    inTime,
    () => decided(true, reason(s100B_3, 'agenda-in-time', inTime.facts), ...notice.because),
    () => decided(false, ...tooLate(notice, inTime), ...notice.because),
  );
}

function tooLate(notice: Notice, { facts }: Truth): readonly Reason[] {
  return [
    reason(s100B_3, 'agenda-too-late', facts, 'none', latestDayIfKnown(notice)),
    reason(s100B_4, 'late-item-needs-urgency', facts),
  ];
}

/** With five clear days, or from the time that the meeting was called where there were fewer. */
function publishedInTime(notice: Notice, facts: AgendaFacts): Truth {
  return any('agenda-too-late', enoughClearDays(notice, 'agenda-too-late'), openSinceItWasCalled(facts));
}

function openSinceItWasCalled({ publishedOn, convenedAtShorterNoticeOn: calledOn }: AgendaFacts): Truth {
  if (calledOn === null) return condition('convenedAtShorterNoticeOn', false, 'agenda-too-late');
  if (calledOn === undefined) return condition('convenedAtShorterNoticeOn', undefined, 'agenda-too-late');
  return test('publishedOn', publishedOn, (day) => day <= calledOn, 'agenda-too-late');
}

function rejectContradiction({ meetingDate, convenedAtShorterNoticeOn: calledOn }: AgendaFacts): void {
  if (typeof calledOn === 'string' && calledOn > meetingDate) {
    throw new RangeError(`convenedAtShorterNoticeOn is ${calledOn}, after the meeting on ${meetingDate}.`);
  }
}
