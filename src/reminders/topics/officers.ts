import { Injectable } from '@nestjs/common';
import { Roles } from '../../identity/index.js';
import type { CivilDate } from '../../law/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { NamedOfficers } from '../../register/index.js';

/** Who of an authority is told as an officer or a clerk, by their accounts: those who have the role on the day. */
@Injectable()
export class Officers {
  constructor(
    private readonly named: NamedOfficers,
    private readonly roles: Roles,
  ) {}

  /** The monitoring officer and the deputies; of a parish, those of its principal authority too, who keep its register. */
  async monitoring(uow: UnitOfWork, on: CivilDate): Promise<string[]> {
    return this.roles.accountsAnsweringFor(uow, ['monitoring-officer', 'deputy-monitoring-officer'], on);
  }

  /** The monitoring officer; in a parish its clerk, because a parish grants its own dispensations. */
  async ofDispensations(uow: UnitOfWork, on: CivilDate): Promise<string[]> {
    return this.roles.accountsHolding(uow, ['monitoring-officer', 'parish-clerk'], on);
  }

  /**
   * Those who may read sensitive details: the monitoring officer, of a parish its principal authority’s too; and a deputy
   * who is named for it in the authority itself.
   */
  async ofSensitive(uow: UnitOfWork, on: CivilDate): Promise<string[]> {
    const monitoring = await this.roles.accountsAnsweringFor(uow, ['monitoring-officer'], on);
    const deputies = await this.roles.accountsAnsweringFor(uow, ['deputy-monitoring-officer'], on);
    const named = (await this.named.list(uow)).map(({ accountId }) => accountId);
    return [...new Set([...monitoring, ...deputies.filter((id) => named.includes(id))])];
  }

  async clerks(uow: UnitOfWork, on: CivilDate): Promise<string[]> {
    return this.roles.accountsHolding(uow, ['democratic-services', 'parish-clerk'], on);
  }
}
