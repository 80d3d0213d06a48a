import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 120_000;

/**
 * Runs `work` while no other process builds into the same folder. The lock is a file that names its process, so
 * that the lock of a process that was killed is seen to be dead and set aside.
 * @param {string} folder created when absent
 * @param {() => Promise<void>} work
 */
export async function withBuildLock(folder, work) {
  const lock = join(folder, '.build-lock');
  mkdirSync(folder, { recursive: true });
  const startedAt = performance.now();
  while (!take(lock)) {
    setAsideIfDead(lock);
    if (performance.now() - startedAt > patienceMs) {
      throw new Error(
        `Another build has held ${lock} for two minutes: delete that file if no build is running.`,
      );
    }
    await pause(100);
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Moving before deleting matters: of two processes that both see a dead lock only one can move it, and the other,
 * which would otherwise delete the first one's fresh lock, finds nothing to move or puts back what it moved.
 */
function setAsideIfDead(lock) {
  const aside = `${lock}.${process.pid}`;
  try {
    const holder = readFileSync(lock, 'utf8');
    if (isAlive(Number(holder))) return;
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== holder) renameSync(aside, lock);
    rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function isAlive(pid) {
  // The file is written in one step after it is created, so it may be empty for a moment.
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
