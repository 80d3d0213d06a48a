import { addDays } from './civil-date.js';
import type { CivilDate } from './civil-date.js';

/** Which days a count leaves out. */
export type LeavesOut = (on: CivilDate) => boolean;

/** A count in which every day of the calendar counts. */
export const everyDayCounts: LeavesOut = () => false;

/**
 * The clear days between two days: neither the first nor the second counts, nor any day that is left out. None when
 * the second is not later.
 */
export function clearDaysBetween(first: CivilDate, second: CivilDate, leavesOut: LeavesOut): number {
  let clear = 0;
  for (let day = addDays(first, 1); day < second; day = addDays(day, 1)) {
    if (!leavesOut(day)) clear += 1;
  }
  return clear;
}

/** The nth day before a day, leaving out: with n 1, the latest day before it that counts. */
export function nthDayBefore(before: CivilDate, n: number, leavesOut: LeavesOut): CivilDate {
  let day = before;
  for (let counted = 0; counted < n;) {
    day = addDays(day, -1);
    if (!leavesOut(day)) counted += 1;
  }
  return day;
}

/** The latest day from which n clear days remain until another. It is itself a day that counts. */
export function latestDayWithClearDays(until: CivilDate, n: number, leavesOut: LeavesOut): CivilDate {
  return nthDayBefore(until, n + 1, leavesOut);
}

/** The day itself if it counts, else the first day after it that does. */
export function firstCountedFrom(on: CivilDate, leavesOut: LeavesOut): CivilDate {
  let day = on;
  while (leavesOut(day)) day = addDays(day, 1);
  return day;
}
