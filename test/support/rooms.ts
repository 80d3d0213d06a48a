import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import pg from 'pg';
import { AuditModule } from '../../src/audit/index.js';
import { AuthoritiesModule } from '../../src/authorities/index.js';
import { IdentityModule } from '../../src/identity/index.js';
import { MeetingsModule } from '../../src/meetings/index.js';
import { MembersModule } from '../../src/members/index.js';
import { Clock } from '../../src/platform/clock/index.js';
import { readConfig } from '../../src/platform/config/index.js';
import { Database, DatabaseModule } from '../../src/platform/database/index.js';
import { PlatformModule } from '../../src/platform/index.js';
import { createLogger } from '../../src/platform/logging/index.js';
import { MailModule } from '../../src/platform/mail/index.js';
import { QueueModule } from '../../src/platform/queue/index.js';
import { generateKeys, Sealer } from '../../src/platform/sealing/index.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** The rooms of the house on a real database of their own, without the web. */
export interface Rooms {
  get<T>(service: Type<T>): T;
  readonly database: Database;
  /** The database's owner, for what the application may not do: to look behind row-level security, or to tamper. */
  readonly owner: pg.Pool;
  /** As the application connects, for statements that no service would send. */
  readonly app: pg.Pool;
  /** Moves the application's clock to a London time such as '2017-10-16T09:00'; it stands still there. */
  moveClockTo(londonTime: string): void;
  close(): Promise<void>;
}

/**
 * Starts the rooms up to meetings. Call it in beforeAll and `close()` in afterAll.
 * @param also modules of further rooms
 * @param keys that seal; a fresh one unless told
 * @param database one on another server than the test run's own; it is dropped in the end like that one
 */
export async function startRooms(
  options: {
    at?: string;
    also?: readonly (Type | DynamicModule)[];
    database?: TestDatabase;
    keys?: string;
  } = {},
): Promise<Rooms> {
  const testDatabase = options.database ?? (await createTestDatabase());
  const { appUrl, ownerUrl } = testDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'probity-clock-'));
  const clockFile = join(folder, 'clock');
  const moveClockTo = (londonTime: string): void => {
    writeFileSync(clockFile, londonTime);
  };
  moveClockTo(options.at ?? '2017-10-16T09:00');
  const config = readConfig({
    ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, LOG_LEVEL: 'error' },
    PROBITY_PROCESS: 'web',
  });
  const platform = PlatformModule.with({
    config,
    clock: new Clock({ kind: 'file', path: clockFile }),
    logger: createLogger(config.logLevel),
    sealer: new Sealer(options.keys ?? generateKeys()),
  });
  const house = await Test.createTestingModule({
    imports: [
      platform,
      DatabaseModule.connectedTo(appUrl, config),
      // Identity sends links by mail. Without a worker nothing is carried, and no queue is opened.
      ...[QueueModule.on(appUrl), MailModule],
      ...[AuditModule, IdentityModule, AuthoritiesModule, MembersModule, MeetingsModule],
      ...(options.also ?? []),
    ],
  }).compile();
  await house.init();
  const database = house.get(Database);
  // Connections are opened now: otherwise what a test does at once would wait for them and happen one by one.
  await Promise.all(Array.from({ length: 8 }, () => database.ping()));
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  const app = new pg.Pool({ connectionString: appUrl, max: 4 });
  return {
    get: (service) => house.get(service, { strict: false }),
    database,
    owner,
    app,
    moveClockTo,
    close: async () => {
      await house.close();
      await Promise.all([owner.end(), app.end()]);
      await testDatabase.drop();
      rmSync(folder, { recursive: true });
    },
  };
}
