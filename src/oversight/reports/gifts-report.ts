import type { Authority } from '../../authorities/index.js';
import { civilDate } from '../../law/index.js';
import { dateInWords, moneyInWords } from '../../wording/index.js';
import type { PublicGift } from './gifts.js';
import type { ReportDocument, ReportPeriod } from './report-document.js';

/** What a report on gifts is made of. */
export interface KnownGifts {
  readonly authority: Pick<Authority, 'name'>;
  readonly period: ReportPeriod;
  readonly madeAt: Date;
  readonly gifts: readonly PublicGift[];
  readonly names: ReadonlyMap<string, string>;
}

/** Gifts and hospitality as the public register tells them, one row each. */
export function giftsReport({ authority, period, madeAt, gifts, names }: KnownGifts): ReportDocument {
  return {
    ...{ title: 'Gifts and hospitality', authorityName: authority.name, period, madeAt },
    notes: [
      'Gifts and hospitality that members were offered in the period, and that stand on the public register today. The council’s code of conduct says from what value they are registered; no Act asks for them.',
    ],
    sections: [
      {
        title: `${gifts.length === 1 ? '1 gift' : `${gifts.length} gifts`} offered from ${dateInWords(period.from)} to ${dateInWords(period.to)}`,
        ...{ note: undefined, citation: undefined },
        columns: ['Member', 'Giver', 'What', 'Received on', 'Value', 'Accepted or refused'],
        rows: gifts.map(({ memberId, details }) => [
          ...[names.get(memberId) ?? '', details.donor, details.what],
          dateInWords(civilDate(details.offeredOn)),
          `${details.valueIs === 'known' ? '' : 'About '}${moneyInWords(details.valuePence)}`,
          details.accepted ? 'Accepted' : 'Refused',
        ]),
      },
    ],
  };
}
