import { NestFactory } from '@nestjs/core';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { joinDatabase } from '../open-database.js';
import { Clock } from '../platform/clock/index.js';
import { ConfigurationRefused, readConfig, type Config } from '../platform/config/index.js';
import { DatabaseModule, DatabaseRefused } from '../platform/database/index.js';
import { EmbeddedPostgresRefused } from '../platform/embedded-postgres/index.js';
import { PlatformModule } from '../platform/index.js';
import { createLogger, NestLog } from '../platform/logging/index.js';
import { generateKeys, Sealer } from '../platform/sealing/index.js';
import { CommandFailure } from './command-failure.js';
import type { Streams } from './streams.js';

/**
 * Does something in the rooms of the audit, on the database that the configuration names, and leaves everything as it
 * was found.
 * @throws CommandFailure when the configuration or the database is not fit for it
 */
export async function onAuditRooms<T>(
  streams: Streams,
  work: (rooms: INestApplicationContext) => Promise<T>,
): Promise<T> {
  try {
    const config = readConfig();
    const database = await joinDatabase(config, (sentence) => void streams.stderr.write(`${sentence}\n`));
    try {
      const rooms = await openAuditRooms(config, database.appUrl);
      try {
        return await work(rooms);
      } finally {
        await rooms.close();
      }
    } finally {
      await database.stop();
    }
  } catch (error) {
    throw inASentence(error);
  }
}

/** PostgreSQL's codes for a function or a table that does not exist: the database was never migrated, or not lately. */
const NOT_THERE = ['42883', '42P01'];

function inASentence(error: unknown): unknown {
  const refusals = [ConfigurationRefused, DatabaseRefused, EmbeddedPostgresRefused];
  if (refusals.some((refusal) => error instanceof refusal))
    return new CommandFailure((error as Error).message);
  // These commands only look, so they do not migrate.
  if (NOT_THERE.includes((error as { code?: string }).code ?? '')) {
    return new CommandFailure(
      'There is no register in this database yet, or not of this version: start Probity once, or check DATA_DIR and DATABASE_URL.',
    );
  }
  return error;
}

/** The few rooms of a command that reads or writes the audit and nothing else. */
export async function openAuditRooms(config: Config, appUrl: string): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AuditRooms.on(config, appUrl), {
    logger: new NestLog(createLogger(config.logLevel)),
    abortOnError: false,
  });
}

/** Nothing sealed is opened in them, so the keys are not. */
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
      imports: [PlatformModule.with(parts), DatabaseModule.connectedTo(appUrl, config), AuditModule],
    };
  }
}
