import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readConfig } from '../../src/platform/config/index.js';
import { createLogger } from '../../src/platform/logging/index.js';
import { JobQueue, type Tries } from '../../src/platform/queue/index.js';
import { insideTheQueue, type InsideTheQueue } from './inside-the-queue.js';
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
  let insides: InsideTheQueue[];
  beforeEach(async () => {
    opened = [];
    insides = [];
    carrier = await open();
  });
  afterEach(async () => {
    for (const inside of insides) await inside.close();
    for (const queue of opened) await queue.beforeApplicationShutdown();
    await carrier.close();
  });

  /** One process's queue, started as Nest starts it. */
  function start(process_: 'web' | 'worker', handle: (queue: JobQueue) => void): JobQueue {
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
    queue.onApplicationBootstrap();
    return queue;
  }

  function lookInside(): InsideTheQueue {
    const inside = insideTheQueue(carrier.database.appUrl, carrier.redisUrl);
    insides.push(inside);
    return inside;
  }

  test('a job is run by its id, in the process that is the worker', async () => {
    const done: string[] = [];
    start('worker', (queue) => {
      queue.handle('letters', (id) => Promise.resolve(void done.push(`letters ${id}`)));
      queue.handle('bills', (id) => Promise.resolve(void done.push(`bills ${id}`)));
    });
    const web = start('web', (queue) => {
      queue.handle('letters', () => Promise.reject(new Error('not here')));
    });
    await web.add('letters', 'authority/1');
    await until(() => done.length > 0);
    expect(done).toEqual(['letters authority/1']);
  });

  test('the same work that waits twice is done once; when it comes again later it is done again', async () => {
    const done: string[] = [];
    const web = start('web', (queue) => {
      queue.handle('letters', () => Promise.resolve());
    });
    await Promise.all([web.add('letters', '1'), web.add('letters', '1'), web.add('letters', '2')]);
    await web.add('letters', '1');
    start('worker', (queue) => {
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
    const queue = start('worker', (worker) => {
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

  test('a handler is told of earlier tries, and pauses grow up to ten minutes', async () => {
    const told: Tries[] = [];
    const queue = start('worker', (worker) => {
      worker.handle('letters', (_, tries) => {
        told.push(tries);
        return Promise.reject(new Error('550 no such mailbox <ann@wyre.example>'));
      });
    });
    const { bull } = lookInside();
    await queue.add('letters', '1');
    const pauses: number[] = [];
    for (let tries = 1; tries < 20; tries += 1) {
      await until(async () => (await bull.getDelayedCount()) === 1);
      const [waiting] = await bull.getDelayed();
      pauses.push(waiting?.delay ?? 0);
      await waiting?.promote();
    }
    await until(async () => (await bull.getFailedCount()) === 1);
    expect(pauses.map((pause) => pause / 1_000)).toEqual([
      ...[1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
      ...Array<number>(9).fill(600),
    ]);
    expect(told.map(({ made }) => made)).toEqual([...Array(20).keys()]);
    expect(told.map(({ last }) => last)).toEqual([...Array<boolean>(19).fill(false), true]);

    const before = Date.now();
    const [letter, ...others] = await queue.deadLetters(10);
    expect(others).toEqual([]);
    expect(letter).toEqual({ name: 'letters', id: '1', tries: 20, failedAt: expect.any(Date) });
    expect(Math.abs((letter?.failedAt.getTime() ?? 0) - before)).toBeLessThan(10_000);
    expect(await queue.deadLetters(0)).toEqual([]);
    // What the queue keeps of a failure names nobody.
    expect(JSON.stringify(await bull.getFailed())).not.toContain('ann@');

    // Failed for good, it can be added again, and runs again.
    await queue.add('letters', '1');
    await until(() => told.length === 21);
    expect(told[20]).toEqual({ made: 0, last: false });
  });

  test('much work is added at once, and what waits already is not added twice', async () => {
    const web = start('web', (queue) => {
      queue.handle('letters', () => Promise.resolve());
    });
    const ids = Array.from({ length: 1_200 }, (_, index) => `letter/${index}`);
    await web.add('letters', 'letter/7');
    await web.addAll('letters', [...ids, 'letter/3']);
    const done: string[] = [];
    start('worker', (queue) => {
      queue.handle('letters', (id) => Promise.resolve(void done.push(id)));
    });
    await until(() => done.length >= ids.length);
    await web.addAll('letters', []);
    expect(done.sort()).toEqual(ids.sort());
    await expect(web.addAll('lettres', ['1'])).rejects.toThrow('No room handles the job "lettres".');
  });

  test('a job that a killed worker held comes back, however often that happens', async () => {
    const { bull, ...inside } = lookInside();
    const web = start('web', (queue) => {
      queue.handle('letters', () => Promise.resolve());
    });
    await web.add('letters', '1');
    const told: Tries[] = [];
    for (let kills = 0; kills < 2; kills += 1) await inside.takeAndDie();
    start('worker', (queue) => {
      queue.handle('letters', (_, tries) => Promise.resolve(void told.push(tries)));
    });
    await until(() => told.length > 0);
    expect(told).toEqual([{ made: 2, last: false }]);
    expect(await bull.getFailedCount()).toBe(0);
    await until(async () => (await bull.getActiveCount()) === 0);
    await web.add('letters', '1');
    await until(() => told.length === 2);
  });

  test('a round comes again and again, and is not begun twice at once', async () => {
    let [rounds, running, most] = [0, 0, 0];
    start('worker', (queue) => {
      queue.handleInRounds('round', 1_000, async () => {
        running += 1;
        most = Math.max(most, running);
        // Longer than its time: the round between two others is left out.
        await new Promise((wake) => setTimeout(wake, 1_200));
        running -= 1;
        rounds += 1;
      });
    });
    await until(() => rounds >= 2);
    expect(most).toBe(1);
  });

  test('a job that is running is finished before the queue closes', async () => {
    const said: string[] = [];
    const queue = start('worker', (worker) => {
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
    const queue = start('web', (web) => {
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
