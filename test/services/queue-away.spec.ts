import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JobQueue, QueueUnreachable } from '../../src/platform/queue/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { describeWithRedis, redisServer, type RedisServer } from '../support/redis-server.js';

/** What follows happens in one process, from a start without the queue's backend to an end without it. */
describeWithRedis('a process whose queue is in a Redis that is not there', () => {
  let redis: RedisServer;
  let app: TestApp;
  const done: string[] = [];
  let rounds = 0;

  beforeAll(async () => {
    redis = await redisServer();
    app = await startApp({ env: { PROBITY_PROCESS: 'all', REDIS_URL: redis.url } });
    const queue = app.get(JobQueue);
    queue.handle('letters', (id) => Promise.resolve(void done.push(id)));
    queue.handleInRounds('tick', 1_000, () => Promise.resolve(void (rounds += 1)));
  });
  afterAll(() => redis.close());

  test('starts, serves its pages, and says that it is degraded', async () => {
    await app.visitor().open('/').expect(200);
    await app.visitor().open('/sign-in').expect(200);
    const asked = performance.now();
    const { body: said } = (await app.visitor().open('/health/ready').expect(200)) as { body: unknown };
    expect(said).toEqual({ status: 'degraded', database: 'ok', queue: 'unreachable' });
    expect(performance.now() - asked).toBeLessThan(2_000);
  });

  test('refuses work within a few seconds, and lets no request hang', async () => {
    const asked = performance.now();
    const [added, much, dead] = await Promise.allSettled([
      app.get(JobQueue).add('letters', 'while away'),
      app.get(JobQueue).addAll('letters', ['one', 'two']),
      app.get(JobQueue).deadLetters(10),
    ]);
    for (const refused of [added, much, dead]) {
      expect(refused).toEqual({ status: 'rejected', reason: expect.any(QueueUnreachable) });
    }
    expect(performance.now() - asked).toBeLessThan(7_000);
  });

  test('works, without a new start, when the Redis comes', async () => {
    await redis.start();
    await until(async () => (await app.get(JobQueue).state()) === 'ok');
    const { body: said } = (await app.visitor().open('/health/ready').expect(200)) as { body: unknown };
    expect(said).toEqual({ status: 'ok', database: 'ok', queue: 'ok' });
    await app.get(JobQueue).add('letters', 'now');
    await until(() => done.length > 0 && rounds > 1);
    // What was refused is not done behind the back of whoever was told so.
    expect(done).toEqual(['now']);
  });

  test('goes on after the Redis has ended and begun again with nothing in it', async () => {
    await redis.kill();
    await until(async () => (await app.get(JobQueue).state()) === 'unreachable');
    await redis.start();
    const before = rounds;
    await until(() => rounds > before + 1);
    await app.get(JobQueue).add('letters', 'again');
    await until(() => done.includes('again'));
  });

  test('says not ready when its database is away, whatever the queue is', async () => {
    expect((await app.visitor().open('/health/ready').expect(200)).body).toMatchObject({ queue: 'ok' });
    const { database } = app;
    const ping = database.ping.bind(database);
    database.ping = () => Promise.reject(new Error('away'));
    const { body: said } = (await app.visitor().open('/health/ready').expect(503)) as { body: unknown };
    database.ping = ping;
    expect(said).toEqual({ status: 'unavailable', database: 'unreachable', queue: 'ok' });
  });

  test('stops in a few seconds while the Redis is away', async () => {
    await redis.kill();
    const asked = performance.now();
    await app.close();
    expect(performance.now() - asked).toBeLessThan(5_000);
  });
});

/** Looks every 50 milliseconds, for twenty seconds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let look = 0; look < 400; look += 1) {
    if (await holds()) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error('It did not happen within twenty seconds.');
}
