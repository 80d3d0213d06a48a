/**
 * BullMQ alone, in a process of its own: so many jobs that do nothing, at the concurrency of Probity's worker. Says how
 * many milliseconds adding and doing them took.
 */
import { createPostgresBackend, Queue, runMigrations, setDefaultBackendFactory, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

const { ownerUrl, redisUrl, jobs, concurrency } = JSON.parse(process.argv[2]);
const SCHEMA = 'raw_bullmq';
const NAME = 'raw';
const SLICE = 500;

async function openPostgres() {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`create schema ${SCHEMA}`);
  await runMigrations(client, SCHEMA);
  await client.end();
  setDefaultBackendFactory(createPostgresBackend);
  const options = `-c search_path=${SCHEMA}`;
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 20, keepAlive: true, options });
  return { connection: pool, close: () => pool.end() };
}

function openRedis() {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  return { connection: redis, close: () => redis.quit() };
}

const { connection, close } = redisUrl === undefined ? await openPostgres() : openRedis();
const queue = new Queue(NAME, { connection, prefix: 'raw' });
await queue.waitUntilReady();
const started = performance.now();
for (let from = 0; from < jobs; from += SLICE) {
  const slice = Array.from({ length: Math.min(SLICE, jobs - from) }, (_, n) => ({
    name: 'nothing',
    data: { id: `${from + n}` },
    opts: { removeOnComplete: true },
  }));
  await queue.addBulk(slice);
}
const added = performance.now();
let done = 0;
await new Promise((all) => {
  const worker = new Worker(
    NAME,
    () => {
      done += 1;
      if (done === jobs) setImmediate(() => worker.close().then(all));
      return Promise.resolve();
    },
    { connection, prefix: 'raw', concurrency },
  );
});
process.send({ adding: added - started, doing: performance.now() - added });
await queue.close();
await close();
process.exit(0);
