import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Authority } from '../../authorities/index.js';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Database, type Acting, type UnitOfWork } from '../../platform/database/index.js';
import { Poster, type Posted } from '../../platform/fetching/index.js';
import { JobQueue } from '../../platform/queue/index.js';
import { bodyOf } from './body.js';
import { isDead, pauseAfter } from './retries.js';
import { signedHeaders } from './signing.js';
import { WebhookDelivery, WebhookEvent, type Webhook } from './webhook.entity.js';
import { Webhooks } from './webhooks.js';

const ROUND = 'webhook.round';
const SEND = 'webhook.send';
/** Machine time between two looks for what is owed. */
const ROUND_EVERY = 10_000;
/** More wait for the next round. */
const AT_MOST = 500;
/** Longer than a sending takes: a worker that was killed while it sent has lost its turn after that. */
const TURN = 120_000;

interface Taken {
  readonly webhook: Webhook;
  readonly delivery: WebhookDelivery;
  readonly body: string;
}

/**
 * Sends what is owed, at least once. A worker takes its turn, sends, and saves what became of it; killed between the two,
 * the row is still owed and goes again with the same id. What is owed stands in our rows, and a job carries an id alone.
 */
@Injectable()
export class WebhookSending implements OnModuleInit {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly poster: Poster,
    private readonly queue: JobQueue,
    private readonly webhooks: Webhooks,
  ) {}

  onModuleInit(): void {
    this.queue.handleInRounds(ROUND, ROUND_EVERY, () => this.run());
    this.queue.handle(SEND, (id) => this.send(id));
  }

  async run(): Promise<void> {
    await this.queue.addAll(SEND, await this.due());
  }

  /** 'authority/delivery' of what is due now. */
  async due(): Promise<string[]> {
    const rows = await this.database.acrossAuthorities((manager) =>
      manager.query<{ authority_id: string; id: string }[]>(
        'select authority_id, id from webhook_deliveries_due($1, $2)',
        [this.clock.machineNow(), AT_MOST],
      ),
    );
    return rows.map(({ authority_id, id }) => `${authority_id}/${id}`);
  }

  /** Sends one delivery where it is still owed and its time has come. What fails is owed again, after a pause. */
  async send(job: string): Promise<void> {
    const [authorityId = '', id = ''] = job.split('/');
    const taken = await this.database.unitOfWork(acting(authorityId), (uow) => this.#take(uow, id));
    if (taken === undefined) return;
    const at = this.clock.machineNow();
    const headers = signedHeaders({ id, at, body: taken.body }, this.webhooks.secretsOf(taken.webhook));
    const posted = await this.poster.post(taken.webhook.url, { ...HEADERS, ...headers }, taken.body);
    await this.database.unitOfWork(acting(authorityId), (uow) => this.#save(uow, taken.delivery, posted));
  }

  /** Takes the turn of one delivery, so that no other worker sends it meanwhile. */
  async #take(uow: UnitOfWork, id: string): Promise<Taken | undefined> {
    const { authorityId, manager } = uow;
    const now = this.clock.machineNow();
    const where = { authorityId, id };
    const delivery = await manager.findOne(WebhookDelivery, {
      where: { ...where, state: 'waiting' },
      lock: { mode: 'pessimistic_write' },
    });
    if (delivery === null || delivery.nextAt > now) return undefined;
    const webhook = await this.webhooks.find(uow, delivery.webhookId);
    if (webhook === undefined) {
      // It was removed: nothing is owed to it any more.
      await manager.update(WebhookDelivery, where, { state: 'dead', lastError: 'webhook-removed' });
      return undefined;
    }
    const turn = { nextAt: new Date(now.getTime() + TURN), lastTriedAt: now };
    await manager.update(WebhookDelivery, where, turn);
    return { webhook, delivery: { ...delivery, ...turn }, body: await this.#bodyOf(uow, delivery.eventId) };
  }

  async #bodyOf({ manager, authorityId }: UnitOfWork, eventId: string): Promise<string> {
    const event = await manager.findOneByOrFail(WebhookEvent, { authorityId, id: eventId });
    const { slug, name } = await manager.findOneByOrFail(Authority, { id: authorityId });
    const [kept] = await manager.query<{ exists: boolean }[]>(
      `select exists (select from register_entry where authority_id = $1 and thing_id = $2
         and sensitive in ('claimed', 'agreed'))`,
      [authorityId, event.thingId],
    );
    const { publicUrl } = this.config;
    return JSON.stringify(
      bodyOf(event, { publicUrl, authority: { slug, name }, keptBack: kept?.exists === true }),
    );
  }

  async #save(uow: UnitOfWork, delivery: WebhookDelivery, posted: Posted): Promise<void> {
    const { authorityId, id, owedSince, replays } = delivery;
    const tries = delivery.tries + 1;
    const now = this.clock.machineNow();
    const answered = 'status' in posted ? posted.status : null;
    const delivered = answered !== null && answered >= 200 && answered < 300;
    const nextAt = new Date(now.getTime() + pauseAfter(tries));
    // Gone for good, as its own server says (RFC 9110).
    const dead = !delivered && (answered === 410 || isDead(owedSince, nextAt));
    // What was replayed while this try was under way is owed anew: its row is another one's now.
    const { affected } = await uow.manager.update(
      WebhookDelivery,
      { authorityId, id, replays, state: 'waiting' },
      {
        ...{ tries, nextAt, state: delivered ? 'delivered' : dead ? 'dead' : 'waiting' },
        ...{ lastStatus: answered, lastError: errorOf(posted) },
        ...(delivered && { deliveredAt: now }),
      },
    );
    if (affected !== 1 || !dead) return;
    const subject = { type: 'webhook', id: delivery.webhookId };
    this.audit.record(uow, { action: 'webhook.given-up', subject, payload: { deliveryId: id, tries } });
  }
}

const HEADERS = {
  'Content-Type': 'application/json',
  'User-Agent': 'Probity (webhooks)',
};

/** Where an answer leads is not followed: it was not checked when the address was registered. */
function errorOf(posted: Posted): string | null {
  if ('refused' in posted) return posted.refused;
  return posted.status >= 300 && posted.status < 400 ? 'redirected' : null;
}

const acting = (authorityId: string): Acting => ({
  ...{ authorityId, actor: { kind: 'system', name: 'webhooks' } },
});
