import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 20;

/**
 * Asks until the answer is true or the limit has passed.
 * @returns whether the answer became true. The last asking is after the limit, so a slow machine gets its chance.
 */
export async function becomesTrue(
  question: () => boolean | Promise<boolean>,
  limitMs: number,
): Promise<boolean> {
  const startedAt = performance.now();
  for (;;) {
    const late = performance.now() - startedAt > limitMs;
    if (await question()) return true;
    if (late) return false;
    await pause(POLL_MS);
  }
}
