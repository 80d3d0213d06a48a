import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { MIGRATION_LOCK } from '../../src/platform/database/index.js';
import { generateKeys } from '../../src/platform/sealing/index.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { ProbityProcess } from './probity-process.js';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const PEOPLE = 40;

let folder: string;
let keys: string;
let file: string;
let target: TestDatabase;
let begun: Command[];
let sessions: pg.Client[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'probity-restored-'));
  [keys, file] = [generateKeys(), join(folder, 'backup')];
  [begun, sessions] = [[], []];
  const source = await createTestDatabase();
  const owner = await session(source);
  await owner.query(
    `insert into account (id, email, name, created_at)
     select gen_random_uuid(), 'person-' || n || '@example.org', 'Person', now() from generate_series(1, $1) n`,
    [PEOPLE],
  );
  await owner.end();
  // That the first was taken is an event, which the second one has.
  for (const name of ['first', 'backup'])
    expect(await new Command(source, 'backup', '--to', join(folder, name)).ended()).toBe(0);
  await source.drop();
});
beforeEach(async () => {
  [begun, sessions] = [[], []];
  target = await createTestDatabase();
});
afterEach(async () => {
  for (const command of begun) command.kill();
  for (const one of sessions) await one.end().catch(() => undefined);
  for (const process of ProbityProcess.started) process.kill();
  await target.drop();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The environment in which every process here begins: as on a server with a database of its own. */
const on = ({ appUrl, ownerUrl }: TestDatabase): Record<string, string> => ({
  ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, PROBITY_KEYS: keys, DATA_DIR: folder },
  LOG_LEVEL: 'error',
});

/** A real process of the command. */
class Command {
  output = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  constructor(database: TestDatabase, ...words: string[]) {
    const { PATH = '', HOME = '' } = process.env;
    this.#child = spawn(process.execPath, [COMMAND, ...words], { env: { PATH, HOME, ...on(database) } });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.#ended = new Promise((resolve) => {
      this.#child.once('close', resolve);
    });
    begun.push(this);
  }

  /** The exit status; null where it was killed. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

const restore = (): Command => new Command(target, 'restore', '--from', file);

async function session(database: TestDatabase): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  sessions.push(client);
  return client;
}

/** Waits until the server says so. */
async function until(client: pg.Client, sql: string): Promise<void> {
  for (const from = performance.now(); performance.now() - from < 30_000;) {
    const { rows } = await client.query<{ so: boolean }>(`select ${sql} as so`);
    if (rows[0]?.so === true) return;
    await pause(2);
  }
  throw new Error(`It never was so: ${sql}`);
}

/** What a look at the sessions of the restored database finds, from outside it: within it one more would be refused. */
async function untilSessions(client: pg.Client, where: string): Promise<void> {
  const name = new URL(target.ownerUrl).pathname.slice(1);
  await until(client, `exists (select from pg_stat_activity where datname = '${name}' and ${where})`);
}

interface Beside {
  /** In another database: whoever is within a transaction sees the sessions as they were when it began. */
  readonly outside: pg.Client;
  readonly within: pg.Client;
}

/** Opens as soon as a restore has looked whether it is alone, and begins its migrations. */
async function besideRestore(): Promise<Beside> {
  const elsewhere = new URL(target.ownerUrl);
  elsewhere.pathname = '/postgres';
  const outside = await session({ ...target, ownerUrl: elsewhere.href });
  await untilSessions(outside, `query like '%pg_advisory_lock%'`);
  return { outside, within: await session(target) };
}

/** Holds a restore up in the midst of its rows: the tables before the one that it waits for are filled. */
async function heldInTheRows(): Promise<Beside> {
  const beside = await besideRestore();
  await until(beside.within, `to_regclass('public.rate_limit') is not null`);
  await beside.within.query('begin; lock table public.rate_limit in share mode');
  await untilSessions(beside.outside, `wait_event_type = 'Lock' and query like 'copy public."rate_limit"%'`);
  return beside;
}

/** Everybody is back, once, the chains hold, and it starts. */
async function requireWhole(): Promise<void> {
  const look = await session(target);
  const { rows } = await look.query('select count(*)::int as people from account');
  await look.end();
  expect(rows).toEqual([{ people: PEOPLE }]);
  const verify = new Command(target, 'audit', 'verify');
  expect([await verify.ended(), verify.output]).toEqual([0, expect.stringContaining('"firstBroken":null')]);
  const probity = new ProbityProcess(on(target));
  const address = await probity.ready();
  expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  await probity.stop();
}

async function killed(command: Command): Promise<void> {
  command.kill();
  expect(await command.ended()).toBeNull();
}

describe('a restore that is killed', () => {
  it('among its rows has put back none of them: done again it is refused until the server notices, and then puts back all', async () => {
    const first = restore();
    const { within } = await heldInTheRows();
    await killed(first);
    // The server still waits in the name of a process that is gone.
    const second = restore();
    expect(await second.ended()).toBe(1);
    expect(second.output).toContain('connections are open to this database. Stop every process of Probity');
    expect(second.output).toContain('try again in a minute');
    expect(second.output).not.toMatch(/\bat .*\.js:\d+/);
    await within.end();
    const third = restore();
    expect([await third.ended(), third.output]).toEqual([0, expect.stringContaining(`"takenAt"`)]);
    await requireWhole();
  });

  it('after its rows has put back all of them: done again it is refused with what to do, and Probity starts', async () => {
    const first = restore();
    const beside = await heldInTheRows();
    const next = await session(target);
    // Asked for while the restore has it, and had when its rows are there: it comes no further.
    const held = next.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await until(beside.outside, `exists (select from pg_locks where locktype = 'advisory' and not granted)`);
    await beside.within.end();
    await held;
    await killed(first);
    await next.end();
    const second = restore();
    expect(await second.ended()).toBe(1);
    expect(second.output).toContain('This installation is not empty');
    expect(second.output).toContain('what is here is whole, and a start of Probity brings it up to date');
    await requireWhole();
  });

  it('among its migrations has left an empty installation, and done again it puts back all', async () => {
    const first = restore();
    const { within } = await besideRestore();
    await until(within, `to_regclass('public.member') is not null`);
    await killed(first);
    await within.end();
    const second = restore();
    expect([await second.ended(), second.output]).toEqual([0, expect.stringContaining(`"takenAt"`)]);
  });

  it('before its first migration has left a list of none, which is no table of somebody else’s', async () => {
    const owner = await session(target);
    await owner.query(
      `drop schema public cascade; create schema public;
       create table public.migration (id serial primary key, "timestamp" bigint not null, name varchar not null)`,
    );
    await owner.end();
    const again = restore();
    expect([await again.ended(), again.output]).toEqual([0, expect.stringContaining(`"takenAt"`)]);
  });
});
