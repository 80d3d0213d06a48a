import { securities } from './securities.js';
import { COUNTS, casesOf, not, waitsFor } from './prescribed-cases.js';
import type { DescriptionCases } from './prescribed-cases.js';

const shares = {
  category: 'securities',
  heldBy: 'self',
  areSecurities: true,
  bodyInArea: true,
  knownToMember: true,
  nominalHeldPence: 10_000,
  sharesHeldPence: 10_000,
  issuedShareCapitalPence: 1_000_000,
  classes: null,
} as const;
const CASES: DescriptionCases = [
  { name: 'exactly one hundredth of the capital', facts: shares, expected: not('below-the-thresholds') },
  {
    name: 'a penny more than one hundredth',
    facts: { ...shares, sharesHeldPence: 10_001 },
    expected: COUNTS,
  },
  {
    name: 'exactly £25,000 in a large company',
    facts: {
      ...shares,
      nominalHeldPence: 2_500_000,
      sharesHeldPence: 2_500_000,
      issuedShareCapitalPence: 1_000_000_000,
    },
    expected: not('below-the-thresholds'),
  },
  {
    name: 'a penny more than £25,000, the capital unknown',
    facts: { ...shares, nominalHeldPence: 2_500_001, issuedShareCapitalPence: undefined, classes: undefined },
    expected: COUNTS,
  },
  {
    name: 'more than one hundredth of one class though not of the whole',
    facts: {
      ...shares,
      sharesHeldPence: 2_001,
      classes: [
        { name: 'A', heldPence: 0, issuedPence: 800_000 },
        { name: 'B', heldPence: 2_001, issuedPence: 200_000 },
      ],
    },
    expected: COUNTS,
  },
  {
    name: 'exactly one hundredth of a class',
    facts: {
      ...shares,
      sharesHeldPence: 2_000,
      classes: [{ name: 'B', heldPence: 2_000, issuedPence: 200_000 }],
    },
    expected: not('below-the-thresholds'),
  },
  {
    name: 'a building society account',
    facts: { ...shares, areSecurities: false },
    expected: not('not-securities'),
  },
  {
    name: 'in a body with nothing in the area',
    facts: { ...shares, bodyInArea: false },
    expected: not('body-not-in-area'),
  },
  {
    name: 'in a body that the member does not know to be there',
    facts: { ...shares, knownToMember: false },
    expected: not('not-known-to-member'),
  },
  {
    name: 'below by all that is known, the classes unknown',
    facts: { ...shares, classes: undefined },
    expected: waitsFor('classes'),
  },
  {
    name: 'the capital unknown',
    facts: { ...shares, issuedShareCapitalPence: undefined },
    expected: waitsFor('issuedShareCapitalPence'),
  },
];

export const SECURITIES_CASES = casesOf(securities, 'Securities', CASES);
