import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock } from '../platform/clock/index.js';
import { Database, type UnitOfWork } from '../platform/database/index.js';
import { MAIL, MailRefused, type Handed, type MailTransport } from '../platform/mail/index.js';
import { Sealer } from '../platform/sealing/index.js';
import { acting } from './acting.js';
import { openWords } from './fixed-words.js';
import { Lane } from './lane.js';
import { Message } from './reminder.entity.js';
import { Sent } from './sent.js';
import { StillHolds } from './still-holds.js';

/** A message that keeps the others waiting for so long no longer does. Machine time. */
const SLOW_AFTER = 2_000;
/** What has left is recorded even when the database is away for a while: so often, and so far apart. */
const RECORD_TRIES = 20;
const RECORD_PAUSE = 1_000;
/** Application time. A killed worker’s job comes back after some eight seconds at the earliest. */
const FIRST_TRY_WITHIN = 5_000;

interface ToSend {
  /** The authority. */
  readonly place: string;
  readonly messageId: string;
  /** No other try follows by itself. */
  readonly isLast: boolean;
}

type Outcome = { readonly handed: Handed } | { readonly refused: MailRefused } | { readonly error: Error };

/**
 * Sends fixed messages, each once. A message is locked while it is being sent, so that a second worker passes it by.
 * Between the moment at which the channel took it and the moment at which that is recorded lies the only gap: after a
 * crash in it the same Message-ID is sent again, and nothing new.
 */
