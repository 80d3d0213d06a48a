import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { EmbeddedPostgresRefused, hasCode } from './refused.js';

/** The passwords of the server's three roles; letters and digits only, so they fit in SQL and URLs as they are. */
export interface Passwords {
  /** `postgres`, which only this folder's code uses. */
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

/**
 * Reads the passwords, or makes them where there are none yet. Linking a whole file into place makes this safe
 * against a second process doing the same and against being killed half-way.
 * @param file readable by our own account only
 * @param mayMake false when a database exists already: new passwords would not open it
 */
export function passwordsIn(file: string, mayMake: boolean): Passwords {
  const existing = read(file);
  if (existing) return existing;
  if (!mayMake) {
    throw new EmbeddedPostgresRefused(
      `${file}, which holds the passwords of the database beside it, is missing: put it back from a copy, or set DATA_DIR to another folder.`,
    );
  }
  const fresh = () => randomBytes(24).toString('hex');
  const made: Passwords = { superuser: fresh(), owner: fresh(), app: fresh() };
  const unfinished = `${file}.${process.pid}`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(unfinished, file);
    return made;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    return passwordsIn(file, mayMake);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function read(file: string): Passwords | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new EmbeddedPostgresRefused(
      `${file}, which holds the passwords of the database beside it, cannot be read: put it back from a copy, or set DATA_DIR to another folder.`,
    );
  }
}
