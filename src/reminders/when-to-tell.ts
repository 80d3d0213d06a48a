import { addDays, civilDate } from '../law/index.js';
import { londonInstant, londonWallClock } from '../platform/clock/index.js';
import type { ReminderPractice } from './practices.js';
import { isTimed } from './steps.js';

/** What decides when a planned row goes. */
export interface Waiting {
  readonly step: string;
  readonly dueAt: Date;
  readonly usefulUntil: Date | null;
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

type Hours = Pick<ReminderPractice, 'quietFrom' | 'quietTo' | 'digestAt' | 'clockAt'>;

/** What is put off must leave so long to act on it; otherwise it goes at once. */
const HOURS_TO_ACT = 12;

/**
 * One message where there could be five. The first message of a day takes along whatever else comes up on that day,
 * but for what has its hour; what comes up after it waits for the time of the digest, and after that for the next day.
 * Nothing goes in quiet hours. What would come too late for the reader is never put off.
 * @param rows planned rows of one reader that are due until the end of the London day
 * @param lastFixedAt when the newest message of today was written to this reader; undefined where there is none
 */
export function release<Row extends Waiting>(
  rows: readonly Row[],
  now: Date,
  lastFixedAt: Date | undefined,
  hours: Hours,
): Release<Row> {
  const due = rows.filter(({ dueAt, hurried }) => dueAt <= now || hurried);
  if (due.length === 0) return { tell: [], hold: [], until: undefined };
  const quietUntil = endOfQuiet(now, hours);
  const until = quietUntil ?? nextDigest(now, lastFixedAt, hours);
  if (until === undefined) return tellWithTheRestOfTheDay(rows, due);
  const cannotWait = due.some(
    (row) => isUrgent(row, until) || (quietUntil === undefined && isTimed(row.step)),
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

function isUrgent({ hurried, usefulUntil }: Waiting, until: Date): boolean {
  if (hurried) return true;
  return usefulUntil !== null && usefulUntil.getTime() < until.getTime() + HOURS_TO_ACT * 3_600_000;
}

/** The end of the quiet hours that a moment lies in; undefined where it lies in none. */
export function endOfQuiet(
  now: Date,
  { quietFrom, quietTo }: Pick<Hours, 'quietFrom' | 'quietTo'>,
): Date | undefined {
  const { date, time } = londonWallClock(now);
  const tomorrow = addDays(civilDate(date), 1);
  if (quietFrom === quietTo) return undefined;
  if (quietFrom < quietTo)
    return time >= quietFrom && time < quietTo ? londonInstant(date, quietTo) : undefined;
  if (time >= quietFrom) return londonInstant(tomorrow, quietTo);
  return time < quietTo ? londonInstant(date, quietTo) : undefined;
}

/** For what comes up after a message of today: this day's digest, or the next day. Undefined where it may go now. */
function nextDigest(
  now: Date,
  lastFixedAt: Date | undefined,
  { digestAt, clockAt }: Hours,
): Date | undefined {
  if (lastFixedAt === undefined) return undefined;
  const { date } = londonWallClock(now);
  const digest = londonInstant(date, digestAt);
  if (now < digest) return digest;
  return lastFixedAt < digest ? undefined : londonInstant(addDays(civilDate(date), 1), clockAt);
}
