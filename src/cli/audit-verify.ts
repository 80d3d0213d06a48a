import { AuditVerifier } from '../audit/index.js';
import { joinDatabase } from '../open-database.js';
import { ConfigurationRefused, readConfig, type Config } from '../platform/config/index.js';
import { DatabaseRefused } from '../platform/database/index.js';
import { EmbeddedPostgresRefused } from '../platform/embedded-postgres/index.js';
import { openAuditRooms } from './audit-rooms.js';
import { CommandFailure } from './command-failure.js';
import { write, type Streams } from './streams.js';

/** `probity audit verify`: one JSON object of counts and the first broken link; 1 when a chain is broken. */
export async function runAuditVerify(streams: Streams): Promise<number> {
  try {
    const config = readConfig();
    const database = await joinDatabase(config, (sentence) => void streams.stderr.write(`${sentence}\n`));
    try {
      const { firstBroken, ...counts } = await verify(config, database.appUrl);
      await write(streams.stdout, `${JSON.stringify({ ...counts, firstBroken: firstBroken ?? null })}\n`);
      return firstBroken === undefined ? 0 : 1;
    } finally {
      await database.stop();
    }
  } catch (error) {
    const refusals = [ConfigurationRefused, DatabaseRefused, EmbeddedPostgresRefused];
    if (refusals.some((refusal) => error instanceof refusal))
      throw new CommandFailure((error as Error).message);
    // It only looks, so it does not migrate.
    if ((error as { code?: string }).code === UNDEFINED_FUNCTION) {
      throw new CommandFailure(
        'There is no register in this database yet: start Probity once, or check DATA_DIR and DATABASE_URL.',
      );
    }
    throw error;
  }
}

/** PostgreSQL's code for a function that does not exist: the database was never migrated. */
const UNDEFINED_FUNCTION = '42883';

async function verify(config: Config, appUrl: string): ReturnType<AuditVerifier['verify']> {
  const rooms = await openAuditRooms(config, appUrl);
  try {
    return await rooms.get(AuditVerifier).verify();
  } finally {
    await rooms.close();
  }
}
