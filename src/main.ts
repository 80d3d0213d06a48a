import { existsSync, readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { ConfigurationRefused, readConfig, type Config } from './platform/config/index.js';
import { DatabaseRefused } from './platform/database/index.js';
import { EmbeddedPostgresRefused } from './platform/embedded-postgres/index.js';
import { KeysRefused } from './platform/sealing/index.js';
import { start, type RunningProbity } from './start.js';

/** Refusals whose message is written for whoever starts the process: they get the sentence, and no stack. */
const REFUSALS = [ConfigurationRefused, DatabaseRefused, EmbeddedPostgresRefused, KeysRefused];

const THREADS = '/proc/self/task';

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

function refuse(error: unknown): never {
  const text = REFUSALS.some((refusal) => error instanceof refusal) || isPortInUse(error);
  process.stderr.write(
    `Probity did not start.\n${text ? sentenceOf(error) : String((error as Error).stack)}\n`,
  );
  process.exit(1);
}

function isPortInUse(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}

function sentenceOf(error: unknown): string {
  return isPortInUse(error)
    ? 'Something else listens on this address already. Stop it, or set PORT to another number.'
    : (error as Error).message;
}

/** Ctrl-C reaches us twice under npm: once from the terminal and once from npm. What comes so soon is the same one. */
const SAME_SIGNAL_MS = 1_000;
/** What is still under way then is given up: a job is taken up by another worker when its lock runs out. */
const STOPPED_WITHIN_MS = 28_000;

function stopOnSignals(running: Promise<RunningProbity>): void {
  let since: number | undefined;
  const giveUp = (sentence: string): never => {
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  };
  const stop = (): void => {
    if (since !== undefined) {
      if (performance.now() - since > SAME_SIGNAL_MS) giveUp('Stopped at once, with work under way.');
      return;
    }
    since = performance.now();
    say('\nStopping…');
    setTimeout(
      () => giveUp('Probity did not stop in time; what was under way was given up.'),
      STOPPED_WITHIN_MS,
    ).unref();
    running
      .then((probity) => probity.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`Probity did not stop cleanly: ${String(error)}\n`);
          process.exit(1);
        },
      );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

/** Linux asks it of each thread, and those that collect garbage and compile were begun before us. */
function giveWay(): void {
  const threads = existsSync(THREADS) ? readdirSync(THREADS) : ['0'];
  for (const thread of threads) {
    try {
      setPriority(Number(thread), constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // A thread that has ended meanwhile.
    }
  }
}

function announce(probity: RunningProbity, config: Config): void {
  if (probity.url === undefined) {
    say('Probity’s worker is running.');
    return;
  }
  const reached = config.port === 0 ? probity.url : config.publicUrl;
  say(`Probity is ready at ${reached}`);
  for (const line of probity.advice) say(line);
  say('Ctrl-C stops it.');
}

try {
  const config = readConfig();
  // Who waits for a page comes before what can wait: where both share a machine, the worker takes what the web leaves.
  if (config.runsWorker && !config.runsWeb) giveWay();
  const running = start(config, say);
  stopOnSignals(running);
  announce(await running, config);
} catch (error) {
  refuse(error);
}
