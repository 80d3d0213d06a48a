import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { EmbeddedPostgresRefused, hasCode } from './refused.js';

/**
 * The account that the server runs as. PostgreSQL refuses to run as root, so root drops to an account that is
 * already there; anybody else runs it as themselves.
 */
export interface ServerUser {
  /** Present only when we are root and must drop to this account. */
  readonly dropTo?: { readonly uid: number; readonly gid: number };
}

/**
 * Chooses the account. As root: the owner of the database that is already there, else `postgres`, else `nobody`.
 * @param cluster the folder of the database, which need not exist
 * @throws EmbeddedPostgresRefused when the database belongs to somebody else and we are not root
 */
export function chooseServerUser(cluster: string): ServerUser {
  const owner = ownerOf(cluster);
  const me = process.getuid?.();
  if (me !== 0) {
    if (owner === undefined || owner.uid === me) return {};
    throw new EmbeddedPostgresRefused(
      `The database in ${cluster} belongs to another account (number ${owner.uid}): start Probity as that account or as root, or set DATA_DIR to another folder.`,
    );
  }
  const account =
    owner !== undefined && owner.uid !== 0 ? owner : (accountOf('postgres') ?? accountOf('nobody'));
  if (account === undefined) {
    throw new EmbeddedPostgresRefused(
      'PostgreSQL does not run as root and this machine has no account called postgres or nobody: start Probity as an ordinary user.',
    );
  }
  return { dropTo: account };
}

/** Whether the server's account can enter a folder. It is tried, because modes alone do not tell (think of ACLs). */
export function canEnter(user: ServerUser, folder: string): boolean {
  return tryAs(user, 'cd "$1"', folder);
}

/** Whether the server's account can run a program. */
export function canRun(user: ServerUser, program: string): boolean {
  return tryAs(user, 'test -r "$1" && test -x "$1"', program);
}

function tryAs(user: ServerUser, script: string, path: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', script, 'sh', path], {
    ...user.dropTo,
    cwd: '/',
    stdio: 'ignore',
    timeout: 10_000,
  });
  return status === 0;
}

function ownerOf(folder: string): { uid: number; gid: number } | undefined {
  try {
    const { uid, gid } = statSync(folder);
    return { uid, gid };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Reads /etc/passwd, whose lines are name:password:uid:gid:…, because Node has no lookup by name. */
function accountOf(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
