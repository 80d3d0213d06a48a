import { civilDate } from '../../law/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { PublicLine, type GiftDetails } from '../../register/index.js';
import type { ReportPeriod } from './report-document.js';

/** A gift or hospitality as the public register tells it. */
export interface PublicGift {
  readonly memberId: string;
  readonly details: GiftDetails;
}

/**
 * The gifts of a period by the day on which they were offered: only what stands on the public register today. What is withheld
 * is not among them, and no figure tells that it is not.
 */
export async function publicGifts(uow: UnitOfWork, { from, to }: ReportPeriod): Promise<PublicGift[]> {
  const lines = await uow.manager
    .createQueryBuilder(PublicLine, 'line')
    .where('line.authorityId = :authorityId', { authorityId: uow.authorityId })
    .andWhere(`line.kind = 'entry' and line.category = 'gifts' and line.closedAt is null`)
    .getMany();
  return lines
    .flatMap(({ memberId, details }) => (details?.category === 'gifts' ? [{ memberId, details }] : []))
    .filter(({ details: { offeredOn } }) => from <= offeredOn && offeredOn <= to)
    .sort((a, b) => civilDate(a.details.offeredOn).localeCompare(civilDate(b.details.offeredOn)));
}

/** Bands in pence, each up to the next; the last one has no end. Our choice: they follow the figures that codes use. */
const BANDS = [
  { from: 0, name: 'Under £50' },
  { from: 50_00, name: '£50 or more, under £100' },
  { from: 100_00, name: '£100 or more, under £250' },
  { from: 250_00, name: '£250 or more' },
] as const;

/** How many gifts are of each band of value, the smallest first. */
export function byBand(gifts: readonly PublicGift[]): { readonly name: string; readonly count: number }[] {
  const bandOf = (pence: number): string => BANDS.findLast(({ from }) => pence >= from)?.name ?? '';
  return BANDS.map(({ name }) => ({
    ...{ name, count: gifts.filter(({ details }) => bandOf(details.valuePence) === name).length },
  }));
}
