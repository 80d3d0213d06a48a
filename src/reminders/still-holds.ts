import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, type UnitOfWork } from '../platform/database/index.js';
import { Sealer } from '../platform/sealing/index.js';
import { acting } from './acting.js';
import { Dropped } from './dropped.js';
import { openWords } from './fixed-words.js';
import { fingerprintOf, type Telling } from './letter-parts.js';
import { Readers, readerKey } from './readers.js';
import { Message, Reminder } from './reminder.entity.js';
import { TellingNow, type ToldNow } from './telling-now.js';

/** A message that was written, or asked, so long ago is asked again whether it still holds. Application time. */
const FRESH_FOR_MINUTES = 10;
/** So many messages are asked together: what they are asked of is read once. */
const ASKED_AT_ONCE = 200;

/**
 * Asks of messages that have waited whether what they tell still holds, in the same words. A message of which anything
 * does not is taken back; what is still owed of it is planned anew, and told in another message.
 */
@Injectable()
export class StillHolds {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly dropped: Dropped,
    private readonly readers: Readers,
    private readonly sealer: Sealer,
    private readonly telling: TellingNow,
  ) {}

  isFresh({ fixedAt, askedAt, usefulUntil }: Message): boolean {
    const now = this.clock.now();
    if (usefulUntil !== null && usefulUntil <= now) return false;
    const age = now.getTime() - (askedAt ?? fixedAt).getTime();
    return Math.abs(age) < FRESH_FOR_MINUTES * 60_000;
  }

  /**
   * Asks an authority's messages that are not fresh, in a transaction of its own: what is asked locks more than the
   * message, and must not stay locked while a channel keeps us waiting.
   * @param first the messages that must be among them
   */
  async ask(authorityId: string, first: readonly string[]): Promise<void> {
    await this.database.unitOfWork(acting(authorityId), async (uow) => {
      const waiting = await this.#waiting(uow, first);
      const reminders = await this.#remindersOf(uow, waiting);
      const readers = await this.readers.known(uow, reminders);
      const now = await this.telling.of(uow, reminders, readers);
      const held: Message[] = [];
      for (const message of waiting) {
        const its = reminders.filter(({ messageId }) => messageId === message.id);
        if (this.#holds(message, its, now)) held.push(message);
        else await this.#takeBack(uow, message, its, now);
      }
      await this.#keep(uow, held, readers);
    });
  }

  async #waiting(uow: UnitOfWork, first: readonly string[]): Promise<Message[]> {
    const waits = { authorityId: uow.authorityId, sentAt: IsNull(), withdrawnAt: IsNull() };
    const lock = { mode: 'pessimistic_write', onLocked: 'skip_locked' } as const;
    const order = { fixedAt: 'ASC', position: 'ASC' } as const;
    const asked = await uow.manager.find(Message, { where: { ...waits, id: In([...first]) }, lock });
    const others = await uow.manager.find(Message, {
      where: { ...waits, failedReason: IsNull() },
      ...{ order, lock, take: ASKED_AT_ONCE },
    });
    const all = new Map([...asked, ...others].map((message) => [message.id, message]));
    return [...all.values()].filter((message) => !this.isFresh(message));
  }

  async #remindersOf(uow: UnitOfWork, messages: readonly Message[]): Promise<Reminder[]> {
    const messageId = In(messages.map(({ id }) => id));
    return uow.manager.findBy(Reminder, { authorityId: uow.authorityId, messageId });
  }

  /** All of it is still owed, in the words that were fixed. What cannot be worded now is no reason to take it back. */
  #holds(message: Message, reminders: readonly Reminder[], { told, dropped, failed }: ToldNow): boolean {
    const of = (one: { readonly reminder: Reminder }): boolean => reminders.includes(one.reminder);
    if (dropped.some(of)) return false;
    if (failed.some((reminder) => reminders.includes(reminder))) return true;
    const { fingerprint } = openWords(this.sealer, message);
    return fingerprint === undefined || fingerprint === fingerprintOf(told.filter(of).map(partOf));
  }

  async #takeBack(
    uow: UnitOfWork,
    message: Message,
    reminders: readonly Reminder[],
    { dropped }: ToldNow,
  ): Promise<void> {
    const { authorityId } = uow;
    const its = dropped.filter(({ reminder }) => reminders.includes(reminder));
    const row = { authorityId, id: message.id };
    await uow.manager.update(Message, row, { withdrawnAt: this.clock.now() });
    await uow.manager.update(
      Reminder,
      { authorityId, id: In(reminders.map(({ id }) => id)) },
      { state: 'planned', messageId: null },
    );
    await this.dropped.record(uow, its);
    const reasons = its.map(({ reason }) => reason);
    this.audit.record(uow, {
      action: 'message.withdrawn',
      subject: { type: 'message', id: message.id },
      payload: { reasons: reasons.length === 0 ? ['other-words-now'] : [...new Set(reasons)] },
    });
  }

  /** They hold. One that no channel was given yet goes to the address that its reader has now. */
  async #keep(
    uow: UnitOfWork,
    messages: readonly Message[],
    readers: Awaited<ReturnType<Readers['known']>>,
  ): Promise<void> {
    const { authorityId } = uow;
    const ids = In(messages.map(({ id }) => id));
    await uow.manager.update(Message, { authorityId, id: ids }, { askedAt: this.clock.now() });
    for (const message of messages) {
      const toAddress = readers.get(readerKey(message))?.address;
      if (message.tries > 0 || toAddress === undefined || toAddress === message.toAddress) continue;
      await uow.manager.update(Message, { authorityId, id: message.id }, { toAddress });
    }
  }
}

function partOf({ part }: Telling): Telling['part'] {
  return part;
}
