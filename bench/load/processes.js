import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
/** Long, for a machine that does other things; on a quiet one it is two seconds. */
const READY_WITHIN_MS = 120_000;
/** None stays behind, whatever happens here. */
const children = new Set();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

/** Probity as operators start it, in a process of its own. Gives its address, where it is a web, and how to stop it. */
export async function startProbity(env, profile) {
  const { PATH = '', HOME = '', TMPDIR = tmpdir() } = process.env;
  const main = here('../../dist/src/main.js');
  const child = spawn(
    process.execPath,
    [...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []), main],
    {
      env: { PATH, HOME, TMPDIR, PORT: '0', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  children.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  }
  const isReady = () => /ready at (\S+)|worker is running/.exec(said);
  const from = performance.now();
  while (isReady() === null) {
    if (child.exitCode !== null || performance.now() - from > READY_WITHIN_MS)
      throw new Error(`Probity did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    url: isReady()[1],
    errors: () => said.split('\n').filter((line) => line.includes('"level":50')),
    stop: () => end(child),
  };
}

/** The peer, in a process of its own. */
export async function startBare(given) {
  const { child, told } = await tell('bare.js', given);
  return { url: told.url, stop: () => end(child) };
}

/** What Probity asks of the database for a briefing, noted in a process of its own. */
export async function recordPages(given) {
  const { child, told } = await tell('recorded.js', given);
  await end(child);
  return told;
}

/** Starts one of these files, tells it something and hears its answer. */
async function tell(file, given) {
  const child = fork(here(file), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.add(child);
  child.send(given);
  const failed = once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended too soon.`)));
  failed.catch(() => undefined);
  const [told] = await Promise.race([once(child, 'message'), failed]);
  return { child, told };
}

/** A Redis of the benchmark's own that keeps nothing; undefined on a machine without one. */
export async function startRedis() {
  const dir = mkdtempSync(join(tmpdir(), 'probity-redis-'));
  const port = await closedPort();
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
    dir,
  ];
  const child = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
  children.add(child);
  const tidy = () => rmSync(dir, { recursive: true, force: true });
  const started = await new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', () => resolve(false));
    child.stdout?.on('data', (text) => String(text).includes('Ready to accept') && resolve(true));
  });
  if (!started) {
    tidy();
    return undefined;
  }
  return { url: `redis://127.0.0.1:${port}`, stop: () => end(child).then(tidy) };
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function closedPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** What a web process says of itself: CPU seconds that it used, and bytes that it holds. */
export async function usedBy(url) {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return { cpu: value('process_cpu_seconds_total'), bytes: value('process_resident_memory_bytes') };
}
