import {
  createPostgresBackend,
  createRedisBackend,
  type BackendFactory,
  type QueueOptions,
  type RedisQueueBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { AS_APP_ROLE } from '../config/index.js';
import { QUEUE_SCHEMA } from './migrate-queue.js';
import { atMost, pause, QueueUnreachable } from './waiting.js';

/**
 * How many jobs one worker runs at once. Most of them wait: for a channel, or to be recorded together with others. Fewer than
 * a worker has connections to the database, for a job that holds one may need another (platform/database).
 */
export const CONCURRENCY = 16;
/** Between two questions for work to a backend that has just failed. */
const BREATH = 500;

/** What every BullMQ object of this process is given. */
export interface QueueConnection {
  readonly options: QueueOptions;
  readonly backend: BackendFactory<RedisQueueBackend>;
  /** Waits until something may be asked. @throws QueueUnreachable after so many milliseconds */
  connected(within: number): Promise<void>;
  /** Whether the backend answers within so many milliseconds. */
  answers(within: number): Promise<boolean>;
  /** Lets go of the backend, whether or not it is there. */
  close(): Promise<void>;
}

/** Redis when it is configured, otherwise the application's own PostgreSQL. */
export function openConnection(
  redisUrl: string | undefined,
  databaseUrl: string,
  onError: (error: Error) => void,
): QueueConnection {
  return redisUrl === undefined
    ? openPostgres(databaseUrl, onError)
    : openRedis(redisUrl, databaseNameOf(databaseUrl), onError);
}

function openRedis(url: string, installation: string, onError: (error: Error) => void): QueueConnection {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  // It connects again by itself; without a listener the error would be printed where no log is read.
  redis.on('error', onError);
  // A command that is given before there is a connection waits for ever: nothing is asked before.
  const connected = async (within: number): Promise<void> => {
    const until = performance.now() + within;
    while (redis.status !== 'ready') {
      if (performance.now() >= until) throw new QueueUnreachable();
      await pause(25);
    }
  };
  const ask = oneAtATime(() => redis.ping());
  return {
    // Two installations may share a server: each carries the jobs of its own database alone.
    options: { connection: redis, prefix: `probity:${installation}` },
    backend: breathing(createRedisBackend),
    connected,
    answers: (within) => holds(atMost(within, connected(within).then(ask))),
    close: async () => {
      if (redis.status === 'ready') await holds(atMost(1_000, redis.quit()));
      redis.disconnect();
    },
  };
}

function databaseNameOf(databaseUrl: string): string {
  return new URL(databaseUrl).pathname.slice(1);
}

function openPostgres(databaseUrl: string, onError: (error: Error) => void): QueueConnection {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    // The worker keeps one connection to listen on, and a full pool would starve it: room for each of the jobs that run
    // at once, and some for what they add, for the locks, the stalled jobs, the rounds and the web.
    max: CONCURRENCY + 16,
    // A full pool, or a server that does not answer, is an error soon and not a wait for ever.
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    options: `-c search_path=${QUEUE_SCHEMA} ${AS_APP_ROLE}`,
  });
  // An idle connection that breaks must not end the process; the pool opens another.
  pool.on('error', onError);
  const ask = oneAtATime(() => pool.query('select 1'));
  return {
    options: { connection: pool },
    // BullMQ's types name the Redis backend wherever the factory is not generic; both keep the same interface.
    backend: breathing(createPostgresBackend as unknown as BackendFactory<RedisQueueBackend>),
    connected: () => Promise.resolve(),
    answers: (within) => holds(atMost(within, ask())),
    close: async () => {
      await holds(atMost(2_000, pool.end()));
    },
  };
}

/** A worker asks again at once when asking for work failed: a server that starts up would be asked without a breath. */
function breathing(make: BackendFactory<RedisQueueBackend>): BackendFactory<RedisQueueBackend> {
  return (...given) => {
    const backend = make(...given);
    const moveToActive = backend.moveToActive.bind(backend);
    backend.moveToActive = async (...asked) => {
      try {
        const next: unknown[] = await moveToActive(...asked);
        return next;
      } catch (error) {
        await pause(BREATH);
        throw error;
      }
    };
    return backend;
  };
}

/** Questions to a server that hangs would pile up: while one is open, it is everybody's. */
function oneAtATime(ask: () => Promise<unknown>): () => Promise<unknown> {
  let open: Promise<unknown> | undefined;
  return () => {
    open ??= ask().finally(() => {
      open = undefined;
    });
    return open;
  };
}

function holds(answer: Promise<unknown>): Promise<boolean> {
  return answer.then(
    () => true,
    () => false,
  );
}
