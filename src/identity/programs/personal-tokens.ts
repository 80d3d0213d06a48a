import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { ApiToken } from './program.entity.js';
import type { Scope } from './scopes.js';
import { newSecret } from './secrets.js';

/** More than a person has programs; the next one waits until one of these is withdrawn. */
export const MOST_TOKENS = 20;
/** The longest that a personal token may hold, in days. */
const MOST_DAYS = 366;

const DAY = 86_400_000;

/** Tokens that people make for programs of their own. Each acts for the authority in which it was made. */
@Injectable()
export class PersonalTokens {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Makes a token for whoever acts. It is told here and never again. @param days from 1 to MOST_DAYS */
  async make(
    uow: UnitOfWork,
    {
      name,
      scopes,
      days,
    }: { readonly name: string; readonly scopes: readonly Scope[]; readonly days: number },
  ): Promise<{ id: string; token: string } | { refused: 'too-many' }> {
    if (!(days >= 1 && days <= MOST_DAYS)) throw new Error('A token holds from 1 to 366 days.');
    const accountId = ownerIn(uow);
    const { authorityId, manager } = uow;
    if ((await this.list(uow)).length >= MOST_TOKENS) return { refused: 'too-many' };
    const id = randomUUID();
    const madeAt = this.clock.machineNow();
    const expiresAt = new Date(madeAt.getTime() + days * DAY);
    const { secret, digest } = newSecret('probity_personal');
    await manager.insert(ApiToken, {
      ...{ authorityId, id, tokenHash: digest, clientId: null, accountId, name: name.trim() },
      ...{ scopes: [...scopes], madeAt, expiresAt, withdrawnAt: null, lastUsedAt: null },
    });
    this.audit.record(uow, {
      action: 'api-token.made',
      subject: { type: 'api-token', id },
      payload: { scopes, expiresAt: expiresAt.toISOString() },
    });
    return { id, token: secret };
  }

  /** Those of whoever acts that still hold, the newest first. */
  async list(uow: UnitOfWork): Promise<ApiToken[]> {
    const held = { withdrawnAt: IsNull(), expiresAt: MoreThan(this.clock.machineNow()) };
    return uow.manager.find(ApiToken, {
      where: { authorityId: uow.authorityId, accountId: ownerIn(uow), ...held },
      order: { madeAt: 'DESC', id: 'ASC' },
    });
  }

  /** Withdraws one of one's own tokens; it is worth nothing from now on. */
  async withdraw(uow: UnitOfWork, id: string): Promise<{ id: string } | { refused: 'not-there' }> {
    const { authorityId } = uow;
    const where = { authorityId, id, accountId: ownerIn(uow), withdrawnAt: IsNull() };
    const { affected } = await uow.manager.update(ApiToken, where, { withdrawnAt: this.clock.machineNow() });
    if (affected !== 1) return { refused: 'not-there' };
    this.audit.record(uow, { action: 'api-token.withdrawn', subject: { type: 'api-token', id } });
    return { id };
  }
}

function ownerIn({ actor }: UnitOfWork): string {
  if (actor.kind !== 'person') throw new Error('Only a person has personal tokens.');
  return actor.accountId;
}
