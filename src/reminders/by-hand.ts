import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { Readers, readerKey } from './readers.js';
import { Message, Reminder } from './reminder.entity.js';

/** Why a reminder is not sent at an officer's word. */
export type WhyNotHurried =
  'not-found' | 'in-a-message' | 'hurried-already' | 'too-late' | 'not-wanted' | 'no-mail-address';
/** Why a message is not tried again. */
export type WhyNotTriedAgain = 'not-found' | 'not-failed' | 'too-late';

/** What an officer does about a single reminder. Each is safe to do twice: the second time is refused. */
@Injectable()
export class ByHand {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly readers: Readers,
  ) {}

  /**
   * Lets a reminder go with the next round, whatever its time. The round still asks whether it is owed. One that could
   * not be written, or had nobody to go to, is planned once more.
   */
  async sendNow(uow: UnitOfWork, id: string): Promise<{ hurried: true } | { refused: WhyNotHurried }> {
    const { authorityId } = uow;
    const reminder = await uow.manager.findOne(Reminder, {
      where: { authorityId, id },
      // A gathering that has it waits for us, or we for it: what is read here is what is changed.
      lock: { mode: 'pessimistic_write' },
    });
    if (reminder === null) return { refused: 'not-found' };
    const refused = whyNotHurried(reminder, this.clock.now());
    if (refused !== undefined) return { refused };
    const reader = (await this.readers.known(uow, [reminder])).get(readerKey(reminder));
    if (reader?.address === undefined) return { refused: 'no-mail-address' };
    const hurried = { state: 'planned', hurried: true, heldUntil: null, reason: null } as const;
    await uow.manager.update(Reminder, { authorityId, id }, hurried);
    const { memberId, accountId, rule, subject, step, state } = reminder;
    this.audit.record(uow, {
      action: 'reminder.hurried',
      subject: { type: 'reminder', id },
      payload: { ...(memberId === null ? { accountId } : { memberId }), rule, subject, step, was: state },
    });
    return { hurried: true };
  }

  /** Lets a message that was given up, refused or returned be sent once more, with the same words and Message-ID. */
  async tryAgain(
    uow: UnitOfWork,
    messageId: string,
  ): Promise<{ triedAgain: true } | { refused: WhyNotTriedAgain }> {
    const where = { authorityId: uow.authorityId, id: messageId };
    const message = await uow.manager.findOne(Message, { where, lock: { mode: 'pessimistic_write' } });
    if (message === null) return { refused: 'not-found' };
    const { failedReason, withdrawnAt, usefulUntil, memberId, accountId, tries } = message;
    if (failedReason === null || withdrawnAt !== null) return { refused: 'not-failed' };
    if (usefulUntil !== null && usefulUntil <= this.clock.now()) return { refused: 'too-late' };
    await uow.manager.update(Message, where, {
      ...{ failedReason: null, failedAt: null, lastError: null },
      ...{ sentAt: null, providerId: null, delivery: null, deliveryAt: null },
      // Counted anew; but a channel that can tell a repeat must go on asking whether it has it already.
      tries: Math.min(tries, 1),
    });
    this.audit.record(uow, {
      action: 'message.tried-again',
      subject: { type: 'message', id: messageId },
      payload: { ...(memberId === null ? { accountId } : { memberId }), failedReason },
    });
    return { triedAgain: true };
  }
}

/** Whether it would be of no use to send a reminder now. */
export function whyNotHurried(reminder: Reminder, now: Date): WhyNotHurried | undefined {
  const { state, reason, hurried, usefulUntil } = reminder;
  if (state === 'in-message') return 'in-a-message';
  if (state === 'withdrawn') return 'not-wanted';
  if (usefulUntil !== null && usefulUntil <= now) return 'too-late';
  if (state === 'missed' && reason !== 'no-mail-address') return 'too-late';
  return state === 'planned' && hurried ? 'hurried-already' : undefined;
}
