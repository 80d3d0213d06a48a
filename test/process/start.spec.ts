import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProbityProcess } from './probity-process.js';

/** Processes whose command line names the folder: the server, and what belongs to it. Linux only, as CI is. */
function processesIn(folder: string): string[] {
  const commandLine = (pid: string): string => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      // It has ended since the folder was listed.
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(pid).includes(folder));
}

describe('a process of Probity', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'probity-start-'));
    chmodSync(folder, 0o711);
  });
  afterAll(() => {
    for (const process of ProbityProcess.started) process.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('prints address and sign-ins, stops on Ctrl-C with no process left, and keeps its data', async () => {
    const env = { DATA_DIR: join(folder, 'data'), PROBITY_CLOCK: '2017-10-16T09:00' };
    const first = new ProbityProcess(env);
    const address = await first.ready();
    await expect(fetch(`${address}/health/ready`)).resolves.toMatchObject({ status: 200 });
    expect(first.output).toContain('cotterell@wyrefordshire.example');
    expect(first.output).toContain('officer@wyrefordshire.example');
    const made = readFileSync(join(folder, 'data', 'keys'), 'utf8');
    await expect(first.stop()).resolves.toBe(0);
    expect(first.output).not.toContain('"level":50');
    expect(processesIn(join(folder, 'data'))).toEqual([]);

    const second = new ProbityProcess(env);
    await second.ready();
    expect(second.output).toContain('cotterell@wyrefordshire.example');
    expect(readFileSync(join(folder, 'data', 'keys'), 'utf8')).toBe(made);
    await expect(second.stop('SIGTERM')).resolves.toBe(0);
    expect(processesIn(join(folder, 'data'))).toEqual([]);
  }, 120_000);

  it('refuses a bad configuration with one sentence for each mistake, and no stack', async () => {
    const refused = new ProbityProcess({
      DATA_DIR: join(folder, 'never-made'),
      PORT: 'eighty',
      REDIS_URL: 'http://wrong.example',
      PROBITY_CLOK: 'x',
    });
    await expect(refused.ended()).resolves.toBe(1);
    expect(refused.output).toContain('PORT must be a whole number from 0 to 65535, not "eighty".');
    expect(refused.output).toContain('REDIS_URL must be an address that starts with redis:// or rediss://.');
    expect(refused.output).toContain('PROBITY_CLOK is not a setting of Probity.');
    expect(refused.output).not.toMatch(/\bat .*\.js:\d+/);
  });

  it('refuses production without its secrets, and with a clock of its own', async () => {
    const refused = new ProbityProcess({ NODE_ENV: 'production', PROBITY_CLOCK: '2017-10-16T09:00' });
    await expect(refused.ended()).resolves.toBe(1);
    for (const name of ['SESSION_SECRET', 'PROBITY_KEYS', 'SMTP_URL or NOTIFY_API_KEY']) {
      expect(refused.output).toContain(`${name} must be given in production.`);
    }
    expect(refused.output).toContain('PROBITY_CLOCK must not be set in production.');
  });

  it('refuses a database that cannot be reached, with a sentence that says what to check', async () => {
    const refused = new ProbityProcess({
      DATA_DIR: join(folder, 'elsewhere'),
      DATABASE_URL: 'postgres://somebody:secret@127.0.0.1:9/nothing',
    });
    await expect(refused.ended()).resolves.toBe(1);
    expect(refused.output).toContain('The database cannot be reached');
    expect(refused.output).toContain('DATABASE_URL');
    expect(refused.output).not.toContain('secret');
    expect(refused.output).not.toMatch(/\bat .*\.js:\d+/);
  });

  it('refuses an address that something else listens on, and stops its database again', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const refused = new ProbityProcess({ DATA_DIR: join(folder, 'data'), PORT: `${port}` });
    await expect(refused.ended()).resolves.toBe(1);
    taken.close();
    expect(refused.output).toContain('Something else listens on this address already.');
    expect(processesIn(join(folder, 'data'))).toEqual([]);
  }, 60_000);
});
