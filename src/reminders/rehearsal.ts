import { addDays, civilDate } from '../law/index.js';
import { londonInstant, londonWallClock } from '../platform/clock/index.js';
import { release, type Hours, type Waiting, type WrittenToday } from './when-to-tell.js';

/** One row that waits, as a rehearsal moves it. */
export interface Rehearsed extends Waiting {
  readonly heldUntil: Date | null;
}

/** What would go to one reader at one moment: one message. */
export interface Going<Row extends Rehearsed> {
  readonly at: Date;
  readonly rows: readonly Row[];
}

/** A reader is told at most so often in a rehearsal: far more than a day of reminders can bring. */
const MOST_MESSAGES = 500;

/**
 * Plays through what the gathering of reminders would do for one reader, by the same rules and without a worker: at each
 * moment at which something comes up, what goes goes together, and what is put off comes up again.
 * @param written what was written to this reader on the day of `from`
 * @returns what would go from a moment until before another, in its order
 */
export function rehearse<Row extends Rehearsed>(
  rows: readonly Row[],
  { from, before, written }: { from: Date; before: Date; written: WrittenToday | undefined },
  practice: Hours,
): Going<Row>[] {
  const all: Going<Row>[] = [];
  let waiting = rows.map((row) => ({ row, ...row }));
  let last = written;
  for (let count = 0; count < MOST_MESSAGES && waiting.length > 0; count += 1) {
    const at = new Date(Math.max(Number(from), Math.min(...waiting.map(comesUpAt))));
    if (at >= before) break;
    const useful = waiting.filter(({ usefulUntil }) => usefulUntil === null || usefulUntil > at);
    const { date } = londonWallClock(at);
    const endOfDay = londonInstant(addDays(civilDate(date), 1), '00:00');
    const ofTheDay = useful.filter(({ dueAt, hurried }) => dueAt < endOfDay || hurried);
    const ofToday = last !== undefined && londonWallClock(last.lastAt).date === date ? last : undefined;
    const { tell, hold, until = null } = release(ofTheDay, at, ofToday, practice);
    waiting = useful
      .filter((one) => !tell.includes(one))
      .map((one) => (hold.includes(one) ? { ...one, heldUntil: until } : one));
    if (tell.length === 0) continue;
    last = { messages: (ofToday?.messages ?? 0) + 1, lastAt: at };
    all.push({ at, rows: tell.map(({ row }) => row) });
  }
  return all;
}

function comesUpAt({ dueAt, heldUntil, hurried }: Rehearsed): number {
  return hurried ? 0 : Math.max(Number(dueAt), Number(heldUntil ?? 0));
}
