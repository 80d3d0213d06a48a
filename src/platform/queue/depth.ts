import type { JobsQueue } from './worker.js';

/** How much the queue holds. */
export interface QueueDepth {
  /** By state: `waiting`, `active`, `delayed` (to be tried again, or a round to come), `failed` (a dead letter). */
  readonly jobs: Readonly<Record<'waiting' | 'active' | 'delayed' | 'failed', number>>;
  /** Of the job that waits longest, by machine time; 0 when none waits. */
  readonly oldestWaitingSeconds: number;
}

export async function depthOf(queue: JobsQueue, now: number): Promise<QueueDepth> {
  const [counts, [oldest]] = await Promise.all([
    queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
    queue.getJobs(['waiting'], 0, 0, true),
  ]);
  const count = (state: string): number => counts[state] ?? 0;
  return {
    jobs: {
      waiting: count('waiting') + count('prioritized'),
      active: count('active'),
      delayed: count('delayed'),
      failed: count('failed'),
    },
    oldestWaitingSeconds: oldest === undefined ? 0 : Math.max(0, (now - oldest.timestamp) / 1000),
  };
}
