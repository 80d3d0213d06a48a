import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, type UnitOfWork } from '../platform/database/index.js';
import { acting } from './acting.js';
import { readerIn } from './readers.js';
import { Message, type Delivery } from './reminder.entity.js';

/** What the channel reports of a message that it took. */
export interface DeliveryReport {
  /** Our key of the message, as it was handed over. */
  readonly reference: string;
  /** The channel’s own name of this handing over: a message that is sent again gets another. */
  readonly providerId: string;
  readonly status: Delivery;
  /** When it happened, by the channel’s clock. */
  readonly at: Date;
}

/** A message that came back so often is not sent once more by itself. */
const MOST_TRIES = 5;

/** Keeps what became of messages that had left, and sends again what may still arrive. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** The same report twice changes nothing. `unknown` is one of no message of ours, or of an earlier handing over. */
  async record(report: DeliveryReport): Promise<'recorded' | 'unknown'> {
    const authorityId = await this.#authorityOf(report.reference);
    if (authorityId === undefined) return 'unknown';
    return this.database.unitOfWork(acting(authorityId), async (uow) => {
      const message = await uow.manager.findOne(Message, {
        where: { authorityId, id: report.reference },
        lock: { mode: 'pessimistic_write' },
      });
      if (message === null || !isOfThisTry(message, report)) return 'unknown';
      // What has arrived has arrived, whatever is heard afterwards.
      if (message.delivery === report.status || message.delivery === 'delivered') return 'recorded';
      if (message.failedReason !== null && report.status !== 'delivered') return 'recorded';
      await this.#change(uow, message, report);
      return 'recorded';
    });
  }

  async #authorityOf(reference: string): Promise<string | undefined> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(reference)) return undefined;
    const [row] = await this.database.acrossAuthorities((manager) =>
      manager.query<{ id: string | null }[]>('select authority_of_message($1) as id', [reference]),
    );
    return row?.id ?? undefined;
  }

  async #change(
    uow: UnitOfWork,
    message: Message,
    { status, providerId, at }: DeliveryReport,
  ): Promise<void> {
    const deliveryAt = this.clock.now();
    const { id, channel } = message;
    const becomes = whatItBecomes(message, status, deliveryAt);
    const change = { delivery: status, providerId, deliveryAt, ...becomes };
    await uow.manager.update(Message, { authorityId: uow.authorityId, id }, change);
    const failedReason = becomes.failedReason ?? null;
    this.audit.record(uow, {
      action: status === 'delivered' ? 'message.delivered' : 'message.bounced',
      subject: { type: 'message', id },
      payload: { ...readerIn(message), channel, status, failedReason, reportedAt: at.toISOString() },
    });
  }
}

/**
 * A report of another handing over says nothing of this one. Where the message has none, because it comes back for the
 * next try or because the process ended before it was kept, only an arrival counts: a failure is followed by a try anyway.
 */
function isOfThisTry({ providerId }: Message, report: DeliveryReport): boolean {
  return providerId === null ? report.status === 'delivered' : providerId === report.providerId;
}

/** What else changes with the report. A message without `sentAt` is picked up by the worker’s next round. */
function whatItBecomes({ tries }: Message, status: Delivery, now: Date): Partial<Message> {
  if (status === 'delivered') return { failedReason: null, failedAt: null };
  if (status === 'permanent-failure') return { failedReason: 'address-refused', failedAt: now };
  if (tries >= MOST_TRIES) return { lastError: status, failedReason: 'given-up', failedAt: now };
  return { lastError: status, tries: tries + 1, sentAt: null, providerId: null, delivery: null };
}
