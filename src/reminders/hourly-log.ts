import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { LOGGER, type Logger } from '../platform/logging/index.js';

const AN_HOUR = 3_600_000;

/** What is tried again every few seconds would fill the log: of one authority the same is said once in an hour. */
@Injectable()
export class HourlyLog {
  readonly #saidAt = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  error(facts: { readonly authorityId: string; readonly [fact: string]: unknown }, said: string): void {
    const key = `${facts.authorityId} ${said}`;
    const now = Number(this.clock.now());
    const before = this.#saidAt.get(key);
    if (before !== undefined && Math.abs(now - before) < AN_HOUR) return;
    this.#saidAt.set(key, now);
    this.logger.error(facts, said);
  }
}
