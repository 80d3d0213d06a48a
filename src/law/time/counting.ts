import { addDays, addMonths, dayOfMonth } from './civil-date.js';
import type { CivilDate } from './civil-date.js';

/**
 * The inclusive last day of a period of n days 'beginning with' a day. The first day is day 1, so 28 days
 * beginning with 8 May end on 4 June (Hare v Gocher [1962] 2 QB 641; Trow v Ind Coope [1967] 2 QB 899).
 */
export function lastDayBeginningWith(start: CivilDate, n: number): CivilDate {
  return addDays(start, n - 1);
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
 * The inclusive last day of a calendar month beginning with a day: the eve of the same date in the next month, or
 * that month's last day where it has no such date. 1 to 28 February 2023 is a month; 1 to 30 March is not.
 */
export function lastDayOfMonthBeginningWith(start: CivilDate): CivilDate {
  const sameDate = addMonths(start, 1);
  return dayOfMonth(sameDate) === dayOfMonth(start) ? addDays(sameDate, -1) : sameDate;
}

/** The first day of the twelve months ending with a day: 21 May 2020 for 20 May 2021. */
export function firstDayOfYearEndingWith(end: CivilDate): CivilDate {
  return addDays(addMonths(end, -12), 1);
}

/** The inclusive last day of a period of whole years from a day: four years from 1 June 2017 end on 31 May 2021. */
export function lastDayOfYearsFrom(start: CivilDate, years: number): CivilDate {
  const anniversary = addMonths(start, 12 * years);
  return dayOfMonth(anniversary) === dayOfMonth(start) ? addDays(anniversary, -1) : anniversary;
}
