import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Queue, type Job } from 'bullmq';
import { CONFIG, type Config } from '../config/index.js';
import { LOGGER, type Logger } from '../logging/index.js';
import { openConnection, type QueueConnection } from './connection.js';
import { deadLettersOf, type DeadLetter } from './dead-letters.js';
import { depthOf, type QueueDepth } from './depth.js';
import { QUEUE_NAME } from './migrate-queue.js';
import { roundPattern, seeToRound } from './rounds.js';
import { jobOptions, triesOf, type Tries } from './tries.js';
import { Troubles } from './troubles.js';
import { atMost, pause, QueueUnreachable } from './waiting.js';
import { letGo, openWorker, type JobData, type JobsQueue, type JobsWorker } from './worker.js';

/** The address of the application's database, which carries the queues when no Redis is configured. */
export const QUEUE_DATABASE_URL = Symbol('QUEUE_DATABASE_URL');

/** What a room does when its job comes up. It gets an id and nothing else of it, and must be safe to run twice. */
export type JobHandler = (id: string, tries: Tries) => Promise<void>;

export type QueueState = 'ok' | 'unreachable' | 'not-used';

/** Adding is part of a person's request: it gives up before they do. */
const TAKEN_WITHIN = 5_000;
/** Readiness is asked every few seconds, by programs that do not wait. */
const ANSWERED_WITHIN = 1_000;
/** Between two looks at whether the worker and its rounds still stand. */
const LOOK_EVERY = 5_000;
const AGAIN_AFTER = 2_000;
/** How many jobs are added in one go. PostgreSQL keeps a lock for each until the end, in a table that all sessions share. */
const SLICE = 250;

