import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { Dropped } from './dropped.js';
import { Readers } from './readers.js';
import { Message, Reminder } from './reminder.entity.js';
import { TellingNow } from './telling-now.js';

/** A message that was written so long ago is asked again whether it still holds. Application time. */
const FRESH_FOR_MINUTES = 10;

/**
 * Asks of messages that have waited whether what they tell still holds. A message of which anything does not is taken
 * back; what still holds of it is planned anew, and told in another message.
 */
@Injectable()
export class StillHolds {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly dropped: Dropped,
    private readonly readers: Readers,
    private readonly telling: TellingNow,
  ) {}

  /** Those of the messages that hold; the others are taken back. */
  async among(uow: UnitOfWork, messages: readonly Message[]): Promise<Message[]> {
    const holding: Message[] = [];
    for (const message of messages) {
      if (this.#isFresh(message) || !(await this.#takenBack(uow, message))) holding.push(message);
    }
    return holding;
  }

  #isFresh({ fixedAt, usefulUntil }: Message): boolean {
    const now = this.clock.now();
    if (usefulUntil !== null && usefulUntil <= now) return false;
    return Math.abs(now.getTime() - fixedAt.getTime()) < FRESH_FOR_MINUTES * 60_000;
  }

  async #takenBack(uow: UnitOfWork, message: Message): Promise<boolean> {
    const { authorityId } = uow;
    const reminders = await uow.manager.findBy(Reminder, { authorityId, messageId: message.id });
    const readers = await this.readers.known(uow, reminders);
    const { dropped } = await this.telling.of(uow, reminders, readers);
    if (dropped.length === 0) return false;
    const row = { authorityId, id: message.id };
    await uow.manager.update(Message, row, { withdrawnAt: this.clock.now() });
    await uow.manager.update(
      Reminder,
      { authorityId, id: In(reminders.map(({ id }) => id)) },
      { state: 'planned', messageId: null },
    );
    await this.dropped.record(uow, dropped);
    this.audit.record(uow, {
      action: 'message.withdrawn',
      subject: { type: 'message', id: message.id },
      payload: { reasons: [...new Set(dropped.map(({ reason }) => reason))] },
    });
    return true;
  }
}
