import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { KEEP_ENTRY_CASES } from './s29-3-keep-the-entry.cases.js';
import { s29_3 } from './s29-3-keep-the-entry.js';

caseTable(KEEP_ENTRY_CASES);

const reasonsFor = (facts: Parameters<typeof s29_3.decide>[0]): readonly (readonly unknown[])[] =>
  s29_3
    .decide(facts, civilDate('2021-06-01'))
    .reasons.map(({ citation, facts: names }) => [citation.text, names]);

it('cites the paragraph that lets the entry go', () => {
  expect(reasonsFor({ interestStillHeld: false })).toEqual([
    ['Localism Act 2011 s.29(3)(a)', ['interestStillHeld']],
  ]);
  expect(reasonsFor({ personIsMember: false, transitoryOnReElection: false })).toEqual([
    ['Localism Act 2011 s.29(3)(b)', ['personIsMember', 'transitoryOnReElection']],
  ]);
});

it('cites the paragraph that ignores a gap', () => {
  const inAGap = { interestStillHeld: true, personIsMember: false, transitoryOnReElection: true };
  expect(reasonsFor(inAGap)).toEqual([
    ['Localism Act 2011 s.29(3)(b)', ['transitoryOnReElection']],
    ['Localism Act 2011 s.29(3)', ['interestStillHeld', 'transitoryOnReElection']],
  ]);
});
