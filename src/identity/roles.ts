import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { RoleHolding } from './account.entity.js';
import type { Role } from './permissions.js';

/** Who holds which role in an authority. */
@Injectable()
export class Roles {
  constructor(private readonly audit: Audit) {}

  async grant(
    uow: UnitOfWork,
    grant: { accountId: string; role: Exclude<Role, 'member'>; fromOn: string },
  ): Promise<{ id: string }> {
    const id = randomUUID();
    await uow.manager.insert(RoleHolding, { authorityId: uow.authorityId, id, ...grant, toOn: null });
    this.audit.record(uow, {
      action: 'role.granted',
      subject: { type: 'account', id: grant.accountId },
      payload: { role: grant.role, fromOn: grant.fromOn },
    });
    return { id };
  }

  async list(uow: UnitOfWork): Promise<RoleHolding[]> {
    return uow.manager.find(RoleHolding, {
      where: { authorityId: uow.authorityId },
      order: { role: 'ASC', fromOn: 'ASC' },
    });
  }
}
