import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { Redis } from 'ioredis';
import { closedPort } from './closed-port.js';

/** A Redis of the test's own, which keeps nothing: one that starts again is empty. */
export interface RedisServer {
  readonly url: string;
  /** Starts it, or starts it again, on the same port; resolves when it answers. */
  start(): Promise<void>;
  /** Ends it at once, by its own process number. */
  kill(): Promise<void>;
  /** Ends it and removes its folder. */
  close(): Promise<void>;
}

const isHere = spawnSync('redis-server', ['--version']).status === 0;

/** A suite that starts a Redis. On a machine without one it says so, and does not run. */
export function describeWithRedis(what: string, suite: () => void): void {
  if (isHere) {
    describe(what, suite);
    return;
  }
  process.stderr.write(`did not run: no redis-server on the path (${what})\n`);
  describe.skip(`${what} (no redis-server)`, suite);
}

/** Finds a port that is closed now, where a Redis can be started later. */
export async function redisServer(): Promise<RedisServer> {
  const port = await closedPort();
  const folder = mkdtempSync(join(tmpdir(), 'probity-redis-'));
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    const ended = server;
    server = undefined;
    if (ended?.exitCode !== null || ended.signalCode !== null) return;
    ended.kill('SIGKILL');
    await once(ended, 'exit');
  };
  return {
    url,
    start: async () => {
      const settings = ['--port', `${port}`, '--save', '', '--appendonly', 'no', '--dir', folder];
      server = spawn('redis-server', ['--bind', '127.0.0.1', ...settings], { stdio: 'ignore' });
      const client = new Redis(url, { maxRetriesPerRequest: null });
      // Until it listens, connections are refused and tried again.
      client.on('error', () => undefined);
      await client.ping();
      await client.quit();
    },
    kill,
    close: async () => {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}
