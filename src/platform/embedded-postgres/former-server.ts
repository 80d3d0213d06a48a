import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { removeSocketFolder, type Folders } from './folders.js';
import { readLockFile, type LockFile } from './lock-file.js';
import { takeOwnership } from './ownership.js';
import { EmbeddedPostgresRefused, hasCode } from './refused.js';
import { serverProcessesIn } from './server-processes.js';
import { becomesTrue } from './waiting.js';

const GET_READY_LIMIT_MS = 60_000;
const COURTESY_MS = 300;
const STOP_LIMIT_MS = 20_000;
/** Backends whose postmaster was killed notice it themselves, at the latest when their statement ends. */
const BACKENDS_LEAVE_LIMIT_MS = 5_000;

/**
 * Clears away what an earlier process left: a server that outlived the Probity that started it is stopped in good
 * order, and a lock file that no server stands behind is removed.
 * @throws EmbeddedPostgresRefused when another live Probity uses the server
 */
export async function settleFormerServer(
  folders: Folders,
  superuserPassword: string,
  log: (sentence: string) => void,
): Promise<void> {
  const lock = readLockFile(folders.cluster);
  const users = serverProcessesIn(folders.cluster);
  if (lock !== undefined && users.includes(lock.pid)) {
    await stopOrphan(folders, lock, superuserPassword, log);
  } else if (users.length > 0) {
    await outlastBackends(folders, log);
  }
  removeStaleLock(folders, log);
}

async function stopOrphan(
  folders: Folders,
  lock: LockFile,
  password: string,
  log: (sentence: string) => void,
): Promise<void> {
  const gone = (): boolean => !serverProcessesIn(folders.cluster).includes(lock.pid);
  // It may be just starting, or just stopping: then there is nobody to ask yet, or any more.
  const settled = await becomesTrue(
    () => gone() || readLockFile(folders.cluster)?.ready === true,
    GET_READY_LIMIT_MS,
  );
  if (!settled) {
    throw new EmbeddedPostgresRefused(
      `A database server (process ${lock.pid}) has held ${folders.data} for a minute without becoming ready: see ${folders.log}, and end that process if it hangs.`,
    );
  }
  // A server that was only just started belongs to its starter, who has not yet had the time to say so.
  await pause(COURTESY_MS);
  if (gone()) return;
  const { socketFolder } = readLockFile(folders.cluster) ?? lock;
  const ownership = await takeOwnership({ socketFolder, password }, folders.data);
  log(
    `An earlier Probity ended without stopping its database server (process ${lock.pid}); it is stopped now.`,
  );
  await ownership.giveUpAfter(async () => {
    process.kill(lock.pid, 'SIGINT');
    await becomesTrue(gone, STOP_LIMIT_MS);
  });
  if (!gone()) {
    throw new EmbeddedPostgresRefused(
      `The database server that an earlier Probity left behind does not stop: end process ${lock.pid} and start again.`,
    );
  }
  removeSocketFolder(socketFolder);
}

/**
 * Processes without a lock file are what a killed server left, or a server that another Probity has only just begun to
 * start: that one has written its lock file by the time we would end it, and is left alone.
 */
async function outlastBackends(folders: Folders, log: (sentence: string) => void): Promise<void> {
  const gone = (): boolean => serverProcessesIn(folders.cluster).length === 0;
  const isServer = (): boolean =>
    serverProcessesIn(folders.cluster).includes(readLockFile(folders.cluster)?.pid ?? 0);
  const settled = (): boolean => gone() || isServer();
  log('A database server was killed and some of its processes are still ending; waiting for them.');
  if (!(await becomesTrue(settled, BACKENDS_LEAVE_LIMIT_MS))) {
    for (const pid of serverProcessesIn(folders.cluster)) process.kill(pid, 'SIGQUIT');
    await becomesTrue(settled, BACKENDS_LEAVE_LIMIT_MS);
  }
  if (isServer()) throw new Error('another server came first');
  if (gone()) return;
  throw new EmbeddedPostgresRefused(
    `Processes of a killed database server still use ${folders.data} (${serverProcessesIn(folders.cluster).join(', ')}): end them and start again.`,
  );
}

/**
 * PostgreSQL itself replaces a lock file whose process is gone, after a look at shared memory. It believes one whose
 * number an unrelated process has since been given: that one we remove. The file is read again at the last moment, so that a server that has just started keeps its own.
 */
function removeStaleLock(folders: Folders, log: (sentence: string) => void): void {
  const lock = readLockFile(folders.cluster);
  if (lock === undefined || serverProcessesIn(folders.cluster).length > 0) return;
  if (readLockFile(folders.cluster)?.text !== lock.text) return;
  log('The database was not shut down in good order; it recovers now.');
  removeSocketFolder(lock.socketFolder);
  if (isAlive(lock.pid)) rmSync(lock.path, { force: true });
}

/** Whether any process has this number, whoever it belongs to. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}
