import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { ADDRESS_PRACTICE_CASES } from './s32a-before-commencement.cases.js';
import { addressPractice } from './s32a-before-commencement.js';

caseTable(ADDRESS_PRACTICE_CASES);

it('is a practice, and never said in the name of the Act', () => {
  const facts = { practiceWithholdsAddresses: true, includesHomeAddress: true, askedToShowAddress: false };
  const [reason] = addressPractice.decide(facts, civilDate('2026-05-01')).reasons;
  expect(addressPractice.source).toBe('guidance');
  expect(reason).toMatchObject({
    rule: 'england/guidance/home-addresses',
    facts: ['practiceWithholdsAddresses', 'includesHomeAddress', 'askedToShowAddress'],
    sanction: 'none',
  });
  expect(reason?.layer).toBe('guidance');
  expect(reason?.citation.text).not.toMatch(/s\.32A|Act 2011/);
});

it('cites itself where there is no such practice', () => {
  const none = addressPractice.decide({ practiceWithholdsAddresses: false }, civilDate('2026-05-01'));
  expect(none.reasons).toMatchObject([{ rule: addressPractice.id, facts: ['practiceWithholdsAddresses'] }]);
});
