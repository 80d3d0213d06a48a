import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { PUBLIC_VERSION_CASES } from './s32-2-public-version.cases.js';
import { s32_2 } from './s32-2-public-version.js';
import type { EntryFacts } from './s32-2-public-version.js';

caseTable(PUBLIC_VERSION_CASES);

/** Of each of the three answers, the points of its reasons and the facts behind them. */
function reasonsFor(facts: EntryFacts): unknown {
  const answer = s32_2.decide(facts, civilDate('2017-10-24'));
  const findings = [
    answer.mayIncludeDetails,
    answer.mayStateThatDetailsAreWithheld,
    answer.registerHoldsDetails,
  ];
  return findings.map(({ reasons }) =>
    reasons.map(({ point, facts: names, citation }) => {
      expect(citation.text).toBe('Localism Act 2011 s.32(2)');
      return [point, ...names];
    }),
  );
}

it('says why, for each answer', () => {
  expect(reasonsFor({ inRegister: true, sensitive: 'agreed' })).toEqual([
    [['details-kept-off-the-public-register', 'interest.sensitive']],
    [['withholding-may-be-stated', 'interest.sensitive']],
    [['officers-register-holds-the-details', 'interest.inRegister']],
  ]);
  expect(reasonsFor({ inRegister: true, sensitive: 'no' })).toEqual([
    [['nothing-is-withheld', 'interest.sensitive']],
    [['nothing-is-withheld', 'interest.sensitive']],
    [['officers-register-holds-the-details', 'interest.inRegister']],
  ]);
  expect(reasonsFor({ inRegister: false, sensitive: 'agreed' })).toEqual(
    Array(3).fill([['not-in-the-register', 'interest.inRegister']]),
  );
});
