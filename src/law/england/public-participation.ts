import type { Finding } from '../conclusion.js';
import type { Facts } from '../facts.js';
import { when } from '../finding.js';
import type { Point } from '../point.js';
import { reason } from '../rule.js';
import type { Rule } from '../rule.js';
import { civilDate } from '../time/civil-date.js';
import type { CivilDate } from '../time/civil-date.js';
import { workingDayBefore } from '../time/working-days.js';
import { condition } from '../truth.js';
import { counted, holidaysOf } from './lga-1972/counted-days.js';
import type { HolidayFacts } from './lga-1972/counted-days.js';

export type PublicParticipationFacts = { readonly meetingDate: CivilDate } & HolidayFacts &
  Facts<{
    /** Whether bank holidays are left out as weekends are: the agenda says "working day" and no more. */
    bankHolidaysConsidered: boolean;
    /** The hour of the clock, where the authority has set another than 9.00am. */
    hour: number;
    /** How many working days before the meeting, where the authority has set another number than one. */
    workingDaysBefore: number;
  }>;

/** A time of a day as clocks in the zone show it, 'YYYY-MM-DDTHH:MM', such as '2017-10-23T09:00'. */
export type LocalTime = string;

export interface PublicParticipation {
  readonly deadlineLocal: Finding<LocalTime>;
  readonly zone: 'Europe/London';
}

export const publicParticipation: Rule<PublicParticipationFacts, PublicParticipation> = {
  id: 'england/codes/worcestershire-2012/public-participation',
  question: 'By when must somebody who wants to speak at the meeting give notice?',
  citation: { text: 'Worcestershire County Council agenda of 24 October 2017, item 3' },
  source: 'standing-orders',
  inForceFrom: civilDate('2012-07-01'),
  says: 'Agenda item 3, public participation: notice is due by “9.00am on the working day before” the meeting.',
  reading:
    'The agenda does not define a working day: Monday to Friday without the bank holidays of England is the usual reading, and whether they are left out is asked. The time is that of clocks in London. The practice is the authority’s, which may have another hour or another number of days, from days of its own.',
  decide(facts) {
    rejectAbsurdPractice(facts);
    return { deadlineLocal: deadline(facts), zone: 'Europe/London' };
  },
};

function deadline(facts: PublicParticipationFacts): Finding<LocalTime> {
  const considered = condition(
    'bankHolidaysConsidered',
    facts.bankHolidaysConsidered,
    'notice-counts-weekends-only',
  );
  const withHolidays = byWorkingDays(facts, 'notice-counts-bank-holidays');
  // While the bank holidays of those days are not known, neither is whether they would make a difference.
  if (withHolidays.kind === 'cannot-tell' && considered.is !== 'no') return withHolidays;
  return when(
    considered,
    () => withHolidays,
    () => byWorkingDays({ ...facts, bankHolidays: [] }, considered.otherwise),
  );
}

function byWorkingDays(facts: PublicParticipationFacts, point: Point): Finding<LocalTime> {
  const { meetingDate, hour = 9, workingDaysBefore = 1 } = facts;
  return counted(
    publicParticipation,
    facts,
    meetingDate,
    () => `${workingDayBefore(meetingDate, holidaysOf(facts), workingDaysBefore)}T${twoDigits(hour)}:00`,
    () => [
      reason(publicParticipation, 'notice-to-speak', ['meetingDate']),
      reason(publicParticipation, point, ['bankHolidaysConsidered']),
    ],
  );
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0');
}

function rejectAbsurdPractice({ hour = 9, workingDaysBefore: days = 1 }: PublicParticipationFacts): void {
  if (!(Number.isInteger(hour) && hour >= 0 && hour <= 23)) {
    throw new RangeError(`hour must be a whole hour from 0 to 23, and is ${hour}.`);
  }
  if (!(Number.isInteger(days) && days >= 1 && days <= 20)) {
    throw new RangeError(`workingDaysBefore must be a whole number from 1 to 20, and is ${days}.`);
  }
}
