import { afterAll, beforeAll, describe } from '@jest/globals';
import { queueCarries } from '../support/queue-carries.js';
import { describeWithRedis, redisServer, type RedisServer } from '../support/redis-server.js';
import { createTestDatabase } from '../support/test-database.js';

describe('a queue in PostgreSQL, when no Redis is configured', () => {
  queueCarries(async () => {
    const database = await createTestDatabase();
    return { database, close: () => database.drop() };
  });
});

describeWithRedis('a queue in a Redis of the test’s own', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await redisServer();
    await redis.start();
  });
  afterAll(() => redis.close());

  // Each test has a database of its own, and with its name a part of the Redis.
  queueCarries(async () => {
    const database = await createTestDatabase();
    return { database, redisUrl: redis.url, close: () => database.drop() };
  });
});