@Injectable()
export class Sending {
  readonly #lane: Lane<ToSend>;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly sent: Sent,
    private readonly stillHolds: StillHolds,
    @Inject(MAIL) private readonly mail: MailTransport,
  ) {
    this.#lane = new Lane(mail.atOnce, SLOW_AFTER, (group) => this.#group(group));
  }

  /**
   * Sends what is still to be sent of a batch, each message for itself.
   * @throws where some could not be sent now: the queue tries again, and then only those are left
   */
  async sendBatch(authorityId: string, batch: string, isLast: boolean): Promise<void> {
    const ids = await this.database.unitOfWork(acting(authorityId), (uow) => this.#unsentOf(uow, batch));
    const outcomes = await Promise.allSettled(ids.map((id) => this.send(authorityId, id, isLast)));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason as Error;
  }

  async #unsentOf(uow: UnitOfWork, batch: string): Promise<string[]> {
    const waits = { authorityId: uow.authorityId, sentAt: IsNull(), withdrawnAt: IsNull() };
    const messages = await uow.manager.find(Message, {
      select: { id: true },
      where: [
        { ...waits, batch },
        { ...waits, id: batch, batch: IsNull() },
      ],
      order: { position: 'ASC' },
    });
    return messages.map(({ id }) => id);
  }

  /** @throws where it could not be sent now: the queue tries again, and after the last try it is given up and shown. */
  async send(authorityId: string, messageId: string, isLast = false): Promise<void> {
    await this.#lane.through({ place: authorityId, messageId, isLast });
  }

  /** Messages of one authority: locked, sent and recorded in one transaction. */
  async #group(group: readonly ToSend[]): Promise<PromiseSettledResult<void>[]> {
    const authorityId = group[0]?.place ?? '';
    const outcomes = new Map<string, Outcome>();
    const stale = await this.#pass(authorityId, group, outcomes);
    if (stale.length > 0) {
      await this.stillHolds.ask(authorityId, stale);
      const asked = group.filter(({ messageId }) => stale.includes(messageId));
      await this.#pass(authorityId, asked, outcomes);
    }
    return group.map(({ messageId }) => {
      const outcome = outcomes.get(messageId);
      return outcome !== undefined && 'error' in outcome
        ? { status: 'rejected', reason: outcome.error }
        : { status: 'fulfilled', value: undefined };
    });
  }

  /** Sends what is fresh. Gives the ids of what must be asked first whether it still holds. */
  async #pass(
    authorityId: string,
    group: readonly ToSend[],
    outcomes: Map<string, Outcome>,
  ): Promise<string[]> {
    const before = new Set(outcomes.keys());
    const stale: string[] = [];
    try {
      await this.database.unitOfWork(acting(authorityId), async (uow) => {
        const messages = await this.#lock(uow, group);
        const fresh = messages.filter((message) => this.stillHolds.isFresh(message));
        stale.push(...messages.filter((message) => !fresh.includes(message)).map(({ id }) => id));
        await Promise.all(fresh.map(async (message) => outcomes.set(message.id, await this.#hand(message))));
        await this.#record(uow, fresh, outcomes, group);
      });
    } catch (error) {
      const left = [...outcomes].filter(([id, outcome]) => !before.has(id) && 'handed' in outcome);
      if (left.length === 0) throw error;
      await this.#recordLater(authorityId, group, outcomes);
    }
    return stale;
  }

  /** Those that are still to be sent, and that nobody else is sending. */
  async #lock(uow: UnitOfWork, group: readonly ToSend[]): Promise<Message[]> {
    return (
      uow.manager
        .createQueryBuilder(Message, 'message')
        .where({ authorityId: uow.authorityId, id: idsOf(group) })
        .andWhere({ sentAt: IsNull(), withdrawnAt: IsNull() })
        // What was given up is tried again, an hour later.
        .andWhere(`(message.failedReason is null or message.failedReason = 'given-up')`)
        // An officer who has paused means what was written a moment ago, too.
        .andWhere(
          `not exists (select 1 from reminder_setting setting
                     where setting.authority_id = message.authorityId and setting.paused_at is not null)`,
        )
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany()
    );
  }

  async #hand(message: Message): Promise<Outcome> {
    const { unsubscribe, calendar, html, text } = openWords(this.sealer, message);
    try {
      const handed = await this.mail.send({
        ...{
          messageId: message.messageId,
          reference: message.id,
          to: message.toAddress,
          subject: message.subject,
        },
        ...{ body: text, triedBefore: this.#mayHaveLeft(message) },
        ...(html !== undefined && { html }),
        ...(unsubscribe !== undefined && { unsubscribe }),
        ...(calendar !== undefined && { calendar: { filename: 'meeting.ics', content: calendar } }),
      });
      return { handed };
    } catch (error) {
      return error instanceof MailRefused ? { refused: error } : { error: error as Error };
    }
  }

  /**
   * Whether a try before this one may have left without being recorded. A message that is sent within seconds of being
   * fixed has had none: what a process that ended leaves behind comes back later than that.
   */
  #mayHaveLeft({ tries, fixedAt }: Message): boolean {
    return tries > 0 || this.clock.now().getTime() - fixedAt.getTime() > FIRST_TRY_WITHIN;
  }

  async #record(
    uow: UnitOfWork,
    messages: readonly Message[],
    outcomes: ReadonlyMap<string, Outcome>,
    group: readonly ToSend[],
  ): Promise<void> {
    const left: { message: Message; handed: Handed }[] = [];
    for (const message of messages) {
      const outcome = outcomes.get(message.id);
      if (outcome === undefined) continue;
      if ('handed' in outcome) left.push({ message, handed: outcome.handed });
      else if ('refused' in outcome) await this.sent.failed(uow, message, outcome.refused.reason);
      else {
        const isLast = group.some(({ messageId, isLast }) => messageId === message.id && isLast);
        await this.sent.notYet(uow, message, outcome.error, isLast);
      }
    }
    await this.sent.left(uow, left);
  }

  /**
   * The database went away after messages had left. They are recorded as soon as it is back, rather than sent again:
   * the channel may not be able to tell a repeat.
   */
  async #recordLater(
    authorityId: string,
    group: readonly ToSend[],
    outcomes: ReadonlyMap<string, Outcome>,
  ): Promise<void> {
    const id = In([...outcomes].flatMap(([key, outcome]) => ('handed' in outcome ? key : [])));
    for (let tries = 1; ; tries += 1) {
      await pause(RECORD_PAUSE);
      try {
        await this.database.unitOfWork(acting(authorityId), async (uow) => {
          const where = { authorityId, id, sentAt: IsNull() };
          const messages = await uow.manager.find(Message, { where, lock: { mode: 'pessimistic_write' } });
          await this.#record(uow, messages, outcomes, group);
        });
        return;
      } catch (error) {
        if (tries === RECORD_TRIES) throw error;
      }
    }
  }
}

function idsOf(group: readonly ToSend[]): ReturnType<typeof In<string>> {
  return In(group.map(({ messageId }) => messageId));
}