/**
 * Named jobs, carried by id. This is the only place that knows BullMQ: a room registers a handler for a name, and
 * adds work under that name. What is owed stands in the room's own rows; the queue only carries it, so losing the
 * queue loses nothing, and a backend that is away keeps nothing but the jobs from being done.
 */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #handlers = new Map<string, JobHandler>();
  /** The cron pattern of each round. */
  readonly #rounds = new Map<string, string>();
  readonly #running = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  readonly #troubles: Troubles;
  #connection: QueueConnection | undefined;
  #queue: Promise<JobsQueue> | undefined;
  #worker: JobsWorker | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(QUEUE_DATABASE_URL) private readonly databaseUrl: string,
  ) {
    this.#troubles = new Troubles(logger);
  }

  /** Registers the one handler of a job. Called while the application is put together. */
  handle(name: string, handler: JobHandler): void {
    if (this.#handlers.has(name)) throw new Error(`The job "${name}" has two handlers.`);
    this.#handlers.set(name, handler);
  }

  /**
   * Runs a job again and again, every so many milliseconds of machine time: at once when it is new, then at the whole
   * seconds or minutes of London's clock. A round that takes longer than its time is not begun again by the same
   * process; another worker may begin it.
   * @throws when the time cannot be written as a cron pattern (see roundPattern)
   */
  handleInRounds(name: string, everyMilliseconds: number, handler: () => Promise<void>): void {
    const pattern = roundPattern(name, everyMilliseconds);
    let runs = false;
    this.handle(name, async () => {
      if (runs) return;
      runs = true;
      await handler().finally(() => {
        runs = false;
      });
    });
    this.#rounds.set(name, pattern);
  }

  /**
   * Adds work. The same name and id waiting twice is one job; a job that failed comes again with a growing pause, and
   * is a dead letter after the last try. It may then be added again.
   * @throws QueueUnreachable after a few seconds; a caller whose own row stands, and is looked at again, may go on
   */
  async add(name: string, id: string): Promise<void> {
    this.#mustBeHandled(name);
    await this.#ask((queue) => queue.add(name, { id }, jobOptions(name, id)));
  }

  /** Adds much work, as `add` does. When it throws, some of it may have been added. */
  async addAll(name: string, ids: readonly string[]): Promise<void> {
    this.#mustBeHandled(name);
    for (let from = 0; from < ids.length; from += SLICE) {
      // In one order, so that two workers that add the same ids do not lock each other out.
      const slice = ids.slice(from, from + SLICE).sort();
      const jobs = slice.map((id) => ({ name, data: { id }, opts: jobOptions(name, id) }));
      await this.#ask((queue) => queue.addBulk(jobs));
    }
  }

  /** The jobs that failed for good, the last first. @throws QueueUnreachable */
  async deadLetters(atMostSoMany: number): Promise<readonly DeadLetter[]> {
    return this.#ask((queue) => deadLettersOf(queue, atMostSoMany));
  }

  /** How much waits, and for how long. @throws QueueUnreachable */
  async depth(): Promise<QueueDepth> {
    // The machine's time, as BullMQ stamps its jobs with.
    const now = performance.timeOrigin + performance.now();
    return this.#ask((queue) => depthOf(queue, now));
  }

  /** Whether jobs can be added now, told within about a second. A process that is neither web nor worker uses no queue. */
  async state(): Promise<QueueState> {
    if (!this.config.runsWeb && !this.config.runsWorker) return 'not-used';
    return (await this.#connected().answers(ANSWERED_WITHIN)) ? 'ok' : 'unreachable';
  }

  /** The worker begins when the backend is there; nothing else of the application waits for that. */
  onApplicationBootstrap(): void {
    if (this.config.runsWorker) this.#looking = this.#lookAfterWorker();
  }

  /** Lets running jobs end, then closes: before the connections that those jobs use are closed with the application. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#closing.abort();
    const connection = this.#connection;
    if (connection === undefined) return;
    const looked = atMost(ANSWERED_WITHIN, this.#looking).catch(() => undefined);
    const [answers] = await Promise.all([connection.answers(ANSWERED_WITHIN), looked]);
    if (answers) await this.#worker?.close();
    await Promise.allSettled(this.#running);
    await letGo(this.#worker);
    await letGo(this.#queue);
    await connection.close();
  }

  async #lookAfterWorker(): Promise<void> {
    while (!this.#isClosing()) {
      let next = LOOK_EVERY;
      try {
        await this.#seeToWorker();
        this.#troubles.over();
      } catch (error) {
        this.#report(error as Error, 'the worker does not reach the queue and tries again');
        next = AGAIN_AFTER;
      }
      await pause(next, this.#closing.signal);
    }
  }

  async #seeToWorker(): Promise<void> {
    const connection = this.#connected();
    await connection.connected(ANSWERED_WITHIN);
    if (this.#isClosing()) return;
    this.#worker ??= await this.#openWorker(connection);
    // It may have been opened too late for whoever closes to have seen it.
    if (this.#isClosing()) return letGo(this.#worker);
    for (const [name, pattern] of this.#rounds) await this.#ask((queue) => seeToRound(queue, name, pattern));
  }

  #openWorker(connection: QueueConnection): Promise<JobsWorker> {
    return openWorker(
      connection,
      (job) => this.#run(job),
      (error) => {
        this.#report(error, 'the queue worker lost its connection and tries again');
      },
    );
  }

  async #run(job: Job<JobData>): Promise<void> {
    const running = this.#handle(job);
    this.#running.add(running);
    await running.finally(() => this.#running.delete(running));
  }

  async #handle(job: Job<JobData>): Promise<void> {
    const handler = this.#handlers.get(job.name);
    if (handler === undefined) throw new Error(`No room handles the job "${job.name}".`);
    const tries = triesOf(job);
    try {
      await handler(job.data.id, tries);
    } catch (error) {
      const { name } = error as Error;
      this.logger.error(
        { job: job.name, id: job.data.id, attempt: tries.made + 1, last: tries.last, error: name },
        'a job failed',
      );
      // BullMQ keeps what it is thrown, and a message may name people.
      throw new Error(name);
    }
  }

  #mustBeHandled(name: string): void {
    if (!this.#handlers.has(name)) throw new Error(`No room handles the job "${name}".`);
  }

  /** Asks the queue something, with a limit on the wait. */
  async #ask<T>(question: (queue: JobsQueue) => Promise<T>): Promise<T> {
    try {
      return await atMost(TAKEN_WITHIN, this.#open().then(question));
    } catch (error) {
      if (error instanceof QueueUnreachable) throw error;
      throw new QueueUnreachable(error);
    }
  }

  async #open(): Promise<JobsQueue> {
    await this.#connected().connected(TAKEN_WITHIN);
    this.#queue ??= this.#openQueue().catch((error: unknown) => {
      this.#queue = undefined;
      throw error;
    });
    return this.#queue;
  }

  /** A queue that could not reach its backend when it was made never will: it is thrown away. */
  async #openQueue(): Promise<JobsQueue> {
    const { options, backend } = this.#connected();
    const queue: JobsQueue = new Queue<JobData>(QUEUE_NAME, options, backend);
    queue.on('error', (error) => {
      this.#report(error, 'the queue lost its connection and tries again');
    });
    try {
      await queue.waitUntilReady();
      return queue;
    } catch (error) {
      await queue.close();
      throw error;
    }
  }

  #isClosing(): boolean {
    return this.#closing.signal.aborted;
  }

  /** A connection that ends while we close is no news. */
  #report(error: Error, what: string): void {
    if (!this.#isClosing()) this.#troubles.tell(what, error);
  }

  #connected(): QueueConnection {
    this.#connection ??= openConnection(this.config.redisUrl, this.databaseUrl, (error) => {
      this.#report(error, 'a queue connection broke');
    });
    return this.#connection;
  }
}
