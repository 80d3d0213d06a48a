import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { giveTo, type Folders } from './folders.js';
import { EmbeddedPostgresRefused, hasCode, reasonOf } from './refused.js';
import type { Programs } from './programs.js';

export const SUPERUSER = 'postgres';
const INITDB_LIMIT_MS = 120_000;

/** PostgreSQL's environment: ours is not handed on, so that no setting of the caller's can change the server. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Whether a database is there already.
 * @throws EmbeddedPostgresRefused when the folder holds something else, or the database of another major version
 */
export function clusterExists(folders: Folders, programs: Programs): boolean {
  if (!existsSync(folders.cluster) || readdirSync(folders.cluster).length === 0) return false;
  const versionFile = join(folders.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    throw new EmbeddedPostgresRefused(
      `${folders.cluster} holds something that is not a database: move it away, or set DATA_DIR to another folder.`,
    );
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== String(programs.major)) {
    throw new EmbeddedPostgresRefused(
      `The database in ${folders.cluster} was made by PostgreSQL ${version} and this Probity brings PostgreSQL ${programs.major}: make a backup with the Probity that made it and restore it with this one, or set DATA_DIR to another folder.`,
    );
  }
  return true;
}

/**
 * Makes a database beside its place and moves it there when it is whole, so that a start that is killed half-way
 * leaves nothing that looks like a database, and of two starts at once one wins.
 */
export async function makeCluster(
  folders: Folders,
  programs: Programs,
  superuserPassword: string,
  durable: boolean,
): Promise<void> {
  const workshop = mkdtempSync(`${folders.cluster}-being-made-`);
  try {
    giveTo(folders.serverUser, workshop);
    const passwordFile = join(workshop, 'password');
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
    giveTo(folders.serverUser, passwordFile);
    const unfinished = join(workshop, 'postgres');
    await runInitdb(folders, programs, [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=en-GB',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ]);
    renameSync(unfinished, folders.cluster);
  } catch (error) {
    // Somebody else's database stands there now; whether it is free to use is asked next.
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

async function runInitdb(folders: Folders, programs: Programs, options: string[]): Promise<void> {
  const child = spawn(programs.initdb, options, {
    ...folders.serverUser.dropTo,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: INITDB_LIMIT_MS,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const status = await new Promise<string>((resolve) => {
    child.on('error', (error) => {
      resolve(reasonOf(error));
    });
    child.on('close', (code, signal) => {
      resolve(String(signal ?? code));
    });
  });
  if (status === '0') return;
  throw new EmbeddedPostgresRefused(
    `A new database could not be made in ${folders.data} (initdb ended with ${status}): mend what it says, or set DATABASE_URL to a PostgreSQL server. It said: ${said.trim()}`,
  );
}
