import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { GRANT_CASES, goodRequest } from './s33-2-grant.cases.js';
import { s33_2 } from './s33-2-grant.js';
import type { GrantFacts } from './s33-2-grant.js';

caseTable(GRANT_CASES);

const decide = (facts: GrantFacts): ReturnType<typeof s33_2.decide> =>
  s33_2.decide(facts, civilDate('2021-05-20'));

describe('The reasons of a grant', () => {
  it('cite each of the three subsections, and the facts behind them', () => {
    const reasons = decide(goodRequest).reasons.map(({ citation, facts }) => [citation.text, facts]);
    expect(reasons).toEqual([
      ['Localism Act 2011 s.33(1)', ['request']],
      ['Localism Act 2011 s.33(2)', ['ground']],
      ['Localism Act 2011 s.33(3)', ['to']],
    ]);
  });

  it.each<[string, GrantFacts, string]>([
    ['an oral request', { ...goodRequest, request: 'oral' }, 's.33(1)'],
    ['no request', { ...goodRequest, request: 'none' }, 's.33(1)'],
    ['no ground', { ...goodRequest, ground: null }, 's.33(2)'],
    [
      'ground (d) without an executive',
      { ...goodRequest, ground: 'd', executiveArrangements: false },
      's.33(2)(d)',
    ],
    ['no period', { ...goodRequest, to: null }, 's.33(3)'],
    ['too long a period', { ...goodRequest, to: civilDate('2025-06-01') }, 's.33(3)'],
  ])('cite what is not met: %s', (_, facts, provision) => {
    expect(decide(facts).reasons).toMatchObject([{ citation: { text: `Localism Act 2011 ${provision}` } }]);
  });
});

describe('A period that cannot be', () => {
  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('is refused: %p months', (periodMonths) => {
    expect(() => decide({ ...goodRequest, periodMonths })).toThrow(
      new RangeError(`periodMonths must be a whole number of months, one or more, and is ${periodMonths}.`),
    );
  });

  it('is refused where it ends before it begins', () => {
    expect(() => decide({ ...goodRequest, to: civilDate('2021-05-31') })).toThrow(
      new RangeError('to is 2021-05-31, before the first day, 2021-06-01.'),
    );
  });
});
