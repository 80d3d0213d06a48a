import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../../test/law/support/case-table.js';
import { civilDate } from '../../../time/civil-date.js';
import { TABLE_2_CASES } from './table-2-bodies.cases.js';
import { isOtherRegisterableInterest } from './table-2-bodies.js';

caseTable(TABLE_2_CASES);

it('cites the table, and leaves a breach to a complaint', () => {
  const { reasons } = isOtherRegisterableInterest.decide({ unpaidDirector: true }, civilDate('2021-03-16'));
  expect(reasons).toMatchObject([
    {
      point: 'body-is-registered',
      citation: { text: 'LGA Model Code 2020 App B Table 2' },
      facts: ['unpaidDirector'],
      sanction: 'standards-complaint',
    },
  ]);
});
