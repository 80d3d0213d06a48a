import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { SteppedAside } from './notification.entity.js';

/** An officer with an interest of their own leaves a member's register to a deputy, and that is kept. */
@Injectable()
export class SteppingAside {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async has(uow: UnitOfWork, memberId: string, accountId: string): Promise<boolean> {
    return uow.manager.existsBy(SteppedAside, { authorityId: uow.authorityId, memberId, accountId });
  }

  /** The officers who left this member's register to others. */
  async of(uow: UnitOfWork, memberId: string): Promise<SteppedAside[]> {
    return uow.manager.find(SteppedAside, {
      where: { authorityId: uow.authorityId, memberId },
      order: { steppedAt: 'ASC' },
    });
  }

  /** The acting officer steps aside for good; doing it again changes nothing. */
  async stepAside(uow: UnitOfWork, memberId: string): Promise<void> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person steps aside.');
    const { accountId } = uow.actor;
    if (await this.has(uow, memberId, accountId)) return;
    await uow.manager.insert(SteppedAside, {
      ...{ authorityId: uow.authorityId, id: randomUUID(), memberId, accountId },
      steppedAt: this.clock.now(),
    });
    this.audit.record(uow, {
      action: 'officer.stepped-aside',
      subject: { type: 'member', id: memberId },
    });
  }
}
