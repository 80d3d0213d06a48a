import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { Database, type UnitOfWork } from '../platform/database/index.js';
import { JobQueue } from '../platform/queue/index.js';
import { acting } from './acting.js';
import { Gathering } from './gathering.js';
import { HourlyLog } from './hourly-log.js';
import { PlannedSoFar } from './planned-so-far.js';
import { Planner, type Planned } from './planner.js';
import { Sending } from './sending.js';

const ROUND = 'reminders.round';
const GATHER = 'reminders.gather';
const SEND = 'reminders.send';
/** Machine time between two rounds. */
const ROUND_EVERY = 5_000;
/** What was fixed so long ago was handed on, unless the process that fixed it ended. Application time. */
const HANDED_ON_WITHIN = 60_000;
/** So many batches of messages that were fixed and not sent are handed on again in one round. */
const UNSENT_AT_MOST = 2_000;

/**
 * The worker's round: plan what should be told, then hand on whatever is due, by id. What is owed stands in our own
 * rows, so a round that was lost, or ran twice, changes nothing.
 */
@Injectable()
export class Rounds implements OnModuleInit {
  readonly #plannedSoFar = new PlannedSoFar();

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly gathering: Gathering,
    private readonly log: HourlyLog,
    private readonly planner: Planner,
    private readonly queue: JobQueue,
    private readonly sending: Sending,
  ) {}

  onModuleInit(): void {
    this.queue.handleInRounds(ROUND, ROUND_EVERY, () => this.run({ mayRest: true }));
    this.queue.handle(GATHER, (authorityId) => this.gather(authorityId));
    this.queue.handle(SEND, async (id, { last }) => {
      const [authorityId = '', batch = ''] = id.split('/');
      await this.sending.sendBatch(authorityId, batch, last);
    });
  }

  /**
   * One round. Every step of it may be repeated.
   * @param mayRest for the round that comes by itself: an authority of which the last plan took long is left alone a while
   */
  async run({ mayRest }: { mayRest: boolean } = { mayRest: false }): Promise<void> {
    await this.plan({ mayRest });
    const now = this.clock.now();
    const due = await this.#across<{ authority_id: string }>(
      'select * from authorities_with_due_reminders($1)',
      [now],
    );
    await this.queue.addAll(
      GATHER,
      due.map(({ authority_id }) => authority_id),
    );
    // Fixed and not sent: the process that fixed it ended before it could hand it on, or the queue was lost.
    const unsent = await this.#across<{ authority_id: string; batch: string }>(
      'select * from unsent_batches($1, $2)',
      [new Date(now.getTime() - HANDED_ON_WITHIN), UNSENT_AT_MOST],
    );
    await this.queue.addAll(
      SEND,
      unsent.map(({ authority_id, batch }) => `${authority_id}/${batch}`),
    );
  }

  /** Gathers all that is due in an authority, and hands on what was fixed. */
  async gather(authorityId: string): Promise<void> {
    for (let more = true; more;) {
      const gathered = await this.gathering.gather(authorityId);
      await this.queue.addAll(
        SEND,
        gathered.batches.map((batch) => `${authorityId}/${batch}`),
      );
      more = gathered.more;
    }
  }

  /**
   * Plans every authority in which anything was recorded since, or a new day has begun in London. Where a chain stands is
   * read before it is planned: what is recorded meanwhile is planned in the next round.
   */
  async plan({ mayRest }: { mayRest: boolean } = { mayRest: false }): Promise<void> {
    const positions = await this.#across<{ authority_id: string; position: string }>(
      'select * from changes_to_plan_from()',
      [],
    );
    for (const { authority_id: authorityId, position } of positions) {
      const from = { position, day: this.clock.today() };
      if (mayRest && this.#plannedSoFar.rests(authorityId, from.day)) continue;
      if (!this.#plannedSoFar.isToPlan(authorityId, from)) continue;
      const beganMs = performance.now();
      try {
        const work = (uow: UnitOfWork): Promise<Planned> => this.planner.plan(uow);
        const { unread } = await this.database.unitOfWork(acting(authorityId), work);
        this.#plannedSoFar.note(authorityId, from, { unread, beganMs });
      } catch (error) {
        // One authority that cannot be planned must not keep the others from their reminders.
        this.log.error({ authorityId, error: (error as Error).name }, 'reminders could not be planned');
      }
    }
  }

  async #across<T>(query: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.database.acrossAuthorities((manager) => manager.query<T[]>(query, [...parameters]));
  }
}
