import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { AppModule } from '../../src/app.module.js';
import { Accounts, sessionMiddleware } from '../../src/identity/index.js';
import { Clock } from '../../src/platform/clock/index.js';
import { readConfig, type LogLevel } from '../../src/platform/config/index.js';
import { Database } from '../../src/platform/database/index.js';
import { createLogger, NestLog } from '../../src/platform/logging/index.js';
import { keepsMail } from '../../src/platform/mail/index.js';
import { generateKeys, Sealer } from '../../src/platform/sealing/index.js';
import { configureWeb, Metrics, PublicAnswers, type ServerLimits } from '../../src/web/index.js';
import type { Rooms } from './rooms.js';
import { createTestDatabase } from './test-database.js';
import { Visitor } from './visitor.js';

/** The whole application over HTTP, on a real database of its own. Whatever takes `Rooms` takes this too. */
export interface TestApp extends Rooms {
  /** Where it listens, for a browser: 'http://127.0.0.1:41234'. */
  readonly url: string;
  /** Makes an account that can sign in with PASSWORD. Gives its id. */
  addPerson(email: string, options?: { name?: string; isAdministrator?: boolean }): Promise<string>;
  /** Somebody who has not signed in, with cookies of their own. */
  visitor(): Visitor;
  /** Somebody who has just signed in, by the sign-in page. */
  signIn(email: string): Promise<Visitor>;
}

/** The password of everybody whom `addPerson` makes. */
export const PASSWORD = 'a password for tests only';

/**
 * Starts the application without its worker. Call it in beforeAll and `close()` in afterAll.
 * @param options.at London time at which the clock stands; `moveClockTo` moves it
 * @param options.logLevel only errors are logged unless told
 * @param options.env further variables of the configuration; an https PUBLIC_URL makes it a site behind a proxy
 * @param options.serverLimits of connections, for tests that do not wait
 */
export async function startApp(
  options: {
    at?: string;
    logLevel?: LogLevel;
    env?: Readonly<Record<string, string>>;
    serverLimits?: ServerLimits;
  } = {},
): Promise<TestApp> {
  const testDatabase = await createTestDatabase();
  const { appUrl, ownerUrl } = testDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'probity-app-'));
  const clockFile = join(folder, 'clock');
  const moveClockTo = (londonTime: string): void => {
    writeFileSync(clockFile, londonTime);
  };
  moveClockTo(options.at ?? '2017-10-16T09:00');
  const config = readConfig({
    ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: folder, PORT: '0' },
    ...{ PROBITY_PROCESS: 'web', LOG_LEVEL: options.logLevel ?? 'error' },
    ...options.env,
  });
  const logger = createLogger(config.logLevel);
  const nest = await NestFactory.create<NestExpressApplication>(
    AppModule.on({
      ...{ config, logger, appUrl },
      clock: new Clock({ kind: 'file', path: clockFile }),
      sealer: new Sealer(generateKeys()),
    }),
    { logger: new NestLog(logger), bodyParser: false, abortOnError: false },
  );
  const https = config.publicUrl.startsWith('https:');
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  const app = new pg.Pool({ connectionString: appUrl, max: 4 });
  configureWeb(nest, {
    measures: nest.get(Metrics, { strict: false }).measured.requests,
    answersBefore: nest.get(PublicAnswers, { strict: false }).again,
    sessionMiddleware: sessionMiddleware({
      ...{ pool: app, secret: 'x'.repeat(32), secure: https, clock: nest.get(Clock) },
      limits: { idleMinutes: config.sessionIdleMinutes, hours: config.sessionHours },
    }),
    trustedProxies: config.trustedProxies,
    https,
    // Tests walk faster than anybody does: they are counted only where that is what they test.
    ...(options.env?.REQUESTS_PER_MINUTE !== undefined && { requestsPerMinute: config.requestsPerMinute }),
    ...(options.serverLimits && { serverLimits: options.serverLimits }),
    developmentOutbox: keepsMail(config),
  });
  await nest.listen(config.port, '127.0.0.1');
  const { port } = nest.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;

  return {
    url,
    get: (service) => nest.get(service, { strict: false }),
    database: nest.get(Database),
    owner,
    app,
    moveClockTo,
    addPerson: async (email, { name = 'A Person', isAdministrator = false } = {}) => {
      const account = { email, name, isAdministrator, password: PASSWORD };
      const made = await nest.get(Accounts).create(account, { kind: 'system', name: 'test' });
      if ('refused' in made) throw new Error(made.refused);
      return made.id;
    },
    visitor: () => new Visitor(url),
    signIn: async (email) => {
      const visitor = new Visitor(url);
      const { status } = await visitor.fill('/sign-in', { email, password: PASSWORD });
      if (status !== 303) throw new Error(`${email} could not sign in: ${status}`);
      return visitor;
    },
    close: async () => {
      await nest.close();
      await Promise.all([owner.end(), app.end()]);
      await testDatabase.drop();
      rmSync(folder, { recursive: true });
    },
  };
}
