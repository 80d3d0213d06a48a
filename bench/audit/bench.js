import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onOwnServer } from '../reminders/own-server.js';
import { writeChain } from './chain.js';

export const title = 'Verifying the audit chain, beside a program that only reads and hashes it';

const EVENTS = 1_000_000;
const GOAL = 1 / 3;
const here = (file) => fileURLToPath(new URL(file, import.meta.url));

export async function run(report) {
  await onOwnServer(async ({ owner, ownerUrl, appUrl, dataDir }) => {
    const authorityId = await writeChain(owner, EVENTS);
    const raw = [await readRaw(appUrl, authorityId)];
    const ours = await verify({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: dataDir });
    raw.push(await readRaw(appUrl, authorityId));
    if (ours.said.events !== EVENTS || ours.said.firstBroken !== null)
      throw new Error(`probity audit verify said ${JSON.stringify(ours.said)}.`);
    const rates = { ours: perSecond(ours), raw: Math.max(...raw.map(perSecond)) };
    report.note(
      `One chain of ${EVENTS.toLocaleString('en-GB')} events, each with a payload, on a PostgreSQL of its own. Ours is the whole command, \`probity audit verify\`, from its start to its end, in a process of its own: it works every hash of every link and payload out again, and compares them. The raw reader is bare pg, also in a process of its own, timed from its first query: the same rows in the same order, SHA-256 over the fields as they come and over the payload's text. It runs before ours and after it, and the better of the two counts.`,
    );
    report.table(
      ['', 'events a second', 'seconds'],
      [
        ['probity audit verify', Math.round(rates.ours), (EVENTS / rates.ours).toFixed(1)],
        ['read and hash', Math.round(rates.raw), (EVENTS / rates.raw).toFixed(1)],
      ],
    );
    report.note(`Most memory that the command held: ${Math.round(ours.megabytes)} MB.`);
    report.figure('events verified in one run', EVENTS, '1000000 or more');
    report.figure(
      'rate, ratio to raw reading and hashing',
      (rates.ours / rates.raw).toFixed(2),
      `${GOAL.toFixed(2)} or more`,
    );
  });
}

const perSecond = ({ milliseconds }) => (EVENTS * 1000) / milliseconds;

async function readRaw(url, authorityId) {
  const child = fork(here('raw.js'), [JSON.stringify({ url, authorityId })]);
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (said?.events !== EVENTS) throw new Error('The raw reader did not see every event.');
  return said;
}

/** The command as an operator gives it. Progress goes to standard error, the answer to standard output. */
async function verify(env) {
  const started = performance.now();
  const child = spawn(process.execPath, [here('measured-command.js'), 'audit', 'verify'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let out = '';
  let megabytes = 0;
  child.stdout.on('data', (chunk) => (out += chunk));
  child.on('message', (said) => ({ megabytes } = said));
  const [status] = await once(child, 'close');
  const milliseconds = performance.now() - started;
  if (status !== 0) throw new Error(`probity audit verify ended with status ${status}: ${out}`);
  return { milliseconds, megabytes, said: JSON.parse(out) };
}
