import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { WebhookDelivery, WebhookEvent, type DeliveryState } from './webhook.entity.js';

/** A delivery with what it tells of. */
export interface ListedDelivery {
  readonly delivery: WebhookDelivery;
  readonly event: WebhookEvent;
}

/** What became of what was owed, and sending it again. */
@Injectable()
export class WebhookDeliveries {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The newest first, so many at most. */
  async newest(
    { manager, authorityId }: UnitOfWork,
    webhookId: string,
    atMost: number,
  ): Promise<ListedDelivery[]> {
    const deliveries = await manager
      .createQueryBuilder(WebhookDelivery, 'delivery')
      .innerJoinAndMapOne(
        'delivery.event',
        WebhookEvent,
        'event',
        'event.authorityId = delivery.authorityId and event.id = delivery.eventId',
      )
      .where({ authorityId, webhookId })
      .orderBy('event.position', 'DESC')
      .limit(atMost)
      .getMany();
    return deliveries.map((delivery) => ({
      delivery,
      event: (delivery as WebhookDelivery & { event: WebhookEvent }).event,
    }));
  }

  /** How many of each webhook's stand how. */
  async counts({ manager, authorityId }: UnitOfWork): Promise<Map<string, Record<DeliveryState, number>>> {
    const rows = await manager.query<{ id: string; state: DeliveryState; count: number }[]>(
      `select webhook_id as id, state, count(*)::int as count from webhook_delivery
       where authority_id = $1 group by 1, 2`,
      [authorityId],
    );
    const counts = new Map<string, Record<DeliveryState, number>>();
    for (const { id, state, count } of rows) {
      const of = counts.get(id) ?? { waiting: 0, delivered: 0, dead: 0 };
      counts.set(id, { ...of, [state]: count });
    }
    return counts;
  }

  /** Owes one delivery anew, whatever became of it. The receiver knows it by the same id. */
  async replay(uow: UnitOfWork, webhookId: string, id: string): Promise<number> {
    return this.#owe(uow, webhookId, 'd.id = $4', id);
  }

  /** The same of everything that happened since an instant. */
  async replaySince(uow: UnitOfWork, webhookId: string, since: Date): Promise<number> {
    return this.#owe(uow, webhookId, 'e.happened_at >= $4', since);
  }

  async #owe(uow: UnitOfWork, webhookId: string, which: string, value: string | Date): Promise<number> {
    const { manager, authorityId } = uow;
    const [, owed] = await manager.query<[unknown, number]>(
      `update webhook_delivery d
       set state = 'waiting', tries = 0, replays = d.replays + 1, owed_since = $3, next_at = $3, last_error = null
       from webhook_event e, webhook w
       where d.authority_id = $1 and d.webhook_id = $2 and e.authority_id = $1 and e.id = d.event_id
         and w.authority_id = $1 and w.id = $2 and w.removed_at is null and ${which}`,
      [authorityId, webhookId, this.clock.machineNow(), value],
    );
    if (owed > 0) {
      const subject = { type: 'webhook', id: webhookId };
      this.audit.record(uow, { action: 'webhook.replayed', subject, payload: { deliveries: owed } });
    }
    return owed;
  }
}
