import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { GROUNDS_CASES } from './s33-2-grounds.cases.js';
import { grounds } from './s33-2-grounds.js';

caseTable(GROUNDS_CASES);

const ON = civilDate('2021-06-01');

it.each([
  ['a', 'ground-a-business-impeded'],
  ['b', 'ground-b-political-balance'],
  ['c', 'ground-c-people-of-the-area'],
  ['d', 'ground-d-every-executive-member'],
  ['e', 'ground-e-otherwise-appropriate'],
] as const)('ground (%s) has its own words and paragraph', (letter, point) => {
  expect(grounds.decide({ executiveArrangements: true }, ON)[letter].reasons).toMatchObject([
    { rule: grounds.id, point, citation: { text: `Localism Act 2011 s.33(2)(${letter})` }, facts: [] },
  ]);
});

it('ground (d) without an executive says why not', () => {
  expect(grounds.decide({ executiveArrangements: false }, ON).d.reasons).toMatchObject([
    {
      point: 'ground-d-needs-an-executive',
      citation: { text: 'Localism Act 2011 s.33(2)(d)' },
      facts: ['executiveArrangements'],
    },
  ]);
});
