import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { generateKeys } from '../../src/platform/sealing/index.js';
import { ProbityProcess } from '../process/probity-process.js';
import { listOf, membersAtWork, type Done } from '../support/members-at-work.js';
import { ownPostgres, type OwnPostgres } from '../support/own-postgres.js';
import { clockIn, moveClock } from '../support/clock-file.js';
import { closedPort } from '../support/closed-port.js';
import { signedInMembers, type SignedInMember } from '../support/signed-in-members.js';
import { smallDisk, type SmallDisk } from '../support/small-disk.js';
import { migrateAsBuilt } from '../support/test-database.js';
import { PROOF_TIMEOUT, sized } from './size.js';

/** Each is at work all the time, with a pause after what they did. */
const MEMBERS = sized(6, 60);
/** A private list holds two hundred, and is not to be full before the end. */
const PAUSE_MS = sized(150, 1_300);
const WORKERS = sized(0, 2);
const ROUNDS = sized(1, 5);
/** How long people work before the next fault. */
const CALM_MS = sized(1_000, 6_000);
const DISK_MEGABYTES = sized(256, 512);
const FULL_FOR_MS = sized(2_000, 8_000);
/** Within so long everything serves again by itself. */
const SERVES_AGAIN_MS = 120_000;
/** Processes are started again and again, also where other tests keep every core busy. */
const TIMEOUT = sized(2 * PROOF_TIMEOUT, PROOF_TIMEOUT);
const BEGINS = '2026-06-30T18:00';
const COMMAND = fileURLToPath(new URL('../../bin/probity.js', import.meta.url));

const keys = generateKeys();
const secret = generateKeys();
let disk: SmallDisk | undefined;
let database: OwnPostgres;
let folder: string;
let env: Readonly<Record<string, string>>;
let ports: number[];
let urls: string[];
/** By port; a supervisor starts another one where one ended. */
const webs = new Map<number, ProbityProcess>();
const others: ProbityProcess[] = [];

beforeAll(async () => {
  disk = smallDisk(DISK_MEGABYTES);
  folder = mkdtempSync(join(tmpdir(), 'probity-faults-'));
  moveClock(folder, BEGINS);
  database = await ownPostgres(disk?.folder);
  await migrateAsBuilt(database.ownerUrl);
  env = {
    ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, DATA_DIR: folder },
    ...clockIn(folder),
    ...{ PROBITY_KEYS: keys, SESSION_SECRET: secret },
    ...{ REQUESTS_PER_MINUTE: '0', LOG_LEVEL: 'error' },
  };
  ports = [await closedPort(), await closedPort()];
  urls = ports.map((port) => `http://127.0.0.1:${port}`);
}, TIMEOUT);
afterAll(async () => {
  for (const process of [...webs.values(), ...others]) process.kill();
  await Promise.all([...webs.values(), ...others].map((process) => process.ended()));
  await database.close();
  disk?.close();
  rmSync(folder, { recursive: true, force: true });
});

function startWeb(port: number): void {
  webs.set(port, new ProbityProcess({ ...env, PROBITY_PROCESS: 'web', PORT: String(port) }));
}

/** As systemd or Docker does: what was killed is started again, and nothing else is done. */
async function killAndSupervise(port: number): Promise<void> {
  webs.get(port)?.kill();
  await webs.get(port)?.ended();
  startWeb(port);
}

/** A disk without a free page, for some time, and at least until somebody’s change could not be kept. */
async function fillDisk(small: SmallDisk, done: Done): Promise<void> {
  const before = done.unanswered;
  const until = performance.now() + SERVES_AGAIN_MS;
  small.fill();
  await pause(FULL_FOR_MS);
  // What fits on pages that are there already is kept; nothing more is.
  while (done.unanswered === before && performance.now() < until) {
    small.fill();
    await pause(500);
  }
  small.free();
}

/** Waits until each process says that it is ready. */
async function serveAgain(): Promise<void> {
  const until = performance.now() + SERVES_AGAIN_MS;
  for (const url of urls) {
    while ((await statusOf(`${url}/health/ready`)) !== 200) {
      if (performance.now() > until) throw new Error(`${url} did not serve again by itself.`);
      await pause(100);
    }
  }
}

const statusOf = (url: string): Promise<number> =>
  fetch(url).then(
    ({ status }) => status,
    () => 0,
  );

/** Waits until so many more changes were answered as done: people work again. */
async function workGoesOn(done: Done): Promise<void> {
  const wanted = promisedIn(done) + MEMBERS;
  const until = performance.now() + SERVES_AGAIN_MS;
  while (promisedIn(done) < wanted) {
    if (performance.now() > until) throw new Error('Nobody could work again.');
    await pause(50);
  }
}

