import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from './refused.js';

/** What PostgreSQL writes in postmaster.pid, by which a data folder says that a server has it. */
export interface LockFile {
  readonly path: string;
  readonly text: string;
  readonly pid: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

/** Reads the lock file: line 1 is the process, line 5 the socket's folder, line 8 its state. */
export function readLockFile(cluster: string): LockFile | undefined {
  const path = join(cluster, 'postmaster.pid');
  try {
    const text = readFileSync(path, 'utf8');
    const lines = text.split('\n').map((line) => line.trim());
    // A postmaster that is just beginning writes a negative or no number.
    const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10)) || 0;
    return { path, text, pid, socketFolder: lines[4] ?? '', ready: lines[7] === 'ready' };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
