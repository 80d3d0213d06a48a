import { land } from './land.js';
import { COUNTS, casesOf, not, waitsFor } from './prescribed-cases.js';
import type { DescriptionCases } from './prescribed-cases.js';

const home = {
  category: 'land',
  heldBy: 'self',
  inArea: true,
  beneficialInterest: true,
  rightToOccupy: true,
  rightToIncome: false,
} as const;
const CASES: DescriptionCases = [
  { name: 'a home in the area', facts: home, expected: COUNTS },
  { name: 'a home elsewhere', facts: { ...home, inArea: false }, expected: not('outside-the-area') },
  {
    name: 'a bare right of way',
    facts: { ...home, rightToOccupy: false },
    expected: not('no-right-to-occupy-or-income'),
  },
  {
    name: 'a right that yields income',
    facts: { ...home, rightToOccupy: false, rightToIncome: true },
    expected: COUNTS,
  },
  {
    name: 'held for somebody else',
    facts: { ...home, beneficialInterest: false },
    expected: not('no-beneficial-interest-in-land'),
  },
  {
    name: 'with occupation unknown and no income',
    facts: { ...home, rightToOccupy: undefined },
    expected: waitsFor('rightToOccupy'),
  },
];

export const LAND_CASES = casesOf(land, 'Land', CASES);
