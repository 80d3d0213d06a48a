import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { AppModule, type Foundations } from './app.module.js';
import { demonstrationSignIns, loadDemonstration, mayDemonstrate } from './demonstration/index.js';
import { Accounts, sessionMiddleware } from './identity/index.js';
import { checkRulebook } from './law/index.js';
import { Clock } from './platform/clock/index.js';
import { AS_APP_ROLE, type Config } from './platform/config/index.js';
import { migrate, WARM } from './platform/database/index.js';
import { createLogger, NestLog } from './platform/logging/index.js';
import { keepsMail } from './platform/mail/index.js';
import { generateKeys, keptSecret, Sealer } from './platform/sealing/index.js';
import { openDatabase } from './open-database.js';
import { STOP_LIMITS, stopAnswering } from './stop-answering.js';
import { configureWeb, FirstAdministrator, Metrics, PublicAnswers, Readiness } from './web/index.js';

/** A process of Probity that runs until it is closed. */
export interface RunningProbity {
  /** Where the web listens; undefined in a process that is only a worker. */
  readonly url: string | undefined;
  /** What to tell whoever started it: the sign-ins of the demonstration council, or how to begin. */
  readonly advice: readonly string[];
  /** The application, for tests that look inside. */
  readonly app: NestExpressApplication;
  /** Finishes what is under way, then stops the database if it is our own. */
  close(): Promise<void>;
}

/**
 * Puts one process together: database, migrations, rooms, web and worker, in an order that can be undone from any
 * point. Whatever was started is stopped when a later step fails.
 * @throws refusals of configuration, keys or database, each with a sentence for the operator
 */
export async function start(config: Config, say: (sentence: string) => void): Promise<RunningProbity> {
  checkRulebook();
  const undo: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
  };
  try {
    const logger = createLogger(config.logLevel);
    const clock = new Clock(config.clock);
    const database = await openDatabase(config, say);
    undo.push(() => database.stop());
    const { appUrl, dataFolder } = database;
    const sealer = new Sealer(config.keys ?? keptSecret(dataFolder, 'keys', generateKeys));
    await migrate(database.ownerUrl);

    const foundations = { config, clock, logger, sealer, appUrl };
    const nest = { logger: new NestLog(logger), abortOnError: false };
    if (mayDemonstrate(config)) {
      const storyOnly = { ...config, runsWeb: false, runsWorker: false };
      await loadDemonstration(
        (story) =>
          NestFactory.createApplicationContext(
            AppModule.on({ ...foundations, config: storyOnly, clock: story }),
            nest,
          ),
        clock,
      );
    }

    const app = await NestFactory.create<NestExpressApplication>(AppModule.on(foundations), {
      ...nest,
      bodyParser: false,
    });
    undo.push(() => app.close());
    const url = config.runsWeb ? await listen(app, foundations, dataFolder, undo) : undefined;
    if (url === undefined) await app.init();
    const advice = [...(await howToBegin(app, config)), ...(await signIns(app, config))];
    return { url, advice, app, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** On an installation in which nobody has an account: where the first administrator makes theirs. */
async function howToBegin(app: NestExpressApplication, config: Config): Promise<string[]> {
  const first = app.get(FirstAdministrator, { strict: false });
  if (!config.runsWeb || !(await first.isNeeded())) return [];
  return [
    `Nobody can sign in yet. Make the first administrator at ${config.publicUrl}/set-up with the code ${first.code}`,
  ];
}

async function signIns(app: NestExpressApplication, config: Config): Promise<string[]> {
  return mayDemonstrate(config) ? demonstrationSignIns(app.get(Accounts, { strict: false })) : [];
}

async function listen(
  app: NestExpressApplication,
  { config, appUrl, clock, logger }: Foundations,
  dataFolder: string,
  undo: (() => Promise<void>)[],
): Promise<string> {
  const sessions = new pg.Pool({
    ...{ connectionString: appUrl, max: 5, options: AS_APP_ROLE, ...WARM },
  });
  sessions.on('error', (error) => {
    logger.warn({ reason: error.message }, 'a session connection broke');
  });
  // Closed after the application, which answers its last requests with it.
  undo.splice(-1, 0, () => sessions.end());
  const https = config.publicUrl.startsWith('https:');
  const secret = config.sessionSecret ?? keptSecret(dataFolder, 'session-secret', generateKeys);
  configureWeb(app, {
    measures: app.get(Metrics, { strict: false }).measured.requests,
    answersBefore: app.get(PublicAnswers, { strict: false }).again,
    sessionMiddleware: sessionMiddleware({
      ...{ pool: sessions, secret, secure: https, clock },
      limits: { idleMinutes: config.sessionIdleMinutes, hours: config.sessionHours },
    }),
    trustedProxies: config.trustedProxies,
    requestsPerMinute: config.requestsPerMinute,
    https,
    developmentOutbox: keepsMail(config),
  });
  await app.listen(config.port, config.host);
  undo.push(() => {
    app.get(Readiness, { strict: false }).isStopping = true;
    // Only where a proxy asks who is ready is there anybody to wait for.
    const unready = config.production ? STOP_LIMITS.unready : 0;
    return stopAnswering(app.getHttpServer(), { ...STOP_LIMITS, unready });
  });
  const address = app.getHttpServer().address() as { port: number };
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${host}:${address.port}`;
}
