import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { onOwnServer } from './own-server.js';
import { addCouncilsThatOwe } from './owing.js';
import { planning } from './planning.js';

export const title = 'Reminders: sending beside bare BullMQ, and planning as an installation grows';

const REMINDERS = 20_000;
const COUNCILS = 200;
const CONCURRENCY = 8;
const GOAL = 0.25;
/** Nothing is due before nine in London, and then everything. Until then all is planned. */
const BEFORE = '2017-05-08T08:59:25';
const DUE = '2017-05-08T09:00:00+01:00';

export async function run(report) {
  const sizes = `${REMINDERS.toLocaleString('en-GB')} members of ${COUNCILS} councils took office today, and a reminder is due to each at nine.`;
  report.note(
    `${sizes} One worker process gathers them, writes each message, seals and stores it, hands it to a channel that takes it and does nothing, and records each in the audit chain of its council; timed from nine until the last is recorded. The worker runs up to 24 jobs at once, as it always does: most of them wait to be recorded together. Bare BullMQ does as many jobs that do nothing, added beforehand, in a process of its own, at concurrency ${CONCURRENCY}, on the same server, in the same run.`,
  );
  const rows = [];
  const postgres = await measured({});
  rows.push(['PostgreSQL', ...cells(postgres)]);
  const redis = await ownRedis();
  if (redis === undefined)
    report.note('No redis-server is on the path: the queue on Redis was not measured.');
  else {
    const onRedis = await measured({ redisUrl: redis.url });
    rows.push(['Redis', ...cells(onRedis)]);
    report.figure('reminders a second, queue on Redis', onRedis.ours.toFixed(0), 'printed');
    await redis.stop();
  }
  report.table(
    ['queue on', 'reminders a second', 'bare BullMQ, jobs a second', 'ratio', 'planning, s'],
    rows,
  );
  report.figure('reminders a second, queue on PostgreSQL', postgres.ours.toFixed(0), 'printed');
  report.figure(
    'sending, ratio to bare BullMQ on PostgreSQL',
    (postgres.ours / postgres.raw).toFixed(2),
    `${GOAL} or more`,
  );
  await planning(report);
}

const cells = ({ ours, raw, planned }) => [
  ours.toFixed(0),
  raw.toFixed(0),
  (ours / raw).toFixed(2),
  planned.toFixed(1),
];

/** Probity's worker and bare BullMQ on one server, one after the other. */
const measured = ({ redisUrl }) => onOwnServer((server) => measuredOn(server, redisUrl));

async function measuredOn({ owner, ...server }, redisUrl) {
  await addCouncilsThatOwe(owner, { members: REMINDERS, councils: COUNCILS, from: '2017-05-08' });
  // As a server does by itself that may: only where there is something. Of a table that was counted while it was empty,
  // the server would believe that it stays so, and read all of it for each row.
  await owner.query('analyze authority, member, term_of_office');
  const raw = await rawRate({ ownerUrl: server.ownerUrl, redisUrl });
  const { ours, planned } = await ownRate(owner, { ...server, redisUrl });
  return { ours, raw, planned };
}

async function rawRate(where) {
  const child = forked('raw.js', { ...where, jobs: REMINDERS, concurrency: CONCURRENCY });
  const [{ doing }] = await once(child, 'message');
  await once(child, 'exit');
  return REMINDERS / (doing / 1_000);
}

async function ownRate(owner, { ownerUrl, appUrl, dataDir, redisUrl }) {
  const begun = performance.now();
  const worker = forked('worker.js', { ownerUrl, appUrl, dataDir, redisUrl, clockAt: BEFORE, dueAt: DUE });
  await once(worker, 'message');
  const due = once(worker, 'message');
  await until(owner, `select count(*) as n from reminder where step = 'day-1'`);
  const planned = (performance.now() - begun) / 1_000;
  await due;
  const from = performance.now();
  await until(owner, `select count(*) as n from message where sent_at is not null`);
  const seconds = (performance.now() - from) / 1_000;
  await mustBe(owner, `select count(*) as n from audit_event where action = 'message.sent'`);
  await mustBe(owner, `select count(*) as n from reminder where state = 'in-message'`);
  const ended = once(worker, 'exit');
  worker.send('stop');
  await ended;
  return { ours: REMINDERS / seconds, planned };
}

async function until(owner, counting) {
  while ((await counted(owner, counting)) < REMINDERS) await pause(250);
}

async function mustBe(owner, counting) {
  const n = await counted(owner, counting);
  if (n !== REMINDERS) throw new Error(`${n} instead of ${REMINDERS}: ${counting}`);
}

async function counted(owner, counting) {
  const { rows } = await owner.query(counting);
  return Number(rows[0].n);
}

function forked(file, given) {
  return fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(given)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** A Redis of the benchmark's own; undefined where there is no `redis-server`. */
async function ownRedis() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  const settings = [
    '--bind',
    '127.0.0.1',
    '--port',
    `${port}`,
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    tmpdir(),
  ];
  const child = spawn('redis-server', settings, { stdio: 'ignore' });
  const missing = await Promise.race([
    once(child, 'error').then(() => true),
    once(child, 'spawn').then(() => false),
  ]);
  if (missing) return undefined;
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  await client.ping();
  await client.quit();
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { url, stop };
}
