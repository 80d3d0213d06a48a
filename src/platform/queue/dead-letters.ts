import type { JobsQueue } from './worker.js';

/** A job that failed at every try, and is not tried again. Nothing of why: that may name people. */
export interface DeadLetter {
  readonly name: string;
  readonly id: string;
  /** By the machine's clock. */
  readonly failedAt: Date;
  readonly tries: number;
}

/** The last first. */
export async function deadLettersOf(queue: JobsQueue, atMost: number): Promise<readonly DeadLetter[]> {
  // BullMQ would take a last index of -1 for all of them.
  if (atMost < 1) return [];
  const failed = await queue.getFailed(0, atMost - 1);
  return failed.map(({ name, data, finishedOn, timestamp, attemptsStarted, attemptsMade }) => ({
    ...{ name, id: data.id, failedAt: new Date(finishedOn ?? timestamp) },
    tries: Math.max(attemptsStarted, attemptsMade),
  }));
}
