import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../open-database.js';
import { checkBackup, restoreBackup, type CheckedBackup } from '../platform/backup/index.js';
import { readConfig } from '../platform/config/index.js';
import { backupKey, requireKeys } from './backup-keys.js';
import { inSentences, record } from './backup.js';
import { write, type Streams } from './streams.js';

export interface RestoreOptions {
  /** The backup. */
  readonly from: string;
  /** A file that holds the key it was encrypted with. */
  readonly keyFile?: string;
  /** Only reads it. */
  readonly check?: true;
}

/**
 * `probity restore`: a backup into an empty installation. The file is read to its end and found whole before anything
 * is touched. Prints one JSON object of what was in it.
 */
export async function runRestore(streams: Streams, options: RestoreOptions): Promise<number> {
  return inSentences(async () => {
    const config = readConfig();
    const key = backupKey(config, options.keyFile);
    const backup = await checkBackup(options.from, key);
    const said = summaryOf(backup);
    if (options.check !== true) {
      const database = await openDatabase(config, (sentence) => void streams.stderr.write(`${sentence}\n`));
      try {
        requireKeys(backup.header.keys, config.keys ?? keysIn(database.dataFolder));
        await restoreBackup(database.ownerUrl, options.from, key, backup);
        await record(config, database.appUrl, 'backup.restored', said);
      } finally {
        await database.stop();
      }
    }
    await write(streams.stdout, `${JSON.stringify({ file: options.from, ...said })}\n`);
    return 0;
  });
}

function summaryOf({ header, end }: CheckedBackup) {
  const sums = Object.values(end.tables);
  return {
    ...{ takenAt: header.takenAt, version: header.version, migrations: header.migrations.length },
    ...{ tables: sums.length, rows: sums.reduce((sum, { rows }) => sum + rows, 0) },
  };
}

/** Keys of this installation's own are used where they are, and not made: new ones would open nothing. */
function keysIn(dataFolder: string): string | undefined {
  const path = join(dataFolder, 'keys');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}
