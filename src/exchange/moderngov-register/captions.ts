import type { RegisterCategory } from '../../law/index.js';

/**
 * What the words of a caption mean, the most specific first: "Licences to occupy land" is about licences, and "Trade
 * union" about a body that the member belongs to and not about a trade.
 */
const MEANINGS: readonly (readonly [RegExp, RegisterCategory])[] = [
  [/corporate tenanc/i, 'corporate-tenancies'],
  [/licen[cs]/i, 'licences'],
  [/gift|hospitality/i, 'gifts'],
  [/securities|\bshares\b|shareholding/i, 'securities'],
  [/sponsorship|election expenses|financial benefit/i, 'sponsorship'],
  [/contract/i, 'contracts'],
  [/trade union|trade association|professional association|think[- ]tank|political part/i, 'other-bodies'],
  [
    /non-remunerated|trusteeship|\bclubs?\b|societies|livery|membership|non-pecuniary|other interest/i,
    'other-bodies',
  ],
  [/\bland\b/i, 'land'],
  [/employment|\boffice|\btrade|profession|vocation/i, 'employment'],
];

/** The heading of the register that a caption names; null where it names none that we know. */
export function categoryOfCaption(caption: string): RegisterCategory | null {
  return MEANINGS.find(([words]) => words.test(caption))?.[1] ?? null;
}
