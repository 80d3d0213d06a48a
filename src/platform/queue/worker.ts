import { Worker, type Job, type Queue } from 'bullmq';
import { CONCURRENCY, type QueueConnection } from './connection.js';
import { QUEUE_NAME } from './migrate-queue.js';
import { pauseAfter } from './tries.js';
import { atMost } from './waiting.js';

/** What a job carries. */
export interface JobData {
  readonly id: string;
}

export type JobsQueue = Queue<JobData>;
export type JobsWorker = Worker<JobData>;

/**
 * Opens a worker that has reached the backend.
 * @throws when it could not; then nothing of it is left
 */
export async function openWorker(
  connection: QueueConnection,
  run: (job: Job<JobData>) => Promise<void>,
  onError: (error: Error) => void,
): Promise<JobsWorker> {
  const worker: JobsWorker = new Worker<JobData>(
    QUEUE_NAME,
    run,
    {
      ...connection.options,
      concurrency: CONCURRENCY,
      // A job of a killed worker is free when its lock has run out, and is taken back at the next look: thirteen seconds
      // at most, fifteen with what a busy machine adds. A living worker renews its locks every five seconds.
      lockDuration: 10_000,
      stalledInterval: 3_000,
      // Each job is safe to run twice, so workers that are killed again and again must not end one; twenty times, and
      // it is the job itself that kills them.
      maxStalledCount: 20,
      // Below the few seconds within which a process must stop.
      runRetryDelay: 2_000,
      settings: { backoffStrategy: (tries) => pauseAfter(tries) },
    },
    connection.backend,
  );
  worker.on('error', onError);
  try {
    await atMost(5_000, worker.waitUntilReady());
  } catch (error) {
    await letGo(worker);
    throw error;
  }
  return worker;
}

/** Closes what may have lost its backend, or never reached it: waiting for an answer would be waiting for ever. */
export async function letGo(opened: Promise<JobsQueue> | JobsWorker | undefined): Promise<void> {
  const closed = Promise.resolve(opened).then((one) => one?.close(true));
  await atMost(1_000, closed).catch(() => undefined);
}
