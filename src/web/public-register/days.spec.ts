import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { dayAskedFor, onThatDay } from './days.js';

const today = civilDate('2017-10-16');

describe('the day that an address asks about', () => {
  it.each([
    [undefined, '2017-10-16'],
    ['', '2017-10-16'],
    ['2017-10-16', '2017-10-16'],
    [' 2017-10-15 ', '2017-10-15'],
    ['2012-02-29', '2012-02-29'],
  ])('%j is %s', (written, day) => {
    expect(dayAskedFor(written, today)).toBe(day);
  });

  it.each([
    '2017-10-17',
    '2017-02-29',
    '2017-13-01',
    '16/10/2017',
    'yesterday',
    '0',
    ['2017-01-01', '2017-01-02'],
    { a: '1' },
  ])('%j is refused with a sentence', (written) => {
    expect(() => dayAskedFor(written, today)).toThrow(Refusal);
  });

  it('is kept in the links of a page of a past day, and not in those of today’s', () => {
    expect(onThatDay({ asAt: civilDate('2017-10-15'), isToday: false })).toBe('?as-at=2017-10-15');
    expect(onThatDay({ asAt: today, isToday: true })).toBe('');
  });
});
