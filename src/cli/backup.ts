import { Audit } from '../audit/index.js';
import { joinDatabase } from '../open-database.js';
import { BackupRefused, takeBackup } from '../platform/backup/index.js';
import { ConfigurationRefused, readConfig, type Config } from '../platform/config/index.js';
import { Database, DatabaseRefused, INSTALLATION } from '../platform/database/index.js';
import { EmbeddedPostgresRefused } from '../platform/embedded-postgres/index.js';
import { generateKeys, keptSecret, KeysRefused } from '../platform/sealing/index.js';
import { openAuditRooms } from './audit-rooms.js';
import { backupKey, proofsOf, versionHere } from './backup-keys.js';
import { CommandFailure } from './command-failure.js';
import { write, type Streams } from './streams.js';

export interface BackupOptions {
  /** The file to write. */
  readonly to: string;
  /** A file that holds the key to encrypt with. */
  readonly keyFile?: string;
}

/** `probity backup`: everything in one file. Prints one JSON object of what is in it, with the file's SHA-256. */
export async function runBackup(streams: Streams, options: BackupOptions): Promise<number> {
  return inSentences(async () => {
    const config = readConfig();
    const key = backupKey(config, options.keyFile);
    const say = (sentence: string): void => void streams.stderr.write(`${sentence}\n`);
    if (key === undefined)
      say(
        'No PROBITY_BACKUP_KEY and no --key-file: this backup is not encrypted, so keep it where nobody else can read it.',
      );
    const database = await joinDatabase(config, say);
    try {
      const keys = proofsOf(config.keys ?? keptSecret(database.dataFolder, 'keys', generateKeys));
      const { ownerUrl } = database;
      const taken = await takeBackup({ ownerUrl, file: options.to, version: versionHere(), keys, key });
      const said = { ...taken, encrypted: key !== undefined };
      await record(config, database.appUrl, 'backup.taken', said);
      await write(streams.stdout, `${JSON.stringify({ file: options.to, ...said })}\n`);
      return 0;
    } finally {
      await database.stop();
    }
  });
}

/** Turns what is meant for the operator into the command's failure: a sentence and status 1. */
export async function inSentences<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusals = [
      BackupRefused,
      ConfigurationRefused,
      DatabaseRefused,
      EmbeddedPostgresRefused,
      KeysRefused,
    ];
    if (refusals.some((refusal) => error instanceof refusal))
      throw new CommandFailure((error as Error).message);
    throw error;
  }
}

/** That everything was copied, or came out of a copy, is an event of the installation. */
export async function record(
  config: Config,
  appUrl: string,
  action: 'backup.taken' | 'backup.restored',
  payload: object,
): Promise<void> {
  const rooms = await openAuditRooms(config, appUrl);
  try {
    const actor = { kind: 'system', name: 'backup' } as const;
    await rooms.get(Database).unitOfWork({ authorityId: INSTALLATION, actor }, (uow) => {
      const subject = { type: 'installation', id: INSTALLATION };
      rooms.get(Audit).record(uow, { action, subject, payload: { ...payload } });
      return Promise.resolve();
    });
  } finally {
    await rooms.close();
  }
}
