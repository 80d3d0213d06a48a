import { NestFactory } from '@nestjs/core';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { Config } from '../platform/config/index.js';
import { DatabaseModule } from '../platform/database/index.js';
import { PlatformModule } from '../platform/index.js';
import { createLogger, NestLog } from '../platform/logging/index.js';
import { generateKeys, Sealer } from '../platform/sealing/index.js';

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
      imports: [PlatformModule.with(parts), DatabaseModule.connectedTo(appUrl), AuditModule],
    };
  }
}
