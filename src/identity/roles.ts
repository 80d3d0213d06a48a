import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../audit/index.js';
import type { CivilDate } from '../law/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { Account, RoleHolding } from './account.entity.js';
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

  /** Ends a role; `lastDay` is the last day on which the person has it. A role that has an end already keeps it. */
  async end(
    uow: UnitOfWork,
    id: string,
    lastDay: CivilDate,
  ): Promise<{ id: string } | { refused: 'no-open-role' | 'before-it-began' }> {
    const { authorityId } = uow;
    const holding = await uow.manager.findOne(RoleHolding, {
      where: { authorityId, id },
      lock: { mode: 'pessimistic_write' },
    });
    if (holding?.toOn !== null) return { refused: 'no-open-role' };
    if (lastDay < holding.fromOn) return { refused: 'before-it-began' };
    await uow.manager.update(RoleHolding, { authorityId, id }, { toOn: lastDay });
    this.audit.record(uow, {
      action: 'role.ended',
      subject: { type: 'account', id: holding.accountId },
      payload: { role: holding.role, lastDay },
    });
    return { id };
  }

  /** The accounts that hold one of these roles on a day and may sign in, each once. */
  async accountsHolding(uow: UnitOfWork, roles: readonly Role[], on: CivilDate): Promise<string[]> {
    const rows = await uow.manager
      .createQueryBuilder(RoleHolding, 'holding')
      .innerJoin(Account, 'account', 'account.id = holding.accountId and account.disabledAt is null')
      .select('distinct holding.accountId', 'accountId')
      .where({ authorityId: uow.authorityId, role: In([...roles]) })
      .andWhere(`daterange(holding.fromOn, holding.toOn, '[]') @> cast(:on as date)`, { on })
      .getRawMany<{ accountId: string }>();
    return rows.map(({ accountId }) => accountId).sort();
  }

  /** As `accountsHolding`; for a parish, those too who hold one of these roles in its principal authority. */
  async accountsAnsweringFor(uow: UnitOfWork, roles: readonly Role[], on: CivilDate): Promise<string[]> {
    const rows = await uow.manager.query<{ account_id: string }[]>(
      'select account_id from accounts_answering_for($1, $2, $3)',
      [uow.authorityId, roles, on],
    );
    return rows.map(({ account_id }) => account_id).sort();
  }

  async list(uow: UnitOfWork): Promise<RoleHolding[]> {
    return uow.manager.find(RoleHolding, {
      where: { authorityId: uow.authorityId },
      order: { role: 'ASC', fromOn: 'ASC' },
    });
  }

  /** Every role that an account has, had or will have at the authorities that this unit of work sees. */
  async ofAccount(uow: UnitOfWork, accountId: string): Promise<RoleHolding[]> {
    return uow.manager.find(RoleHolding, { where: { accountId }, order: { fromOn: 'ASC', role: 'ASC' } });
  }
}
