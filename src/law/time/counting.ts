import { addDays, addMonths, dayOfMonth } from './civil-date.js';
import type { CivilDate } from './civil-date.js';

/**
 * The inclusive last day of a period of n days 'beginning with' a day. The first day is day 1, so 28 days
 * beginning with 8 May end on 4 June (Hare v Gocher [1962] 2 QB 641; Trow v Ind Coope [1967] 2 QB 899).
 */
export function lastDayBeginningWith(start: CivilDate, n: number): CivilDate {
  return addDays(start, n - 1);
}

/** The nth day after a day, which itself does not count: the fourth day after Thursday 4 May is Monday 8 May. */
export function nthDayAfter(day: CivilDate, n: number): CivilDate {
  return addDays(day, n);
}

/** The two last days of a period 'within n days of' a day. */
export interface WithinDaysOf {
  /** The last day if the first day counts: chase by this one. */
  readonly safeLastDay: CivilDate;
  /** The last day if the first day does not count, as is usual: only after it is anything late. */
  readonly latestArguableLastDay: CivilDate;
}

/**
 * Codes say 'within 28 days of', which ordinarily leaves the first day out, where the Act says 'beginning with'.
 * Both last days are kept, so that nobody is chased too late or accused too early.
 */
export function withinDaysOf(start: CivilDate, n: number): WithinDaysOf {
  return { safeLastDay: addDays(start, n - 1), latestArguableLastDay: addDays(start, n) };
}

/**
 * The inclusive last day of a period of calendar months 'beginning with' a day: the eve of the same date that many
 * months later, or that month's last day where it has no such date. Twelve months beginning with 10 January 2023 end
 * on 9 January 2024, and beginning with 29 February 2024 on 28 February 2025.
 */
export function lastDayOfMonthsBeginningWith(start: CivilDate, months: number): CivilDate {
  const sameDate = addMonths(start, months);
  return dayOfMonth(sameDate) === dayOfMonth(start) ? addDays(sameDate, -1) : sameDate;
}

/** As {@link lastDayOfMonthsBeginningWith}, for one: 1 to 28 February 2023 is a month; 1 to 30 March is not. */
export function lastDayOfMonthBeginningWith(start: CivilDate): CivilDate {
  return lastDayOfMonthsBeginningWith(start, 1);
}

/**
 * The inclusive last day 'within n months after' a day, which itself does not count: the corresponding date, or the
 * month's last day where it has no such date (Dodds v Walker [1981] 1 WLR 1027). One month after 10 May is 10 June;
 * one month after 31 January 2024 is 29 February.
 */
export function lastDayOfMonthsAfter(day: CivilDate, months: number): CivilDate {
  return addMonths(day, months);
}

/** As {@link lastDayOfMonthsAfter}, in years: three years after 29 February 2020 end on 28 February 2023. */
export function lastDayOfYearsAfter(day: CivilDate, years: number): CivilDate {
  return lastDayOfMonthsAfter(day, 12 * years);
}

/** The first day of the twelve months ending with a day: 21 May 2020 for 20 May 2021. */
export function firstDayOfYearEndingWith(end: CivilDate): CivilDate {
  return addDays(addMonths(end, -12), 1);
}

/** The inclusive last day of a period of whole years from a day: four years from 1 June 2017 end on 31 May 2021. */
export function lastDayOfYearsFrom(start: CivilDate, years: number): CivilDate {
  return lastDayOfMonthsBeginningWith(start, 12 * years);
}