const promisedIn = ({ promised }: Done): number => [...promised.values()].flat().length;

test(
  'while members work, a web is killed, the database restarts, the clock jumps and the disk is full: nothing promised is lost, nothing is half made, all serves again by itself',
  async () => {
    const members = await signedInMembers(database.ownerUrl, {
      members: MEMBERS,
      from: '2026-05-07',
      secret,
    });
    ports.forEach(startWeb);
    await serveAgain();
    for (let n = 0; n < WORKERS; n += 1)
      others.push(new ProbityProcess({ ...env, PROBITY_PROCESS: 'worker' }));
    const over = new AbortController();
    const { done, ended } = membersAtWork(members, urls, { pauseMs: PAUSE_MS, over: over.signal });
    const failedIn: Record<string, string[]> = {};
    const among = async (what: string, fault: () => Promise<void>): Promise<void> => {
      await workGoesOn(done);
      await pause(CALM_MS);
      const before = done.failures.length;
      await fault();
      await serveAgain();
      await workGoesOn(done);
      (failedIn[what] ??= []).push(...done.failures.slice(before));
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      const [killed = 0, stays = 0] = round % 2 === 0 ? ports : [...ports].reverse();
      const survivor = webs.get(stays);
      await among('web killed', () => killAndSupervise(killed));
      await among('database restarted', () => database.restart());
      await among('clock forward three days', () => {
        moveClock(folder, '2026-07-03T18:00');
        return Promise.resolve();
      });
      await among('clock back', () => {
        moveClock(folder, BEGINS);
        return Promise.resolve();
      });
      if (disk !== undefined) {
        const small = disk;
        await among('disk full', () => fillDisk(small, done));
      }
      // Nobody touched it: the process that was not killed is the one that serves.
      expect(webs.get(stays)).toBe(survivor);
      expect(survivor?.output).not.toContain('Stopping');
    }
    over.abort();
    await ended;
    await nothingLost(members, done);
    process.stderr.write(
      `faults under load: ${promisedIn(done)} changes answered, ${done.pagesRead} pages read; failed meanwhile: ` +
        Object.entries(failedIn)
          .map(([what, failed]) => `${what} ${failed.length}`)
          .join(', ') +
        `${disk === undefined ? '; disk full did not run: no tmpfs may be mounted here' : ''}\n`,
    );
    expect(done.wrong).toEqual([]);
    // The faults were felt: what nobody noticed proves nothing.
    expect(failedIn['web killed']).not.toEqual([]);
    expect(failedIn['database restarted']).not.toEqual([]);
    if (disk !== undefined) expect(failedIn['disk full']).not.toEqual([]);
    // A clock that jumps is no fault to whoever reads and writes; sessions are on the machine’s time.
    expect(failedIn['clock forward three days']).toEqual([]);
    expect(failedIn['clock back']).toEqual([]);
  },
  TIMEOUT,
);

/** Every change that was answered is on the member’s page; each that was made has its event, and the chain holds. */
async function nothingLost(members: readonly SignedInMember[], done: Done): Promise<void> {
  for (const [n, member] of members.entries()) {
    const page = await listOf(urls[n % urls.length] ?? '', member);
    const lost = (done.promised.get(member) ?? []).filter((name) => !page.includes(`${name}\n`));
    expect(lost).toEqual([]);
  }
  const [made, recorded] = await counted();
  expect(made).toBe(recorded);
  expect(made).toBeGreaterThanOrEqual(promisedIn(done));
  // Nothing was made that nobody asked for.
  expect(made).toBeLessThanOrEqual(promisedIn(done) + done.unanswered);
  const { PATH = '', HOME = '' } = process.env;
  const verified = await promisify(execFile)(process.execPath, [COMMAND, 'audit', 'verify'], {
    env: { PATH, HOME, ...env },
  });
  expect(JSON.parse(verified.stdout)).toMatchObject({ firstBroken: null });
}

/** Rows on members’ lists, and events that say that a list changed. */
async function counted(): Promise<[number, number]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    const { rows: all } = await client.query<{ ids: string }>(
      `select '{' || string_agg(id::text, ',') || '}' as ids from authorities_on_this_installation()`,
    );
    await client.query(`select set_config('probity.authority_ids', $1, false)`, [all[0]?.ids]);
    const { rows } = await client.query<{ made: number; recorded: number }>(
      `select (select count(*)::int from association) as made,
         (select count(*)::int from audit_event where action = 'associations.changed') as recorded`,
    );
    return [rows[0]?.made ?? -1, rows[0]?.recorded ?? -1];
  } finally {
    await client.end();
  }
}
