import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Authorities, RegisterSettings } from '../authorities/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { LOGGER, type Logger } from '../platform/logging/index.js';
import { JobQueue } from '../platform/queue/index.js';
import { PublicLine, Publishing } from '../register/index.js';

const ROUND = 'publication.home-addresses';
/** Machine time between two rounds. */
const ROUND_EVERY = 60_000;

/**
 * Section 32A begins on a day, and the public registers follow it on that day without anybody doing anything: at the
 * first round in which it is in force, and at the first after a start, every authority's lines are brought up to date.
 * Doing it again changes nothing.
 */
@Injectable()
export class HomeAddressRound implements OnModuleInit {
  /** As which an authority's lines were last brought up to date: with s.32A in force, or not. */
  readonly #upToDateAs = new Map<string, boolean>();

  constructor(
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly publishing: Publishing,
    private readonly queue: JobQueue,
    private readonly settings: RegisterSettings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.queue.handleInRounds(ROUND, ROUND_EVERY, () => this.run());
  }

  async run(): Promise<void> {
    const from = await this.database.acrossAuthorities((manager) =>
      this.settings.residentialAddressesFrom({ manager }),
    );
    const isInForce = from !== undefined && from <= this.clock.today();
    for (const { id } of await this.authorities.all()) {
      if (this.#upToDateAs.get(id) !== isInForce) await this.#bringUpToDate(id, isInForce);
    }
  }

  async #bringUpToDate(authorityId: string, isInForce: boolean): Promise<void> {
    const acting = { authorityId, actor: { kind: 'system', name: 'publication' } } as const;
    try {
      await this.database.unitOfWork(acting, async (uow) => {
        // While the section is not in force, only what still stands in its name can be out of date.
        const inItsName = { authorityId, withheldBy: 's32a' } as const;
        if (isInForce || (await uow.manager.existsBy(PublicLine, inItsName)))
          await this.publishing.refreshAll(uow);
      });
      this.#upToDateAs.set(authorityId, isInForce);
    } catch (error) {
      // One authority whose lines cannot be drawn must not keep the others from following the law.
      this.logger.error(
        { authorityId, error: (error as Error).name },
        'public lines could not be brought up to date',
      );
    }
  }
}
