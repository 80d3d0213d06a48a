import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readConfig } from '../../src/platform/config/index.js';
import { createLogger } from '../../src/platform/logging/index.js';
import { JobQueue } from '../../src/platform/queue/index.js';
import type { TestDatabase } from './test-database.js';

/** Something that carries a queue, for one test. */
export interface Carrier {
  readonly database: TestDatabase;
  readonly redisUrl?: string;
  /** Removes what the test left there. */
  close(): Promise<void>;
}

/** What a queue must do, whatever carries it. Call it in a `describe`. */
export function queueCarries(open: () => Promise<Carrier>): void {
  let carrier: Carrier;
  let opened: JobQueue[];
  beforeEach(async () => {
    opened = [];
    carrier = await open();
  });
  afterEach(async () => {
    for (const queue of opened) await queue.beforeApplicationShutdown();
    await carrier.close();
  });

  /** One process's queue, started as Nest starts it. */
  async function start(process_: 'web' | 'worker', handle: (queue: JobQueue) => void): Promise<JobQueue> {
    const { database, redisUrl } = carrier;
    const config = readConfig({
      DATABASE_URL: database.appUrl,
      PROBITY_PROCESS: process_,
      ...(redisUrl && { REDIS_URL: redisUrl }),
    });
    // What the tests let fail is not news.
    const logger = createLogger('error');
    logger.level = 'silent';
    const queue = new JobQueue(config, logger, database.appUrl);
    opened.push(queue);
    handle(queue);
    await queue.onApplicationBootstrap();
    return queue;
  }

  test('a job is run by its id, in the process that is the worker', async () => {
    const done: string[] = [];
    await start('worker', (queue) => {
      queue.handle('letters', (id) => Promise.resolve(void done.push(`letters ${id}`)));
      queue.handle('bills', (id) => Promise.resolve(void done.push(`bills ${id}`)));
    });
    const web = await start('web', (queue) => {
      queue.handle('letters', () => Promise.reject(new Error('not here')));
    });
    await web.add('letters', 'authority/1');
    await until(() => done.length > 0);
    expect(done).toEqual(['letters authority/1']);
  });

  test('the same work that waits twice is done once; when it comes again later it is done again', async () => {
    const done: string[] = [];
    const web = await start('web', (queue) => {
      queue.handle('letters', () => Promise.resolve());
    });
    await Promise.all([web.add('letters', '1'), web.add('letters', '1'), web.add('letters', '2')]);
    await web.add('letters', '1');
    await start('worker', (queue) => {
      queue.handle('letters', (id) => Promise.resolve(void done.push(id)));
    });
    await until(() => done.length >= 2);
    expect([...done].sort()).toEqual(['1', '2']);
    // A worker tells the queue that a job is done a moment after the job itself is.
    await until(async () => {
      await web.add('letters', '1');
      return done.length > 2;
    });
    expect(done.filter((id) => id === '1').length).toBeGreaterThan(1);
    expect(done.filter((id) => id === '2')).toHaveLength(1);
  });

  test('a job that fails is tried again after a pause', async () => {
    const tries: number[] = [];
    const queue = await start('worker', (worker) => {
      worker.handle('letters', () => {
        tries.push(performance.now());
        return tries.length < 2 ? Promise.reject(new Error('451')) : Promise.resolve();
      });
    });
    await queue.add('letters', '1');
    await until(() => tries.length === 2);
    const [first = 0, second = 0] = tries;
    expect(second - first).toBeGreaterThan(900);
  });

  test('a round comes again and again', async () => {
    let rounds = 0;
    await start('worker', (queue) => {
      queue.handleInRounds('round', 200, () => Promise.resolve(void (rounds += 1)));
    });
    await until(() => rounds >= 3);
    expect(rounds).toBeGreaterThanOrEqual(3);
  });

  test('a job that is running is finished before the queue closes', async () => {
    const said: string[] = [];
    const queue = await start('worker', (worker) => {
      worker.handle('letters', async () => {
        said.push('begun');
        await new Promise((wake) => setTimeout(wake, 300));
        said.push('finished');
      });
    });
    await queue.add('letters', 'slow');
    await until(() => said.length === 1);
    await queue.beforeApplicationShutdown();
    opened = [];
    expect(said).toEqual(['begun', 'finished']);
  });

  test('work that no room handles is refused when it is added, and so is a second handler', async () => {
    const queue = await start('web', (web) => {
      web.handle('letters', () => Promise.resolve());
      expect(() => {
        web.handle('letters', () => Promise.resolve());
      }).toThrow('The job "letters" has two handlers.');
    });
    await expect(queue.add('lettres', '1')).rejects.toThrow('No room handles the job "lettres".');
  });
}

/** Looks every 50 milliseconds, for ten seconds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    if (await holds()) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error('It did not happen within ten seconds.');
}
