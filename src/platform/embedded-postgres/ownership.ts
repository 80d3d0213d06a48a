import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { EmbeddedPostgresRefused } from './refused.js';
import { connectAsSuperuser, type Reach } from './superuser.js';
import { becomesTrue } from './waiting.js';

/** 'owns' in ASCII. Held in the `postgres` database, so it cannot meet a lock that the application takes. */
const OWNER_LOCK = 0x6f776e73;
/** The session of a process that was killed ends within milliseconds; a process that lives keeps it. */
const PATIENCE_MS = 1_500;
const RETAKE_PAUSE_MS = 500;

/**
 * The right to start and stop the server, held as a lock by a session of ours on it. The kernel ends that session
 * with our process, however it dies, so nothing stale can be left and no process number can be taken for another.
 */
export interface Ownership {
  /** Keeps the right while the server is being stopped, so that nobody takes it for an orphan, then gives it up. */
  giveUpAfter(stopped: () => Promise<void>): Promise<void>;
}

/**
 * Takes the ownership of a running server, and takes it again whenever the server drops all its sessions, as it does
 * when one of its processes was killed.
 * @throws EmbeddedPostgresRefused when another live process has it
 */
export async function takeOwnership(reach: Reach, dataFolder: string): Promise<Ownership> {
  let givenUp = false;
  let session = await lockedSession(reach, dataFolder);
  const retakeWhenLost = (): void => void session.once('end', () => void retake());
  const retake = async (): Promise<void> => {
    while (!givenUp) {
      try {
        session = await lockedSession(reach, dataFolder);
        retakeWhenLost();
        return;
      } catch {
        await pause(RETAKE_PAUSE_MS, undefined, { ref: false });
      }
    }
  };
  retakeWhenLost();
  return {
    async giveUpAfter(stopped) {
      givenUp = true;
      await stopped();
      await session.end().catch(() => undefined);
    },
  };
}

async function lockedSession(reach: Reach, dataFolder: string): Promise<pg.Client> {
  const session = await connectAsSuperuser(reach, dataFolder);
  const taken = await becomesTrue(async () => {
    const { rows } = await session.query<{ ok: boolean }>('select pg_try_advisory_lock($1) as ok', [
      OWNER_LOCK,
    ]);
    return rows[0]?.ok === true;
  }, PATIENCE_MS);
  if (taken) {
    // A program that has nothing else to do may end; the server is stopped as it does. pg's types do not know unref.
    (session as pg.Client & { unref(): void }).unref();
    return session;
  }
  const holder = await nameHolder(session);
  await session.end();
  throw new EmbeddedPostgresRefused(
    `The database in ${dataFolder} is in use by another running Probity${holder}: stop that one first, or set DATA_DIR to another folder.`,
  );
}

async function nameHolder(session: pg.Client): Promise<string> {
  const { rows } = await session.query<{ application_name: string }>(
    `select a.application_name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objid = $1`,
    [OWNER_LOCK],
  );
  return rows[0] ? ` (${rows[0].application_name})` : '';
}
