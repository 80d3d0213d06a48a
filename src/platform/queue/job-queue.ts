import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type Job, Queue, Worker } from 'bullmq';
import { CONFIG, type Config } from '../config/index.js';
import { LOGGER, type Logger } from '../logging/index.js';
import { openConnection, type QueueConnection } from './connection.js';
import { QUEUE_NAME } from './migrate-queue.js';

/** The address of the application's database, which carries the queues when no Redis is configured. */
export const QUEUE_DATABASE_URL = Symbol('QUEUE_DATABASE_URL');

/** What a room does when its job comes up. It gets an id and nothing else, and must be safe to run twice. */
export type JobHandler = (id: string) => Promise<void>;

interface JobData {
  readonly id: string;
}

/**
 * Named jobs, carried by id. This is the only place that knows BullMQ: a room registers a handler for a name, and
 * adds work under that name. What is owed stands in the room's own rows; the queue only carries it, so losing the
 * queue loses nothing.
 */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #handlers = new Map<string, JobHandler>();
  readonly #rounds = new Map<string, number>();
  #connection: QueueConnection | undefined;
  #queue: Queue<JobData> | undefined;
  #worker: Worker<JobData> | undefined;
  #closing = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(QUEUE_DATABASE_URL) private readonly databaseUrl: string,
  ) {}

  /** Registers the one handler of a job. Called while the application is put together. */
  handle(name: string, handler: JobHandler): void {
    if (this.#handlers.has(name)) throw new Error(`The job "${name}" has two handlers.`);
    this.#handlers.set(name, handler);
  }

  /** Runs a job again and again, every so many milliseconds of machine time, in one worker at a time. */
  handleInRounds(name: string, everyMilliseconds: number, handler: () => Promise<void>): void {
    this.handle(name, handler);
    this.#rounds.set(name, everyMilliseconds);
  }

  /** Adds work. The same name and id waiting twice is one job; a job that failed comes again with a growing pause. */
  async add(name: string, id: string): Promise<void> {
    if (!this.#handlers.has(name)) throw new Error(`No room handles the job "${name}".`);
    await this.#open().add(
      name,
      { id },
      {
        deduplication: { id: `${name}/${id}` },
        attempts: 5,
        backoff: { type: 'exponential', delay: 1_000 },
        removeOnComplete: true,
        removeOnFail: { count: 1_000 },
      },
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.runsWorker) return;
    const queue = this.#open();
    this.#worker = new Worker<JobData>(QUEUE_NAME, (job) => this.#run(job), {
      ...this.#connected().options,
      concurrency: 4,
    });
    this.#worker.on('error', (error) => {
      this.#report(error, 'the queue worker lost its connection and tries again');
    });
    for (const [name, every] of this.#rounds) {
      await queue.upsertJobScheduler(name, { every }, { name, data: { id: name } });
    }
  }

  /** Lets running jobs end, then closes: before the connections that those jobs use are closed with the application. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#closing = true;
    await this.#worker?.close();
    await this.#queue?.close();
    await this.#connection?.close();
  }

  async #run(job: Job<JobData>): Promise<void> {
    const handler = this.#handlers.get(job.name);
    if (handler === undefined) throw new Error(`No room handles the job "${job.name}".`);
    try {
      await handler(job.data.id);
    } catch (error) {
      this.logger.error(
        { job: job.name, id: job.data.id, attempt: job.attemptsMade + 1, error: (error as Error).name },
        'a job failed',
      );
      throw error;
    }
  }

  /** A connection that ends while we close is no news. */
  #report(error: Error, what: string): void {
    if (!this.#closing) this.logger.error({ reason: error.message }, what);
  }

  #connected(): QueueConnection {
    this.#connection ??= openConnection(this.config.redisUrl, this.databaseUrl, (error) => {
      this.#report(error, 'a queue connection broke');
    });
    return this.#connection;
  }

  #open(): Queue<JobData> {
    if (this.#queue === undefined) {
      this.#queue = new Queue<JobData>(QUEUE_NAME, this.#connected().options);
      this.#queue.on('error', (error) => {
        this.#report(error, 'the queue lost its connection and tries again');
      });
    }
    return this.#queue;
  }
}
