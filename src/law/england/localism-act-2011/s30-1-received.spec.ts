import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { RECEIVED_CASES } from './s30-1-received.cases.js';
import { notified } from './s30-1-received.js';

caseTable(RECEIVED_CASES);

it('cites the duty to notify, and who the officer of a parish council is', () => {
  const { reasons } = notified.decide(
    { givenTo: 'parish-clerk', clerkPassedItOn: false },
    civilDate('2021-06-01'),
  );
  expect(reasons).toMatchObject([
    { citation: { text: 'Localism Act 2011 s.29(4)' }, facts: ['givenTo'] },
    { citation: { text: 'Localism Act 2011 s.30(1)' }, facts: ['clerkPassedItOn'] },
  ]);
});
