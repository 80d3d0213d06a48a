import { existsSync } from 'node:fs';
import { settleFolders } from './folders.js';
import { readLockFile } from './lock-file.js';
import { passwordsIn } from './passwords.js';
import { urlsOf, type DatabaseUrls } from './provision.js';
import { serverProcessesIn } from './server-processes.js';

/**
 * The ways in to a server that another Probity is running in this folder, for a command that only looks. Undefined
 * when none is running: then the command may start it.
 */
export function joinEmbeddedPostgres(options: {
  readonly dataDir: string;
  readonly log: (sentence: string) => void;
}): DatabaseUrls | undefined {
  const folders = settleFolders(options.dataDir, options.log);
  if (!existsSync(folders.passwords)) return undefined;
  const lock = readLockFile(folders.cluster);
  if (lock?.ready !== true || !serverProcessesIn(folders.cluster).includes(lock.pid)) return undefined;
  return urlsOf(passwordsIn(folders.passwords, false), lock.socketFolder);
}
