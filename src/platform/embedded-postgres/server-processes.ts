import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * The processes of a PostgreSQL server that use a data folder: its postmaster and, on Linux, every backend, because
 * each of them works in that folder. A process number alone says nothing: numbers are used again.
 */
export function serverProcessesIn(cluster: string): number[] {
  const folder = realpathSync(cluster);
  return existsSync('/proc/self/cwd') ? byWorkingFolder(folder) : byCommandLine(folder);
}

function byWorkingFolder(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        // After an upgrade of node_modules the link reads 'postgres (deleted)'.
        const program = basename(readlinkSync(`/proc/${pid}/exe`));
        return program.startsWith('postgres') && readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch {
        // It has ended, or belongs to another account and so cannot be a server on a folder of ours.
        return false;
      }
    })
    .map(Number);
}

/** macOS has no /proc. There only the postmaster is seen, by the folder in its command. */
function byCommandLine(folder: string): number[] {
  return execFileSync('/bin/ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`postgres -D ${folder} `))
    .map((line) => Number.parseInt(line, 10));
}
