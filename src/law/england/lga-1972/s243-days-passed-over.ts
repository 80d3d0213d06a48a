import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate, daysBetween, weekday } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { firstCountedFrom, nthDayBefore } from '../../time/clear-days.js';
import type { LeavesOut } from '../../time/clear-days.js';
import { easterSunday } from '../../time/easter.js';
import { isBankHoliday, isWeekend } from '../../time/working-days.js';
import { lga1972 } from './citation.js';
import { counted, holidaysOf } from './counted-days.js';
import type { HolidayFacts } from './counted-days.js';

/** The days that s.243 speaks of, so far as a calendar does not tell them. */
export type PassedOverFacts = HolidayFacts &
  Facts<{
    /** Days appointed for public thanksgiving or mourning, beyond the bank holidays. None is known here for certain. */
    mourningDays: readonly CivilDate[];
  }>;

/** One day, which is part of the question. */
export type DayFacts = { readonly on: CivilDate } & PassedOverFacts;

/** National mourning that was announced, and not plainly "appointed": advice differs on whether it is passed over. */
const MOURNING_IN_DOUBT: readonly (readonly [from: CivilDate, to: CivilDate])[] = [
  [civilDate('2021-04-09'), civilDate('2021-04-17')],
  [civilDate('2022-09-08'), civilDate('2022-09-19')],
];

export const s243_1: Rule<DayFacts, Finding<CivilDate>> = {
  id: 'england/lga-1972/s243(1)',
  question: 'On which day may what the Act puts on this day be done?',
  citation: lga1972('243(1)'),
  source: 'statute',
  inForceFrom: civilDate('1974-04-01'),
  says: 's.243(1): where the day on which anything is “required or permitted to be done” is a Sunday, a day of the Christmas, Easter or a bank holiday break, or a day appointed for public thanksgiving or mourning, it is “the first day thereafter” that is none of these.',
  reading:
    '[M] The definitions of the breaks were not read at source. Passed over for certain are Sundays, Christmas Eve, Christmas Day, Maundy Thursday, Good Friday and bank holidays; a break of a bank holiday is read as the holiday alone, as in the advice on 6 May 2019. Saturdays count.',
  decide: (facts) =>
    counted(
      s243_1,
      facts,
      facts.on,
      () => firstCountedFrom(facts.on, passedOver(facts)),
      (day) => [reason(s243_1, day === facts.on ? 'day-counts' : 'day-moved-on', ['bankHolidays'])],
    ),
};

export const s243_4: Rule<DayFacts, Finding<boolean>> = {
  id: 'england/lga-1972/s243(4)',
  question: 'Is this day left out of a short period that the Act sets?',
  citation: lga1972('243(4)'),
  source: 'statute',
  inForceFrom: civilDate('1974-04-01'),
  says: 's.243(4): in a short period of time that the Act sets, such as three clear days, the days of s.243(1) are “disregarded”.',
  reading:
    '[M] Not read at source: that clear days fall under subsection (4) is taken from the advice of the National Association of Local Councils of 2022.',
  decide: (facts) =>
    counted(
      s243_4,
      facts,
      facts.on,
      () => passedOver(facts)(facts.on),
      (leftOut) => [reason(s243_4, leftOut ? 'day-left-out' : 'day-counts', ['bankHolidays'])],
    ),
};

/** The days that s.243 passes over for certain. */
export function passedOver(facts: PassedOverFacts): LeavesOut {
  const { mourningDays = [] } = facts;
  return (on) =>
    isSunday(on) ||
    isOneOf(on, '12-24', '12-25') ||
    fromEaster(on, -3, -2) ||
    mourningDays.includes(on) ||
    isBankHoliday(on, holidaysOf(facts));
}

/** As {@link passedOver}, with every day that somebody could say is passed over too, and Saturdays. */
export function perhapsPassedOver(facts: PassedOverFacts): LeavesOut {
  const certainly = passedOver(facts);
  return (on) =>
    isWeekend(on) ||
    certainly(on) ||
    fromEaster(on, -3, 2) ||
    inChristmasBreak(on, certainly) ||
    MOURNING_IN_DOUBT.some(([from, to]) => from <= on && on <= to);
}

/** The Christmas break at its widest: from the last weekday before Christmas Day to the first after the holidays. */
function inChristmasBreak(on: CivilDate, certainly: LeavesOut): boolean {
  if (!on.includes('-12-')) return false;
  const christmas = civilDate(`${on.slice(0, 4)}-12-25`);
  const lastWeekdayBefore = nthDayBefore(christmas, 1, isWeekend);
  const firstAfter = firstCountedFrom(christmas, (day) => isWeekend(day) || certainly(day));
  return lastWeekdayBefore <= on && on <= firstAfter;
}

function fromEaster(on: CivilDate, first: number, last: number): boolean {
  const days = daysBetween(easterSunday(Number(on.slice(0, 4))), on);
  return first <= days && days <= last;
}

function isOneOf(on: CivilDate, ...days: readonly string[]): boolean {
  return days.includes(on.slice(5));
}

function isSunday(on: CivilDate): boolean {
  return weekday(on) === 7;
}
