import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { NamedOfficer } from './sensitivity-request.entity.js';

/**
 * The officers who may read sensitive details beside the monitoring officer, each by name. Being named opens nothing to
 * somebody who is not an officer of the authority on the day.
 */
@Injectable()
export class NamedOfficers {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(uow: UnitOfWork): Promise<NamedOfficer[]> {
    return uow.manager.find(NamedOfficer, {
      where: { authorityId: uow.authorityId, endedAt: IsNull() },
      order: { namedAt: 'ASC' },
    });
  }

  async name(uow: UnitOfWork, accountId: string): Promise<{ id: string } | { refused: 'named-already' }> {
    const namedBy = uow.actor.kind === 'person' ? uow.actor.accountId : null;
    const id = randomUUID();
    const inserted = await uow.manager
      .createQueryBuilder()
      .insert()
      .into(NamedOfficer)
      .values({ authorityId: uow.authorityId, id, accountId, namedAt: this.clock.now(), namedBy })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return { refused: 'named-already' };
    this.#audited(uow, 'named-officer.named', accountId);
    return { id };
  }

  async end(uow: UnitOfWork, id: string): Promise<{ id: string } | { refused: 'not-found' }> {
    const where = { authorityId: uow.authorityId, id, endedAt: IsNull() };
    const named = await uow.manager.findOneBy(NamedOfficer, where);
    if (named === null) return { refused: 'not-found' };
    await uow.manager.update(NamedOfficer, where, { endedAt: this.clock.now() });
    this.#audited(uow, 'named-officer.ended', named.accountId);
    return { id };
  }

  #audited(uow: UnitOfWork, action: string, accountId: string): void {
    this.audit.record(uow, { action, subject: { type: 'account', id: accountId } });
  }
}
