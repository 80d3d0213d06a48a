import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { readerIn, Readers, readerKey } from './readers.js';
import { Message, Reminder } from './reminder.entity.js';

/** Why a reminder is not sent at an officer's word. */
export type WhyNotHurried =
  'not-found' | 'in-a-message' | 'hurried-already' | 'too-late' | 'not-wanted' | 'no-mail-address';
/** Why a message is not tried again. */
export type WhyNotTriedAgain = 'not-found' | 'not-failed' | 'too-late' | 'no-mail-address';

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
   * not be written, or had nobody to go to, is planned once more. Of one that is still to come another goes now: it keeps
   * its own day, because to be told early must not cost a member the reminder on the last day.
   */
  async sendNow(uow: UnitOfWork, id: string): Promise<{ hurried: true } | { refused: WhyNotHurried }> {
    const { authorityId } = uow;
    const reminder = await uow.manager.findOne(Reminder, {
      where: { authorityId, id },
      // A gathering that has it waits for us, or we for it: what is read here is what is changed.
      lock: { mode: 'pessimistic_write' },
    });
    if (reminder === null) return { refused: 'not-found' };
    const now = this.clock.now();
    const refused = whyNotHurried(reminder, now);
    if (refused !== undefined) return { refused };
    const reader = (await this.readers.known(uow, [reminder])).get(readerKey(reminder));
    if (reader?.address === undefined) return { refused: 'no-mail-address' };
    if (reminder.state === 'planned' && reminder.dueAt > now) {
      if (!(await sendAnother(uow, reminder, now))) return { refused: 'hurried-already' };
    } else {
      const hurried = { state: 'planned', hurried: true, heldUntil: null, reason: null } as const;
      await uow.manager.update(Reminder, { authorityId, id }, hurried);
    }
    const { rule, subject, step, state } = reminder;
    this.audit.record(uow, {
      action: 'reminder.hurried',
      subject: { type: 'reminder', id },
      payload: { ...readerIn(reminder), rule, subject, step, was: state },
    });
    return { hurried: true };
  }

  /**
   * Lets a message that was given up, refused or returned be sent once more, with the same words and Message-ID, to the
   * address that its reader has now.
   */
  async tryAgain(
    uow: UnitOfWork,
    messageId: string,
  ): Promise<{ triedAgain: true } | { refused: WhyNotTriedAgain }> {
    const where = { authorityId: uow.authorityId, id: messageId };
    const message = await uow.manager.findOne(Message, { where, lock: { mode: 'pessimistic_write' } });
    if (message === null) return { refused: 'not-found' };
    const { failedReason, withdrawnAt, usefulUntil, tries } = message;
    if (failedReason === null || withdrawnAt !== null) return { refused: 'not-failed' };
    if (usefulUntil !== null && usefulUntil <= this.clock.now()) return { refused: 'too-late' };
    const toAddress = (await this.readers.known(uow, [message])).get(readerKey(message))?.address;
    if (toAddress === undefined) return { refused: 'no-mail-address' };
    await uow.manager.update(Message, where, {
      toAddress,
      ...{ failedReason: null, failedAt: null, lastError: null },
      ...{ sentAt: null, providerId: null, delivery: null, deliveryAt: null },
      // Counted anew; but a channel that can tell a repeat must go on asking whether it has it already.
      tries: Math.min(tries, 1),
    });
    this.audit.record(uow, {
      action: 'message.tried-again',
      subject: { type: 'message', id: messageId },
      payload: {
        ...readerIn(message),
        ...{ failedReason, tries, toAnotherAddress: toAddress !== message.toAddress },
      },
    });
    return { triedAgain: true };
  }
}

/**
 * Plans one more of what a reminder tells, for now. False where one that was asked for by hand still waits: of two who
 * ask at once, the database lets one in.
 */
async function sendAnother(uow: UnitOfWork, { id, authorityId }: Reminder, now: Date): Promise<boolean> {
  const added = await uow.manager.query<unknown[]>(
    `insert into reminder (authority_id, id, member_id, account_id, rule, subject, step, edition, due_at, useful_until,
                           act_by, hurried, state, planned_at)
     select r.authority_id, $3, r.member_id, r.account_id, r.rule, r.subject, 'by-hand-' || by_hand.count + 1, r.edition,
            $4, r.useful_until, r.act_by, true, 'planned', $4
     from reminder r, lateral (
       select count(*) as count, count(*) filter (where b.state = 'planned') as waiting
       from reminder b
       where b.authority_id = r.authority_id and b.rule = r.rule and b.subject = r.subject and b.edition = r.edition
         and (b.member_id, b.account_id) is not distinct from (r.member_id, r.account_id)
         and b.step like 'by-hand-%') by_hand
     where r.authority_id = $1 and r.id = $2 and by_hand.waiting = 0
     on conflict on constraint reminder_is_planned_once do nothing
     returning id`,
    [authorityId, id, randomUUID(), now],
  );
  return added.length === 1;
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
