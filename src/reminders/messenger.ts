import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Editions } from '../briefings/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, type Acting, type UnitOfWork } from '../platform/database/index.js';
import { MAIL, type MailTransport } from '../platform/mail/index.js';
import { Sealer } from '../platform/sealing/index.js';
import { Members } from '../members/index.js';
import { Letters } from './letters.js';
import { BRIEFING } from './planner.js';
import { Message, Reminder } from './reminder.entity.js';

/** Who acts when nobody does. */
export const REMINDERS_ACTOR = { kind: 'system', name: 'reminders' } as const;

/** Gathers what is due to one member into one message, fixes it, and sends it. */
@Injectable()
export class Messenger {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly editions: Editions,
    private readonly letters: Letters,
    private readonly members: Members,
    private readonly sealer: Sealer,
    @Inject(MAIL) private readonly mail: MailTransport,
  ) {}

  /**
   * Claims a member's due rows, asks of each whether it is still owed, and fixes one message of those that are. The
   * claim, the message and the audit event are one transaction; a second worker finds the rows taken.
   */
  async gather(authorityId: string, memberId: string): Promise<{ messageId: string } | undefined> {
    return this.database.unitOfWork(acting(authorityId), async (uow) => {
      const due = await this.#claim(uow, memberId);
      if (due.length === 0) return undefined;
      const member = await this.members.find(uow, memberId);
      const letter = await this.letters.write(uow, memberId, due);
      for (const { reminder, reason } of letter.dropped) {
        const state = reason === 'too-late' ? 'missed' : 'withdrawn';
        await uow.manager.update(Reminder, { authorityId, id: reminder.id }, { state, reason });
      }
      if (letter.kept.length === 0) return undefined;
      if (typeof member?.email !== 'string') {
        await this.#miss(uow, letter.kept, 'member-has-no-mail-address');
        return undefined;
      }
      const id = await this.#fix(uow, memberId, member.email, letter);
      for (const reminder of letter.kept) {
        await uow.manager.update(
          Reminder,
          { authorityId, id: reminder.id },
          { state: 'in-message', messageId: id },
        );
      }
      return { messageId: id };
    });
  }

  /**
   * Sends a fixed message, once. It is locked while it is being sent, so a second worker passes it by; a crash before
   * the last line sends the same Message-ID again, and nothing new.
   */
  async send(authorityId: string, messageId: string): Promise<void> {
    await this.database.unitOfWork(acting(authorityId), async (uow) => {
      const message = await uow.manager.findOne(Message, {
        where: { authorityId, id: messageId },
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      if (message?.sentAt !== null || message.failedReason !== null) return;
      const body = this.sealer.open(message.details, { authorityId, row: `message:${message.id}` }) as string;
      const { messageId: header, toAddress: to, subject } = message;
      try {
        await this.mail.send({ messageId: header, to, subject, body });
      } catch (error) {
        if (!isRefusedAddress(error)) throw error;
        await this.#fail(uow, message);
        return;
      }
      await this.#sent(uow, message);
    });
  }

  async #sent(uow: UnitOfWork, { id, memberId, channel, fixedAt }: Message): Promise<void> {
    const { authorityId } = uow;
    await uow.manager.update(Message, { authorityId, id }, { sentAt: this.clock.now() });
    for (const told of await uow.manager.findBy(Reminder, { authorityId, messageId: id, rule: BRIEFING })) {
      await this.editions.recordSent(uow, { meetingId: told.subject, memberId, fixedAt });
    }
    this.audit.record(uow, {
      action: 'message.sent',
      subject: { type: 'message', id },
      payload: { memberId, channel },
    });
  }

  /** The mail server will never take this address: trying again would only hide it. */
  async #fail(uow: UnitOfWork, { id, memberId, channel }: Message): Promise<void> {
    const failedReason = 'address-refused';
    await uow.manager.update(Message, { authorityId: uow.authorityId, id }, { failedReason });
    this.audit.record(uow, {
      action: 'message.failed',
      subject: { type: 'message', id },
      payload: { memberId, channel, failedReason },
    });
  }

  async #claim(uow: UnitOfWork, memberId: string): Promise<Reminder[]> {
    return uow.manager
      .createQueryBuilder(Reminder, 'reminder')
      .where({ authorityId: uow.authorityId, memberId, state: 'planned' })
      .andWhere('reminder.dueAt <= :now', { now: this.clock.now() })
      .orderBy('reminder.dueAt')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  async #fix(
    uow: UnitOfWork,
    memberId: string,
    toAddress: string,
    letter: { subject: string; body: string; kept: readonly Reminder[] },
  ): Promise<string> {
    const id = randomUUID();
    await uow.manager.insert(Message, {
      authorityId: uow.authorityId,
      id,
      memberId,
      channel: 'mail',
      day: this.clock.today(),
      toAddress,
      subject: letter.subject,
      details: this.sealer.seal(letter.body, { authorityId: uow.authorityId, row: `message:${id}` }),
      messageId: `<${id}@probity>`,
      fixedAt: this.clock.now(),
    });
    this.audit.record(uow, {
      action: 'message.fixed',
      subject: { type: 'message', id },
      payload: {
        memberId,
        reminders: letter.kept.map(({ rule, subject, step }) => ({ rule, subject, step })),
      },
    });
    return id;
  }

  async #miss(uow: UnitOfWork, reminders: readonly Reminder[], reason: string): Promise<void> {
    for (const { id } of reminders) {
      await uow.manager.update(Reminder, { authorityId: uow.authorityId, id }, { state: 'missed', reason });
    }
  }
}

/** nodemailer's mark of a recipient that the server refused for good (5xx), not of a server that is out of order. */
function isRefusedAddress(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500;
}

export function acting(authorityId: string): Acting {
  return { authorityId, actor: REMINDERS_ACTOR };
}
