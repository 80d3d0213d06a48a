import { bankHoliday } from './bank-holidays.js';
import type { BankHolidayArea } from './bank-holidays.js';
import { weekday } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { clearDaysBetween, latestDayWithClearDays, nthDayBefore } from './clear-days.js';
import type { LeavesOut } from './clear-days.js';

/** Whose bank holidays: an area's, as they are known here, or exactly the days of a list. */
export type Holidays = BankHolidayArea | readonly CivilDate[];

/** The holidays of a count that minds weekends only. */
export const NO_HOLIDAYS: Holidays = [];

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(on: CivilDate): boolean {
  return weekday(on) >= 6;
}

/** Whether the day is a bank holiday. By area it throws a BankHolidaysNotKnown for a day that is not known. */
export function isBankHoliday(on: CivilDate, holidays: Holidays): boolean {
  return typeof holidays === 'string' ? bankHoliday(on, holidays) !== undefined : holidays.includes(on);
}

/** Whether the day is a Monday to Friday that is no bank holiday. */
export function isWorkingDay(on: CivilDate, holidays: Holidays): boolean {
  return !isWeekend(on) && !isBankHoliday(on, holidays);
}

/** A count of working days only. */
export function workingDaysOnly(holidays: Holidays): LeavesOut {
  return (on) => !isWorkingDay(on, holidays);
}

/** The last working day before a day, or the nth before it. */
export function workingDayBefore(before: CivilDate, holidays: Holidays, n = 1): CivilDate {
  return nthDayBefore(before, n, workingDaysOnly(holidays));
}

/** The working days between two days, neither of which counts. */
export function clearWorkingDaysBetween(first: CivilDate, second: CivilDate, holidays: Holidays): number {
  return clearDaysBetween(first, second, workingDaysOnly(holidays));
}

/** The latest working day from which n clear working days remain until another day. */
export function latestDayWithClearWorkingDays(until: CivilDate, n: number, holidays: Holidays): CivilDate {
  return latestDayWithClearDays(until, n, workingDaysOnly(holidays));
}
