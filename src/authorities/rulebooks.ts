import { Injectable } from '@nestjs/common';
import {
  civilDate,
  rulebookFor,
  type Adopted,
  type CivilDate,
  type NotEncoded,
  type Rulebook,
} from '../law/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { Authorities } from './authorities.js';
import type { AdoptedCode, Authority } from './authority.entity.js';
import { RegisterSettings } from './register-settings.js';

/** The law of the acting authority on a day: statute, and what it had adopted by then. */
@Injectable()
export class Rulebooks {
  constructor(
    private readonly authorities: Authorities,
    private readonly settings: RegisterSettings,
  ) {}

  async on(uow: UnitOfWork, day: CivilDate): Promise<Rulebook | NotEncoded> {
    return rulebookFor(await this.adopted(uow), day);
  }

  /** What the authority adopted, in the shape that the law takes. */
  async adopted(uow: UnitOfWork): Promise<Adopted> {
    const authority = await this.authorities.get(uow);
    return this.adoptedBy(uow, authority, await this.authorities.adoptedCodes(uow));
  }

  /** The same by somebody who has read the authority and its codes. */
  async adoptedBy(uow: UnitOfWork, authority: Authority, codes: readonly AdoptedCode[]): Promise<Adopted> {
    const orders = await this.authorities.standingOrders(uow);
    const figures = await this.settings.giftThresholds(uow);
    return {
      jurisdiction: authority.jurisdiction,
      executiveArrangements: authority.executiveArrangements,
      codes: codes.map(({ code, ...period }) => ({ code, ...periodOf(period) })),
      standingOrdersExclude: orders.map(periodOf),
      giftThresholds: figures.map(({ pence, registers, ...period }) => ({
        pence,
        registers,
        ...periodOf(period),
      })),
      residentialAddressesFrom: await this.settings.residentialAddressesFrom(uow),
    };
  }
}

function periodOf({ fromOn, toOn }: { fromOn: string; toOn: string | null }): {
  from: CivilDate;
  to?: CivilDate;
} {
  return { from: civilDate(fromOn), ...(toOn === null ? {} : { to: civilDate(toOn) }) };
}
