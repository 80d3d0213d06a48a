import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, QueryFailedError } from 'typeorm';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Poster, type FetchRefusal } from '../../platform/fetching/index.js';
import { Sealer, type SealedFor } from '../../platform/sealing/index.js';
import { newSecret } from './signing.js';
import { Webhook, type WebhookTopic } from './webhook.entity.js';

/** Hours in which the secret before signs too, so that a receiver may change at leisure. */
export const OVERLAP_HOURS = 24;

export interface NewWebhook {
  readonly url: string;
  readonly topics: readonly WebhookTopic[];
}

/** A webhook and its secret, which is told this once. */
export interface WithSecret {
  readonly id: string;
  readonly secret: string;
}

/** Which programs an authority tells of what. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly poster: Poster,
    private readonly sealer: Sealer,
  ) {}

  /** Whether an address may be told: asked before the unit of work, because names are resolved. */
  async refuses(url: string): Promise<FetchRefusal | undefined> {
    return this.poster.refuses(url);
  }

  /** @param asked an address that `refuses` has nothing against, and one topic or more */
  async register(
    uow: UnitOfWork,
    { url, topics }: NewWebhook,
  ): Promise<WithSecret | { refused: 'registered-already' }> {
    const { authorityId, manager } = uow;
    const [row, secret] = [{ authorityId, id: randomUUID() }, newSecret()];
    try {
      // A savepoint: the unit of work goes on where the address is there already.
      await manager.transaction((inner) =>
        inner.insert(Webhook, {
          ...{ ...row, url: new URL(url.trim()).href, topics: [...topics] },
          secret: this.sealer.seal(secret, boundTo('secret', row)),
          ...{ formerSecret: null, formerUntil: null, removedAt: null, removedBy: null },
          ...{ registeredAt: this.clock.now(), registeredBy: accountOf(uow) },
        }),
      );
    } catch (error) {
      if (isUrlTwice(error)) return { refused: 'registered-already' };
      throw error;
    }
    this.#record(uow, 'webhook.registered', row.id, { topics: [...topics] });
    return { id: row.id, secret };
  }

  /** A new secret; the one that stood signs too for OVERLAP_HOURS more, and one before that no longer. */
  async rotate(uow: UnitOfWork, id: string): Promise<WithSecret | { refused: 'not-found' }> {
    const webhook = await this.#locked(uow, id);
    if (webhook === null) return { refused: 'not-found' };
    const secret = newSecret();
    const former = this.sealer.open(webhook.secret, boundTo('secret', webhook));
    await uow.manager.update(
      Webhook,
      { authorityId: uow.authorityId, id },
      {
        secret: this.sealer.seal(secret, boundTo('secret', webhook)),
        formerSecret: this.sealer.seal(former, boundTo('former_secret', webhook)),
        formerUntil: new Date(this.clock.machineNow().getTime() + OVERLAP_HOURS * 3_600_000),
      },
    );
    this.#record(uow, 'webhook.secret-changed', id);
    return { id, secret };
  }

  /** It is told nothing from now on. What became of its deliveries stays. */
  async remove(uow: UnitOfWork, id: string): Promise<{ id: string } | { refused: 'not-found' }> {
    if ((await this.#locked(uow, id)) === null) return { refused: 'not-found' };
    const removed = { removedAt: this.clock.now(), removedBy: accountOf(uow) };
    await uow.manager.update(Webhook, { authorityId: uow.authorityId, id }, removed);
    this.#record(uow, 'webhook.removed', id);
    return { id };
  }

  /** Those that are told, the first registered first. */
  async list({ manager, authorityId }: UnitOfWork): Promise<Webhook[]> {
    return manager.find(Webhook, {
      where: { authorityId, removedAt: IsNull() },
      order: { registeredAt: 'ASC', id: 'ASC' },
    });
  }

  async find({ manager, authorityId }: UnitOfWork, id: string): Promise<Webhook | undefined> {
    return (await manager.findOneBy(Webhook, { authorityId, id, removedAt: IsNull() })) ?? undefined;
  }

  /** The secrets that sign now, the newest first. */
  secretsOf(webhook: Webhook): string[] {
    const { secret, formerSecret, formerUntil } = webhook;
    const current = this.sealer.open(secret, boundTo('secret', webhook)) as string;
    const isOver = formerUntil === null || formerUntil <= this.clock.machineNow();
    if (formerSecret === null || isOver) return [current];
    return [current, this.sealer.open(formerSecret, boundTo('former_secret', webhook)) as string];
  }

  async #locked({ manager, authorityId }: UnitOfWork, id: string): Promise<Webhook | null> {
    const where = { authorityId, id, removedAt: IsNull() };
    return manager.findOne(Webhook, { where, lock: { mode: 'pessimistic_write' } });
  }

  #record(uow: UnitOfWork, action: string, id: string, payload: Record<string, unknown> = {}): void {
    this.audit.record(uow, { action, subject: { type: 'webhook', id }, payload });
  }
}

const boundTo = (
  column: 'secret' | 'former_secret',
  { authorityId, id }: { authorityId: string; id: string },
): SealedFor => ({ authorityId, row: `webhook.${column}:${id}` });

/** Only a person registers and removes. */
function accountOf({ actor }: UnitOfWork): string {
  if (actor.kind !== 'person') throw new Error('A webhook is kept by a person with an account.');
  return actor.accountId;
}

function isUrlTwice(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  return (error.driverError as { constraint?: string }).constraint === 'webhook_url_once';
}
