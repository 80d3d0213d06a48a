import { civilDate } from '../../time/civil-date.js';
import { licences } from './licences.js';
import { COUNTS, casesOf, not, waitsFor } from './prescribed-cases.js';
import type { DescriptionCases } from './prescribed-cases.js';

const licence = {
  category: 'licences',
  heldBy: 'self',
  inArea: true,
  licenceToOccupy: true,
  from: civilDate('2024-03-01'),
  to: civilDate('2024-03-31'),
} as const;
const CASES: DescriptionCases = [
  { name: 'of a calendar month', facts: licence, expected: COUNTS },
  {
    name: 'of a day less',
    facts: { ...licence, to: civilDate('2024-03-30') },
    expected: not('shorter-than-a-month'),
  },
  { name: 'that runs on', facts: { ...licence, to: null }, expected: COUNTS },
  {
    name: 'to do something other than occupy',
    facts: { ...licence, licenceToOccupy: false },
    expected: not('not-a-licence-to-occupy'),
  },
  { name: 'of land elsewhere', facts: { ...licence, inArea: false }, expected: not('outside-the-area') },
  { name: 'with an unknown start', facts: { ...licence, from: undefined }, expected: waitsFor('from') },
  { name: 'with an unknown end', facts: { ...licence, to: undefined }, expected: waitsFor('to') },
];

export const LICENCE_CASES = casesOf(licences, 'A licence from 1 March 2024', CASES);
