import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  fchownSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { SERVER_ENVIRONMENT } from './cluster.js';
import { makeSocketFolder, removeSocketFolder, type Folders } from './folders.js';
import { readLockFile } from './lock-file.js';
import type { Programs } from './programs.js';
import { EmbeddedPostgresRefused, reasonOf } from './refused.js';
import { serverSettings } from './settings.js';
import { becomesTrue } from './waiting.js';

/** Recovery after a crash replays at most a gigabyte or so of log; a slow disk needs its time for that. */
const START_LIMIT_MS = 120_000;
const FAST_STOP_LIMIT_MS = 20_000;
const IMMEDIATE_STOP_LIMIT_MS = 5_000;
const LOG_KEEP_BYTES = 5_000_000;

/** A server that this process started. */
export interface Server {
  readonly socketFolder: string;
  /** Ends every session and stops; resolves when the process is gone. */
  stop(): Promise<void>;
}

/**
 * Starts the server and waits until it takes connections. It runs in a session of its own, so that Ctrl-C in a
 * terminal reaches us and not it: we stop it last, when nothing needs it any more.
 */
export async function startServer(
  folders: Folders,
  programs: Programs,
  durable: boolean,
  log: (sentence: string) => void,
): Promise<Server> {
  const socketFolder = makeSocketFolder(folders);
  const { child, logStart } = launch(folders, programs, serverSettings(socketFolder, durable));
  let failure = '';
  child.on('error', (error) => (failure = reasonOf(error)));

  // The last resort when our process ends without stop(): nothing asynchronous can be done any more.
  const stopAtExit = (): void => {
    signal(child, 'SIGINT');
    removeSocketFolder(socketFolder);
  };
  process.once('exit', stopAtExit);

  const sayItEnded = (): void => {
    log(`The database server ended by itself: see ${folders.log}, then start Probity again.`);
  };

  const stop = async (): Promise<void> => {
    process.off('exit', stopAtExit);
    child.off('exit', sayItEnded);
    await stopServer(child);
    removeSocketFolder(socketFolder);
  };
  const settled = await becomesTrue(
    () => failure !== '' || hasEnded(child) || isReady(folders, child),
    START_LIMIT_MS,
  );
  if (settled && failure === '' && !hasEnded(child)) {
    child.on('exit', sayItEnded);
    return { socketFolder, stop };
  }

  await stop();
  const said = lastLines(folders.log, logStart);
  // Another start's doing, not a fault: it was first with its own server, or stopped ours as nobody's.
  if (child.exitCode === 0 || said.includes('already exists')) throw new Error('another server came first');
  throw new EmbeddedPostgresRefused(
    `The database in ${folders.data} did not start: see ${folders.log}, or set DATABASE_URL to a PostgreSQL server. ${failure || said}`.trim(),
  );
}

/** The log is added to by the server itself, so that it outlives us; `logStart` is where this run's part begins. */
function launch(
  folders: Folders,
  programs: Programs,
  settings: string[],
): { child: ChildProcess; logStart: number } {
  const log = openLog(folders);
  const child = spawn(programs.postgres, ['-D', folders.cluster, ...settings], {
    ...folders.serverUser.dropTo,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
  });
  closeSync(log.descriptor);
  child.unref();
  return { child, logStart: log.length };
}

function isReady(folders: Folders, child: ChildProcess): boolean {
  const lock = readLockFile(folders.cluster);
  return lock?.pid === child.pid && lock?.ready === true;
}

/** Fast: sessions are ended and everything is written. Immediate: nothing is written; the next start recovers. */
async function stopServer(child: ChildProcess): Promise<void> {
  const ended = (): boolean => hasEnded(child);
  signal(child, 'SIGINT');
  if (await becomesTrue(ended, FAST_STOP_LIMIT_MS)) return;
  signal(child, 'SIGQUIT');
  if (await becomesTrue(ended, IMMEDIATE_STOP_LIMIT_MS)) return;
  signal(child, 'SIGKILL');
  await becomesTrue(ended, IMMEDIATE_STOP_LIMIT_MS);
}

/** Node keeps the number of a child until it has seen it end, so this cannot reach a stranger. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (!hasEnded(child)) child.kill(name);
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Opens the server's log for adding to; a long one is first set aside, and the one set aside before is dropped. */
function openLog(folders: Folders): { descriptor: number; length: number } {
  const length = statSync(folders.log, { throwIfNoEntry: false })?.size ?? 0;
  if (length > LOG_KEEP_BYTES) {
    rmSync(`${folders.log}.before`, { force: true });
    renameSync(folders.log, `${folders.log}.before`);
  }
  const descriptor = openSync(folders.log, 'a', 0o600);
  const { dropTo } = folders.serverUser;
  if (dropTo) fchownSync(descriptor, dropTo.uid, dropTo.gid);
  return { descriptor, length: fstatSync(descriptor).size };
}

function lastLines(file: string, from: number): string {
  const said = readFileSync(file).subarray(from).toString('utf8').trim();
  return said === '' ? '' : `It said last: ${said.split('\n').slice(-5).join(' / ')}`;
}
