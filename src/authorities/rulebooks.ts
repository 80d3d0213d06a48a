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

interface PeriodRow {
  readonly fromOn: string;
  readonly toOn: string | null;
}

interface AdoptedRow {
  readonly jurisdiction: 'england';
  readonly executiveArrangements: boolean;
  readonly codes: readonly (PeriodRow & { code: string })[];
  readonly orders: readonly PeriodRow[];
  readonly figures: readonly (PeriodRow & { pence: number; registers: 'at-least' | 'more-than' })[];
  readonly residentialAddressesFrom: string | null;
}

const PERIOD = `'fromOn', from_on, 'toOn', to_on`;
const ofAuthority = (table: string, ...fields: readonly string[]): string =>
  `coalesce((select json_agg(json_build_object(${[PERIOD, ...fields].join(', ')}) order by from_on)
     from ${table} where authority_id = authority.id), '[]')`;
const ADOPTED = `
  select jurisdiction, executive_arrangements as "executiveArrangements",
    ${ofAuthority('adopted_code', `'code', code`)} as codes,
    ${ofAuthority('standing_order')} as orders,
    ${ofAuthority('gift_threshold', `'pence', pence`, `'registers', registers`)} as figures,
    (select to_char(residential_addresses_from, 'YYYY-MM-DD') from installation_setting)
      as "residentialAddressesFrom"
  from authority where id = $1`;

/** The law of the acting authority on a day: statute, and what it had adopted by then. */
@Injectable()
export class Rulebooks {
  async on(uow: UnitOfWork, day: CivilDate): Promise<Rulebook | NotEncoded> {
    return rulebookFor(await this.adopted(uow), day);
  }

  /** The code of conduct in force on a day; undefined where none was adopted. */
  async codeOn(uow: UnitOfWork, day: CivilDate): Promise<string | undefined> {
    return codeInForce((await this.adopted(uow)).codes, day);
  }

  /** What the authority adopted, in the shape that the law takes: in one reading, for nearly every page asks for it. */
  async adopted(uow: UnitOfWork): Promise<Adopted> {
    const [row] = await uow.manager.query<AdoptedRow[]>(ADOPTED, [uow.authorityId]);
    if (row === undefined) throw new Error('The unit of work acts for no authority.');
    const { jurisdiction, executiveArrangements, residentialAddressesFrom: began } = row;
    return {
      ...{ jurisdiction, executiveArrangements },
      codes: row.codes.map(({ code, ...period }) => ({ code, ...periodOf(period) })),
      standingOrdersExclude: row.orders.map(periodOf),
      giftThresholds: row.figures.map(({ pence, registers, ...period }) => ({
        ...{ pence, registers },
        ...periodOf(period),
      })),
      residentialAddressesFrom: began === null ? undefined : civilDate(began),
    };
  }
}

/** The one of the adopted codes that was in force on a day, its first and its last one included. */
export function codeInForce(codes: Adopted['codes'], day: CivilDate): string | undefined {
  return codes.find(({ from, to }) => from <= day && (to === undefined || to >= day))?.code;
}

function periodOf({ fromOn, toOn }: PeriodRow): { from: CivilDate; to?: CivilDate } {
  return { from: civilDate(fromOn), ...(toOn === null ? {} : { to: civilDate(toOn) }) };
}
