import { Queue, Worker, type Job } from 'bullmq';
import { openConnection } from '../../src/platform/queue/connection.js';
import { QUEUE_NAME } from '../../src/platform/queue/migrate-queue.js';

/** BullMQ's own view of the queue of an installation, to look at what JobQueue keeps to itself. */
export interface InsideTheQueue {
  readonly bull: Queue;
  /** Takes a job as a worker does that is killed while it works on it. */
  takeAndDie(): Promise<void>;
  close(): Promise<void>;
}

export function insideTheQueue(databaseUrl: string, redisUrl?: string): InsideTheQueue {
  const connection = openConnection(redisUrl, databaseUrl, () => undefined);
  const { options, backend } = connection;
  const bull = new Queue(QUEUE_NAME, options, backend);
  return {
    bull,
    takeAndDie: async () => {
      // It does not renew its lock, and looks for what others like it left often, so that the test is short.
      const short = { lockDuration: 100, stalledInterval: 200, maxStalledCount: 20 };
      const worker = new Worker(QUEUE_NAME, null, { ...options, ...short }, backend);
      worker.on('error', () => undefined);
      await worker.startStalledCheckTimer();
      const taken = await firstJobOf(worker);
      await worker.close(true);
      if (!taken) throw new Error('No job was there to take.');
    },
    close: async () => {
      await bull.close();
      await connection.close();
    },
  };
}

/** Whether it got one within ten seconds. */
async function firstJobOf(worker: Worker): Promise<boolean> {
  for (let look = 0; look < 200; look += 1) {
    // Its type does not say that there may be none.
    const job = (await worker.getNextJob(`killed-${look}`, { block: false })) as Job | undefined;
    if (job !== undefined) return true;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  return false;
}
