import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueue } from '../../platform/queue/index.js';
import { Retention } from './retention.js';

const ROUND = 'retention.round';
const LOOK_THROUGH = 'retention.look-through';
/** Each authority is looked through once a day; the rounds of the other hours take up what was broken off. Machine time. */
const ROUND_EVERY = 60 * 60_000;

/** The worker's round: whoever was not looked through today is, by any worker. Our own row says that it was done. */
@Injectable()
export class RetentionRounds implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.queue.handleInRounds(ROUND, ROUND_EVERY, () => this.run());
    this.queue.handle(LOOK_THROUGH, async (authorityId) => {
      await this.retention.lookThrough(authorityId);
    });
  }

  async run(): Promise<void> {
    await this.queue.addAll(LOOK_THROUGH, await this.retention.toLookThrough());
  }
}
