import { createPostgresBackend, setDefaultBackendFactory, type QueueOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { AS_APP_ROLE } from '../config/index.js';
import { QUEUE_SCHEMA } from './migrate-queue.js';

/** What every BullMQ object of this process is given. */
export interface QueueConnection {
  readonly options: QueueOptions;
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
  setDefaultBackendFactory();
  return {
    // Two installations may share a server: each carries the jobs of its own database alone.
    options: { connection: redis, prefix: `probity:${installation}` },
    close: async () => {
      await redis.quit();
    },
  };
}

function databaseNameOf(databaseUrl: string): string {
  return new URL(databaseUrl).pathname.slice(1);
}

function openPostgres(databaseUrl: string, onError: (error: Error) => void): QueueConnection {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    // Each worker keeps one connection to listen on, and a full pool would starve for ever: room for the worker,
    // the queue and the jobs that run at once, and as much again.
    max: 12,
    keepAlive: true,
    options: `-c search_path=${QUEUE_SCHEMA} ${AS_APP_ROLE}`,
  });
  // An idle connection that breaks must not end the process; the pool opens another.
  pool.on('error', onError);
  setDefaultBackendFactory(createPostgresBackend);
  return {
    options: { connection: pool },
    close: () => pool.end(),
  };
}
