import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { generateKeys } from '../../src/platform/sealing/index.js';
import { ProbityProcess } from '../process/probity-process.js';
import { clockIn, moveClock } from '../support/clock-file.js';
import { faultyMailServer, type FaultyMailServer } from '../support/faulty-mail-server.js';
import { membersWhoOwe } from '../support/members-who-owe.js';
import { ownPostgres, type OwnPostgres } from '../support/own-postgres.js';
import { describeWithRedis, redisServer, type RedisServer } from '../support/redis-server.js';
import { migrateAsBuilt } from '../support/test-database.js';
import { isFull, PROOF_TIMEOUT, sized } from './size.js';

/** Members to whom a reminder is due, shared out among so many councils. */
const MEMBERS = sized(60, 2_000);
const COUNCILS = sized(2, 20);
const WORKERS = 3;
const KILL_EVERY_MS = 2_000;
const WORKS_FIRST_MS = 2_000;
/** The middle of it: the database, and with it the queue, go away and come back. */
const RESTART_WHEN_SENT = MEMBERS / 2;
const NINE = new Date('2017-05-08T09:00+01:00');
/** A connection that hangs is given up after so long. */
const HUNG_AFTER_MS = 3_000;

let database: OwnPostgres;
let mail: FaultyMailServer;
let folder: string;
let workers: ProbityProcess[];
let kills: number;
/** Ends what a test has begun, whether or not it came to its end. */
let over: AbortController;

beforeEach(async () => {
  [workers, kills, over] = [[], 0, new AbortController()];
  folder = mkdtempSync(join(tmpdir(), 'probity-faults-'));
  // Day 1 of the 28 begins on this day, and its reminder is due at nine.
  moveClock(folder, '2017-05-08T08:59');
  database = await ownPostgres();
  await migrateAsBuilt(database.ownerUrl);
  await membersWhoOwe(database.ownerUrl, { members: MEMBERS, councils: COUNCILS, from: '2017-05-08' });
  mail = await faultyMailServer({ putsOff: 0.1, hangs: 0.01 });
});
afterEach(async () => {
  over.abort();
  for (const worker of workers) worker.kill();
  await Promise.all(workers.map((worker) => worker.ended()));
  await mail.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** From nine o’clock the time goes on as everywhere: what a queue has lost is handed on again when a minute has passed. */
function letClockGoOn(from: number): void {
  moveClock(folder, new Date(NINE.getTime() + performance.now() - from).toISOString());
}

function startWorker(more: Readonly<Record<string, string>>): ProbityProcess {
  const worker = new ProbityProcess({
    ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, DATA_DIR: folder },
    ...{ PROBITY_PROCESS: 'worker', ...clockIn(folder), PROBITY_KEYS: KEYS },
    ...{ SMTP_URL: `${mail.url}?socketTimeout=${HUNG_AFTER_MS}`, LOG_LEVEL: 'error' },
    ...more,
  });
  workers.push(worker);
  return worker;
}

const KEYS = generateKeys();

/** When each worker was first seen to work. */
const worksSince = new Map<ProbityProcess, number>();
function works(worker: ProbityProcess): boolean {
  if (!worker.output.includes('worker is running')) return false;
  if (!worksSince.has(worker)) worksSince.set(worker, performance.now());
  return true;
}
/** A worker that has only just come up has nothing to lose: on a busy machine nothing would ever be done. */
function isInTheMiddle(worker: ProbityProcess): boolean {
  return works(worker) && performance.now() - (worksSince.get(worker) ?? 0) >= WORKS_FIRST_MS;
}

/** Kills the one that has worked longest, every two seconds, and starts another in its place at once. */
async function killInTurn(alive: ProbityProcess[], more: Readonly<Record<string, string>>): Promise<void> {
  for (;;) {
    await pause(KILL_EVERY_MS);
    if (over.signal.aborted) return;
    alive.forEach(works);
    const victim = alive.find(isInTheMiddle);
    if (victim === undefined) continue;
    victim.kill();
    kills += 1;
    alive.splice(alive.indexOf(victim), 1);
    alive.push(startWorker(more));
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(50, undefined, { signal: over.signal });
}

async function count(what: string): Promise<number> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${what}`);
    return Number(rows[0]?.n);
  } catch {
    // The database is away for a moment.
    return -1;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Reminds everybody while workers are killed and servers go away; gives what is to be said of it. */
async function remindAmongFaults(
  more: Readonly<Record<string, string>>,
  restartQueue: () => Promise<void>,
): Promise<void> {
  const alive = Array.from({ length: WORKERS }, () => startWorker(more));
  await until(() => alive.every(works));
  const from = performance.now();
  letClockGoOn(from);
  const killing = killInTurn(alive, more);
  let restarted = false;
  for (;;) {
    await pause(250, undefined, { signal: over.signal });
    letClockGoOn(from);
    const sent = await count('message where sent_at is not null');
    if (!restarted && sent >= RESTART_WHEN_SENT) {
      restarted = true;
      await database.restart();
      await restartQueue();
    }
    if (sent >= MEMBERS) break;
  }
  over.abort();
  await killing;
  const arrived = mail.arrived();
  const distinct = new Set(arrived);
  const repeats = arrived.length - distinct.size;
  const seconds = Math.round((performance.now() - from) / 1_000);
  process.stderr.write(
    `faults: ${MEMBERS} reminders in ${seconds} s, ${kills} workers killed, database restarted ${restarted ? 'once' : 'never'}, ` +
      `${mail.putOff()} put off, ${mail.hung()} hung; ${distinct.size} arrived, ${repeats} of them again\n`,
  );
  expect(restarted).toBe(true);
  expect(kills).toBeGreaterThan(0);
  // Everything that was planned has arrived, under one Message-ID each.
  expect(await count('message')).toBe(MEMBERS);
  expect(await count('(select distinct member_id from message) as told')).toBe(MEMBERS);
  expect(await count(`reminder where state = 'in-message'`)).toBe(MEMBERS);
  expect(distinct.size).toBe(MEMBERS);
  expect(await count('message where failed_reason is not null')).toBe(0);
  expect(await count(`audit_event where action = 'message.sent'`)).toBe(MEMBERS);
  // SMTP cannot promise more.
  expect(repeats).toBeLessThanOrEqual(kills + mail.hung());
}

describe('among workers that are killed, a mail server that refuses and hangs, and a database that restarts', () => {
  test(
    'every reminder arrives, with the queue on PostgreSQL',
    () => remindAmongFaults({}, () => Promise.resolve()),
    PROOF_TIMEOUT,
  );
});

/** On Redis it is the same code but for the queue, whose own tests kill workers and a Redis too: at full size only. */
const onRedis = isFull ? describeWithRedis : describe.skip;

onRedis('and with the queue on a Redis that restarts, and is empty then (npm run prove -- faults)', () => {
  let redis: RedisServer;
  beforeEach(async () => {
    redis = await redisServer();
    await redis.start();
  });
  afterEach(() => redis.close());
  test(
    'every reminder arrives',
    () =>
      remindAmongFaults({ REDIS_URL: redis.url }, async () => {
        await redis.kill();
        await redis.start();
      }),
    PROOF_TIMEOUT,
  );
});
