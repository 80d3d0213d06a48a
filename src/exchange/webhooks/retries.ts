const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The pauses after the first tries that failed; every later one is as long as the last. */
const PAUSES = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR];
/** So long after it was owed, or replayed, it is tried no more. */
export const DEAD_AFTER_DAYS = 5;

/** Milliseconds until the next try, after so many that failed. */
export const pauseAfter = (tries: number): number =>
  PAUSES[Math.min(tries, PAUSES.length) - 1] ?? PAUSES[0] ?? SECOND;

/** Whether a delivery that has just failed is dead: its days are over before it would be tried again. */
export const isDead = (owedSince: Date, nextAt: Date): boolean =>
  nextAt.getTime() > owedSince.getTime() + DEAD_AFTER_DAYS * 24 * HOUR;
