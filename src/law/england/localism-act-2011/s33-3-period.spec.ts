import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { NOT_RETROSPECTIVE_CASES } from './s33-3-period.cases.js';
import { isExactlyFourYears, notRetrospective, withinFourYears } from './s33-3-period.js';

caseTable(NOT_RETROSPECTIVE_CASES);

it('cites the subsection on the period', () => {
  const day = civilDate('2021-06-01');
  expect(notRetrospective.decide({ from: day, grantedOn: day }, day).reasons).toMatchObject([
    {
      rule: notRetrospective.id,
      citation: { text: 'Localism Act 2011 s.33(3)' },
      facts: ['from', 'dispensations.grantedOn'],
    },
  ]);
});

it('rests on the length, the last day, or both, as they are stated', () => {
  const days = { from: civilDate('2021-06-01'), to: civilDate('2022-05-31') };
  expect(withinFourYears({ periodMonths: 12 }).facts).toEqual(['periodMonths']);
  expect(withinFourYears(days).facts).toEqual(['to']);
  expect(withinFourYears({ ...days, periodMonths: 12 }).facts).toEqual(['periodMonths', 'to']);
  expect(withinFourYears({}).facts).toEqual(['from', 'to']);
  expect(withinFourYears({ to: null }).facts).toEqual(['periodMonths']);
  expect(withinFourYears({ to: null, periodMonths: null }).facts).toEqual(['to', 'periodMonths']);
});

it('four years from 29 February end on the eve of the next, and no day more', () => {
  const from = civilDate('2024-02-29');
  expect(isExactlyFourYears({ from, to: civilDate('2028-02-28') })).toBe(true);
  expect(withinFourYears({ from, to: civilDate('2028-02-29') }).is).toBe('no');
});

it('is not exactly four years while a day is not known', () => {
  expect(isExactlyFourYears({})).toBe(false);
  expect(isExactlyFourYears({ from: civilDate('2021-06-01') })).toBe(false);
});
