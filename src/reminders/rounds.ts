import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Authorities } from '../authorities/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { LOGGER, type Logger } from '../platform/logging/index.js';
import { JobQueue } from '../platform/queue/index.js';
import { acting, Messenger } from './messenger.js';
import { Planner } from './planner.js';

const ROUND = 'reminders.round';
const GATHER = 'reminders.gather';
const SEND = 'reminders.send';
/** Machine time between two rounds. */
const ROUND_EVERY = 5_000;
const AT_MOST = 500;

/**
 * The worker's round: plan what should be told, then hand on whatever is due, by id. What is owed stands in our own
 * rows, so a round that was lost, or ran twice, changes nothing.
 */
@Injectable()
export class Rounds implements OnModuleInit {
  /** What was last planned from, by authority: nothing has changed while this is the same. */
  readonly #plannedFrom = new Map<string, string>();

  constructor(
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly messenger: Messenger,
    private readonly planner: Planner,
    private readonly queue: JobQueue,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.queue.handleInRounds(ROUND, ROUND_EVERY, () => this.run());
    this.queue.handle(GATHER, async (id) => {
      const [authorityId, memberId] = halves(id);
      const fixed = await this.messenger.gather(authorityId, memberId);
      if (fixed !== undefined) await this.queue.add(SEND, `${authorityId}/${fixed.messageId}`);
    });
    this.queue.handle(SEND, (id) => this.messenger.send(...halves(id)));
  }

  /** One round. Every step of it may be repeated. */
  async run(): Promise<void> {
    for (const { id } of await this.authorities.all()) await this.#planFor(id);
    const now = this.clock.now();
    const due = await this.#across<{ authority_id: string; member_id: string }>(
      'select * from members_with_due_reminders($1, $2)',
      [now, AT_MOST],
    );
    for (const { authority_id, member_id } of due)
      await this.queue.add(GATHER, `${authority_id}/${member_id}`);
    // Fixed and not sent: the process that fixed it ended before it could hand it on.
    const unsent = await this.#across<{ authority_id: string; id: string }>(
      'select * from unsent_messages($1, $2)',
      [now, AT_MOST],
    );
    for (const { authority_id, id } of unsent) await this.queue.add(SEND, `${authority_id}/${id}`);
  }

  /** Plans an authority when anything was recorded there since, or the London hour has changed. */
  async #planFor(authorityId: string): Promise<void> {
    try {
      const from = await this.database.unitOfWork(acting(authorityId), async (uow) => {
        const [head] = await uow.manager.query<{ position: string }[]>(
          'select position from audit_head where authority_id = $1',
          [authorityId],
        );
        const state = `${head?.position ?? '0'} ${this.clock.now().toISOString().slice(0, 13)}`;
        if (this.#plannedFrom.get(authorityId) !== state) await this.planner.plan(uow);
        return state;
      });
      this.#plannedFrom.set(authorityId, from);
    } catch (error) {
      // One authority that cannot be planned must not keep the others from their reminders.
      this.logger.error({ authorityId, error: (error as Error).name }, 'reminders could not be planned');
    }
  }

  async #across<T>(query: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.database.acrossAuthorities((manager) => manager.query<T[]>(query, [...parameters]));
  }
}

function halves(id: string): [string, string] {
  const [first = '', second = ''] = id.split('/');
  return [first, second];
}
