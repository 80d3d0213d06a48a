import { setTimeout as pause } from 'node:timers/promises';
import { clusterExists, makeCluster } from './cluster.js';
import { settleFolders, type Folders } from './folders.js';
import { settleFormerServer } from './former-server.js';
import { takeOwnership } from './ownership.js';
import { passwordsIn, type Passwords } from './passwords.js';
import { findPrograms, type Programs } from './programs.js';
import { provision, type DatabaseUrls } from './provision.js';
import { EmbeddedPostgresRefused, reasonOf } from './refused.js';
import { startServer } from './server.js';

export { joinEmbeddedPostgres } from './join.js';
export { EmbeddedPostgresRefused } from './refused.js';

const MOST_TRIES = 5;
const LEAST_PAUSE_MS = 100;

export interface EmbeddedPostgresOptions {
  /** Where the database is kept; made when absent. */
  readonly dataDir: string;
  /** Told, in sentences for the operator, what is not as usual. */
  readonly log: (sentence: string) => void;
  /** False trades safety against a crash of the machine for speed: for tests. True when not given. */
  readonly durable?: boolean;
}

/** A PostgreSQL server of our own, running until `stop()`. */
export interface EmbeddedPostgres extends DatabaseUrls {
  /** Where the data is: `dataDir`, or its stand-in where the server's account cannot enter that. */
  readonly dataFolder: string;
  /** Ends every session and stops the server. Call it last, when the application has closed; again is harmless. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL server that comes with Probity, on a database that is made at the first start, and recovers
 * from whatever an earlier process left there.
 * @throws EmbeddedPostgresRefused with a sentence for the operator
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, durable = true } = options;
  const folders = settleFolders(options.dataDir, log);
  const programs = findPrograms(folders, log);
  const exists = clusterExists(folders, programs);
  const passwords = passwordsIn(folders.passwords, !exists);
  if (!exists) await makeCluster(folders, programs, passwords.superuser, durable);

  for (let tries = 1; ; tries += 1) {
    try {
      return await startOnce(folders, programs, passwords, durable, log);
    } catch (error) {
      if (error instanceof EmbeddedPostgresRefused) throw error;
      if (tries === MOST_TRIES) throw new EmbeddedPostgresRefused(neverFree(folders, error));
      await pause(LEAST_PAUSE_MS * (1 + 4 * Math.random()));
    }
  }
}

/**
 * One try. Any error but a refusal means, as far as we can know, that another Probity was starting on the same
 * folder and one of the two stopped the other's server: after a moment it is settled whose the folder is.
 */
async function startOnce(
  folders: Folders,
  programs: Programs,
  passwords: Passwords,
  durable: boolean,
  log: (sentence: string) => void,
): Promise<EmbeddedPostgres> {
  await settleFormerServer(folders, passwords.superuser, log);
  const server = await startServer(folders, programs, durable, log);
  try {
    const reach = { socketFolder: server.socketFolder, password: passwords.superuser };
    const ownership = await takeOwnership(reach, folders.data);
    const urls = await provision(reach, passwords, folders.data);
    const stop = once(() => ownership.giveUpAfter(() => server.stop()));
    return { ...urls, dataFolder: folders.data, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function neverFree(folders: Folders, error: unknown): string {
  return `The database in ${folders.data} could not be started in ${MOST_TRIES} tries (${reasonOf(error)}): see ${folders.log}, and end any other process that uses that folder.`;
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= action());
}
