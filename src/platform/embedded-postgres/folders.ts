import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { EmbeddedPostgresRefused, reasonOf } from './refused.js';
import { canEnter, chooseServerUser, type ServerUser } from './server-user.js';

/** Where an embedded database keeps its things, and the account that its server runs as. */
export interface Folders {
  /** The data folder in use: the one asked for, or the one under /var/lib/probity. */
  readonly data: string;
  /** PostgreSQL's own folder within it. */
  readonly cluster: string;
  readonly passwords: string;
  readonly log: string;
  readonly serverUser: ServerUser;
}

/** Bytes in the path of a unix socket: 107 on Linux, 103 on macOS. The name of PostgreSQL's socket is within it. */
const LONGEST_SOCKET_PATH = 103;
const SOCKET_NAME = '/.s.PGSQL.5432';
const SOCKET_FOLDER_PREFIX = 'probity-db-';
const STAND_IN_HOME = '/var/lib/probity';

/**
 * Makes the data folder and finds who can use it. Where the server's account cannot enter the folder that was asked
 * for (a home of mode 0700, when root started us), a folder under /var/lib/probity stands in, named by a hash of the
 * path that was asked for, so that it is found again at the next start.
 */
export function settleFolders(dataDir: string, log: (sentence: string) => void): Folders {
  const asked = resolve(dataDir);
  requireWritable(asked);
  const first = foldersIn(asked);
  if (canEnter(first.serverUser, asked)) return first;

  const hash = createHash('sha256').update(asked).digest('hex').slice(0, 16);
  makeFolder(STAND_IN_HOME);
  requireWritable(join(STAND_IN_HOME, hash));
  const standIn = foldersIn(join(STAND_IN_HOME, hash));
  if (!canEnter(standIn.serverUser, standIn.data)) {
    throw new EmbeddedPostgresRefused(
      `The database server cannot enter ${asked} or ${standIn.data}: set DATA_DIR to a folder that every account may pass through.`,
    );
  }
  log(`The database server may not enter ${asked}; the data is kept in ${standIn.data} instead.`);
  return standIn;
}

function foldersIn(data: string): Folders {
  const cluster = join(data, 'postgres');
  return {
    data,
    cluster,
    passwords: join(data, 'postgres-passwords.json'),
    log: join(data, 'postgres.log'),
    serverUser: chooseServerUser(cluster),
  };
}

function requireWritable(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new EmbeddedPostgresRefused(
      `The data folder ${folder} cannot be used (${reasonOf(error)}): set DATA_DIR to a folder that Probity may write.`,
    );
  }
}

/** Others may pass through a folder that we make (the server's account must), and may not list it. */
function makeFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true });
  if (made !== undefined) chmodSync(folder, 0o711);
}

/** Makes a folder for the socket: short enough, and private to the server's account. Root needs no permission. */
export function makeSocketFolder(folders: Folders): string {
  const bases = [tmpdir(), '/tmp', folders.data].filter(
    (base) =>
      existsSync(base) &&
      Buffer.byteLength(join(base, `${SOCKET_FOLDER_PREFIX}XXXXXX`) + SOCKET_NAME) <= LONGEST_SOCKET_PATH &&
      canEnter(folders.serverUser, base),
  );
  const [base] = bases;
  if (base === undefined) {
    throw new EmbeddedPostgresRefused(
      'There is no temporary folder with a short path for the database’s socket: set TMPDIR to one, such as /tmp.',
    );
  }
  const folder = mkdtempSync(join(base, SOCKET_FOLDER_PREFIX));
  giveTo(folders.serverUser, folder);
  return folder;
}

/** Removes a socket folder that we made. Any other name is left alone, whatever a lock file says. */
export function removeSocketFolder(folder: string): void {
  if (basename(folder).startsWith(SOCKET_FOLDER_PREFIX)) rmSync(folder, { recursive: true, force: true });
}

/** Makes the server's account the owner of something that root made. */
export function giveTo(user: ServerUser, path: string): void {
  if (user.dropTo) chownSync(path, user.dropTo.uid, user.dropTo.gid);
}
