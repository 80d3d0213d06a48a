import { addDays, civilDate } from '../law/index.js';
import { londonInstant, londonWallClock } from '../platform/clock/index.js';
import type { ReminderPractice } from './practices.js';
import { isTimed } from './steps.js';

/** What decides when a planned row goes. */
export interface Waiting {
  readonly step: string;
  readonly dueAt: Date;
  readonly usefulUntil: Date | null;
  readonly actBy: Date | null;
  readonly hurried: boolean;
}

/** What to do with the rows of one reader at a moment. */
export interface Release<Row extends Waiting> {
  /** To be told together, now. */
  readonly tell: readonly Row[];
  /** Due, and put off. */
  readonly hold: readonly Row[];
  /** Until when; undefined where nothing is put off. */
  readonly until: Date | undefined;
}

export type Hours = Pick<ReminderPractice, 'quietFrom' | 'quietTo' | 'digestAt' | 'clockAt' | 'atOnceADay'>;

/** What was written to one reader today. */
export interface WrittenToday {
  readonly messages: number;
  readonly lastAt: Date;
}

/** What is put off must leave so long to act on it; otherwise it goes at once. */
const HOURS_TO_ACT = 12;

/**
 * One message where there could be five. A message takes along whatever else comes up on its day, but for what has its
 * hour; what comes up when the day has had its messages waits for the time of the digest, and after that for the next day.
 * Nothing goes in quiet hours. What would come too late for the reader is never put off.
 * @param rows planned rows of one reader that are due until the end of the London day
 * @param written what was written to this reader today; undefined where nothing was
 */
export function release<Row extends Waiting>(
  rows: readonly Row[],
  now: Date,
  written: WrittenToday | undefined,
  hours: Hours,
): Release<Row> {
  const due = rows.filter(({ dueAt, hurried }) => dueAt <= now || hurried);
  if (due.length === 0) return { tell: [], hold: [], until: undefined };
  const quietUntil = endOfQuiet(now, hours);
  const until = quietUntil ?? nextDigest(now, written, hours);
  if (until === undefined) return tellWithTheRestOfTheDay(rows, due);
  const cannotWait = due.some(
    (row) => isUrgent(row, now, until) || (quietUntil === undefined && isTimed(row.step)),
  );
  return cannotWait ? { tell: due, hold: [], until: undefined } : { tell: [], hold: due, until };
}

/** What is due later today comes along, so that the day has one message; what has its hour keeps it. */
function tellWithTheRestOfTheDay<Row extends Waiting>(
  rows: readonly Row[],
  due: readonly Row[],
): Release<Row> {
  const later = rows.filter((row) => !due.includes(row) && !isTimed(row.step));
  return { tell: [...due, ...later], hold: [], until: undefined };
}

function isUrgent({ hurried, usefulUntil, actBy }: Waiting, now: Date, until: Date): boolean {
  if (hurried) return true;
  // A last day that is over leaves nothing to hurry for.
  const ends = [usefulUntil, actBy].filter((end) => end !== null && end > now);
  return ends.some((end) => Number(end) < until.getTime() + HOURS_TO_ACT * 3_600_000);
}

type Quiet = Pick<Hours, 'quietFrom' | 'quietTo'>;

/** Whether a time of the clock lies in quiet hours, which may go past midnight. The same time twice: there are none. */
export function isQuiet(time: string, { quietFrom: from, quietTo: to }: Quiet): boolean {
  if (from === to) return false;
  return from < to ? time >= from && time < to : time >= from || time < to;
}

/** The end of the quiet hours that a moment lies in; undefined where it lies in none. */
export function endOfQuiet(now: Date, quiet: Quiet): Date | undefined {
  const { date, time } = londonWallClock(now);
  if (!isQuiet(time, quiet)) return undefined;
  const endsTomorrow = quiet.quietFrom > quiet.quietTo && time >= quiet.quietFrom;
  return londonInstant(endsTomorrow ? addDays(civilDate(date), 1) : date, quiet.quietTo);
}

/** For what comes up when the day has had its messages: this day's digest, or the next day. Undefined where it may go now. */
function nextDigest(now: Date, written: WrittenToday | undefined, hours: Hours): Date | undefined {
  const { digestAt, clockAt, atOnceADay } = hours;
  if (written === undefined || written.messages < atOnceADay) return undefined;
  const { date } = londonWallClock(now);
  const digest = londonInstant(date, digestAt);
  if (now < digest) return digest;
  return written.lastAt < digest ? undefined : londonInstant(addDays(civilDate(date), 1), clockAt);
}
