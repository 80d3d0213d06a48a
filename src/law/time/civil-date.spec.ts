import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  civilDate,
  daysBetween,
  earlier,
  parseCivilDate,
  weekday,
} from './civil-date.js';

describe('A civil date', () => {
  it.each(['2024-02-29', '2017-06-04', '1999-12-31'])('is read from %s', (text) => {
    expect(parseCivilDate(text)).toBe(text);
  });

  it.each([
    '2023-02-29',
    '2017-13-01',
    '2017-00-10',
    '2017-06-31',
    '4 June 2017',
    '2017-6-4',
    '',
    '2017-06-04T00:00',
  ])('is not read from "%s"', (text) => {
    expect(parseCivilDate(text)).toBeUndefined();
    expect(() => civilDate(text)).toThrow(`'${text}' is not a day`);
  });

  it.each([
    ['2017-05-08', 27, '2017-06-04'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2017-01-01', -1, '2016-12-31'],
    ['2017-10-28', 2, '2017-10-30'],
  ])('%s and %i days is %s', (from, n, to) => {
    expect(addDays(civilDate(from), n)).toBe(to);
    expect(daysBetween(civilDate(from), civilDate(to))).toBe(n);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-12-15', 1, '2024-01-15'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2023-03-31', -1, '2023-02-28'],
  ])('%s and %i months is %s', (from, n, to) => {
    expect(addMonths(civilDate(from), n)).toBe(to);
  });

  it('knows the day of the week', () => {
    expect(weekday(civilDate('2017-05-08'))).toBe(1);
    expect(weekday(civilDate('2017-06-04'))).toBe(7);
    expect(weekday(civilDate('2017-10-24'))).toBe(2);
  });

  it('orders two days', () => {
    const [first, second] = [civilDate('2017-05-04'), civilDate('2017-05-08')];
    expect(earlier(first, second)).toBe(first);
    expect(earlier(second, first)).toBe(first);
  });
});
