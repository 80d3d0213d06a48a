import { Inject, Injectable } from '@nestjs/common';
import type { UnitOfWork } from '../platform/database/index.js';
import { LOGGER, type Logger } from '../platform/logging/index.js';
import type { Telling } from './letter-parts.js';
import type { KnownReader } from './readers.js';
import { readerKey } from './readers.js';
import type { Reminder } from './reminder.entity.js';
import type { DropReason, Tellings, Topic } from './topics/topic.js';
import { Topics } from './topics/topics.js';
import { Wishes, wishKey } from './wishes.js';

/** What became of some reminders when it was asked whether they are still owed. */
export interface ToldNow {
  readonly told: readonly Telling[];
  readonly dropped: readonly { readonly reminder: Reminder; readonly reason: DropReason }[];
  /** Their words could not be made. */
  readonly failed: readonly Reminder[];
}

/** Asks of due reminders whether they are still owed as at now, and for their words. */
@Injectable()
export class TellingNow {
  constructor(
    private readonly topics: Topics,
    private readonly wishes: Wishes,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async of(
    uow: UnitOfWork,
    reminders: readonly Reminder[],
    readers: ReadonlyMap<string, KnownReader>,
  ): Promise<ToldNow> {
    const tellings = await this.#tellings(uow, reminders);
    const off = await this.wishes.allOff(uow);
    const told: Telling[] = [];
    const dropped: { reminder: Reminder; reason: DropReason }[] = [];
    const failed: Reminder[] = [];
    for (const reminder of reminders) {
      const part = tellings.get(reminder.id);
      if (part === undefined) failed.push(reminder);
      else if (typeof part === 'string') dropped.push({ reminder, reason: part });
      else if (!readers.has(readerKey(reminder))) dropped.push({ reminder, reason: 'reader-has-left' });
      else if (this.#isOff(reminder, off)) dropped.push({ reminder, reason: 'turned-off' });
      else told.push({ reminder, part });
    }
    return { told, dropped, failed };
  }

  /** What each says; a reminder that cannot be worded is not in it. */
  async #tellings(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const tellings = new Map<string, ReturnType<Tellings['get']>>();
    for (const topic of this.topics.all) {
      const its = reminders.filter(({ rule }) => topic.rules.includes(rule));
      if (its.length === 0) continue;
      for (const [id, part] of await this.#ask(uow, topic, its)) tellings.set(id, part);
    }
    return tellings as Tellings;
  }

  /** All at once; where that fails, one at a time, so that one that cannot be worded fails alone. */
  async #ask(uow: UnitOfWork, topic: Topic, reminders: readonly Reminder[]): Promise<Tellings> {
    try {
      // In a savepoint, so that a statement that failed leaves the rest standing.
      return await uow.manager.transaction((manager) => topic.tell({ ...uow, manager }, reminders));
    } catch (error) {
      const { name } = error as Error;
      const { authorityId } = uow;
      this.logger.error({ authorityId, reminders: reminders.length, error: name }, 'reminders not worded');
      if (reminders.length === 1) return new Map();
    }
    const one: [string, NonNullable<ReturnType<Tellings['get']>>][] = [];
    for (const reminder of reminders) one.push(...(await this.#ask(uow, topic, [reminder])));
    return new Map(one);
  }

  #isOff({ memberId, rule, step }: Reminder, off: ReadonlySet<string>): boolean {
    const kind = this.topics.wishKind(rule, step);
    return kind !== undefined && memberId !== null && off.has(wishKey(memberId, kind));
  }
}
