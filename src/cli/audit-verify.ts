import { NestFactory } from '@nestjs/core';
import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule, AuditVerifier } from '../audit/index.js';
import { joinDatabase } from '../open-database.js';
import { Clock } from '../platform/clock/index.js';
import { ConfigurationRefused, readConfig, type Config } from '../platform/config/index.js';
import { DatabaseModule, DatabaseRefused } from '../platform/database/index.js';
import { EmbeddedPostgresRefused } from '../platform/embedded-postgres/index.js';
import { PlatformModule } from '../platform/index.js';
import { createLogger, NestLog } from '../platform/logging/index.js';
import { generateKeys, Sealer } from '../platform/sealing/index.js';
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
  const logger = createLogger(config.logLevel);
  const rooms = await NestFactory.createApplicationContext(AuditRooms.on(config, appUrl), {
    logger: new NestLog(logger),
    abortOnError: false,
  });
  try {
    return await rooms.get(AuditVerifier).verify();
  } finally {
    await rooms.close();
  }
}

/** The few rooms that verifying needs. Nothing sealed is opened, so the keys are not. */
@Module({})
class AuditRooms {
  static on(config: Config, appUrl: string): DynamicModule {
    const parts = {
      config,
      clock: new Clock({ kind: 'machine' }),
      logger: createLogger(config.logLevel),
      sealer: new Sealer(generateKeys()),
    };
    return {
      module: AuditRooms,
      imports: [PlatformModule.with(parts), DatabaseModule.connectedTo(appUrl), AuditModule],
    };
  }
}
