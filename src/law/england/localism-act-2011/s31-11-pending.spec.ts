import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { PENDING_CASES } from './s31-11-pending.cases.js';
import { s31_11 } from './s31-11-pending.js';

caseTable(PENDING_CASES);

it('cites the subsection that says what "pending" is', () => {
  const facts = { receivedByOfficerOn: null };
  expect(s31_11.decide(facts, civilDate('2021-06-15')).reasons).toMatchObject([
    { rule: s31_11.id, citation: { text: 'Localism Act 2011 s.31(11)' }, facts: ['receivedByOfficerOn'] },
  ]);
});
