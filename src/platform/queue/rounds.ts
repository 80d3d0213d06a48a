import type { Queue } from 'bullmq';

/** Rounds follow the clock on the wall in the councils that they serve. */
const ZONE = 'Europe/London';
/** A round that was due so long ago and did not come has lost its next job. */
const LOST_AFTER = 60_000;

/**
 * The cron pattern of a round. Only whole seconds that divide a minute and whole minutes that divide an hour can be
 * written so that every round comes as long after the last.
 * @throws for any other time
 */
export function roundPattern(name: string, everyMilliseconds: number): string {
  const seconds = everyMilliseconds / 1_000;
  if (isWhole(seconds) && seconds < 60 && 60 % seconds === 0) return `*/${seconds} * * * * *`;
  const minutes = seconds / 60;
  if (minutes === 60) return '0 0 * * * *';
  if (isWhole(minutes) && minutes < 60 && 60 % minutes === 0) return `0 */${minutes} * * * *`;
  throw new Error(
    `The round "${name}" cannot come every ${everyMilliseconds} milliseconds: give whole seconds that divide a minute, or whole minutes that divide an hour.`,
  );
}

function isWhole(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}

/**
 * Sees to it that a round comes: sets it up where it is missing, was set up otherwise by an earlier version, or was
 * lost with what a Redis did not keep. One that stands is left alone, because other workers live by it.
 */
export async function seeToRound(queue: Queue, name: string, pattern: string): Promise<void> {
  const known = await queue.getJobScheduler(name);
  // eslint-disable-next-line no-restricted-syntax -- BullMQ counts by the machine's clock
  const stands = (known?.next ?? 0) > Date.now() - LOST_AFTER;
  if (stands && known?.pattern === pattern && known.tz === ZONE) return;
  if (known !== undefined) await queue.removeJobScheduler(name);
  await queue.upsertJobScheduler(
    name,
    { pattern, tz: ZONE, immediately: true },
    // A round that failed comes again by itself: it is logged, and no dead letter.
    { name, data: { id: name }, opts: { removeOnComplete: true, removeOnFail: true } },
  );
}
