import { describe, expect, it } from '@jest/globals';
import { BankHolidaysNotKnown } from './bank-holidays.js';
import { civilDate } from './civil-date.js';
import {
  NO_HOLIDAYS,
  clearWorkingDaysBetween,
  isWorkingDay,
  latestDayWithClearWorkingDays,
  workingDayBefore,
} from './working-days.js';
import type { Holidays } from './working-days.js';

const ENGLAND = 'england-and-wales';

describe('A working day', () => {
  it.each<[string, Holidays, boolean, string]>([
    ['2017-10-20', ENGLAND, true, 'a Friday'],
    ['2017-10-21', ENGLAND, false, 'a Saturday'],
    ['2017-10-22', ENGLAND, false, 'a Sunday'],
    ['2017-10-23', ENGLAND, true, 'a Monday'],
    ['2018-01-01', ENGLAND, false, 'a bank holiday'],
    ['2018-01-02', ENGLAND, true, 'a bank holiday in Scotland only'],
    ['2018-01-02', 'scotland', false, 'a bank holiday in Scotland'],
    ['2018-03-17', 'northern-ireland', false, 'a holiday on a Saturday'],
    ['2018-03-19', 'northern-ireland', false, 'the day kept for it'],
    ['2018-03-19', 'scotland', true, 'that day elsewhere'],
  ])('%s in %s: %s (%s)', (day, area, is) => {
    expect(isWorkingDay(civilDate(day), area)).toBe(is);
  });

  it('goes by the days of a list where one is given, and by no others', () => {
    const listed = [civilDate('2018-01-02')];
    expect(isWorkingDay(civilDate('2018-01-02'), listed)).toBe(false);
    expect(isWorkingDay(civilDate('2018-01-01'), listed)).toBe(true);
    expect(isWorkingDay(civilDate('2018-01-01'), NO_HOLIDAYS)).toBe(true);
    expect(isWorkingDay(civilDate('2018-01-06'), NO_HOLIDAYS)).toBe(false);
  });

  it('cannot be told outside the years whose bank holidays are known, unless by a list', () => {
    expect(() => isWorkingDay(civilDate('2031-01-02'), ENGLAND)).toThrow(BankHolidaysNotKnown);
    expect(isWorkingDay(civilDate('2031-01-02'), NO_HOLIDAYS)).toBe(true);
  });
});

it.each<[string, Holidays, string]>([
  ['2017-10-24', ENGLAND, '2017-10-23'],
  ['2017-10-30', ENGLAND, '2017-10-27'],
  ['2018-01-02', ENGLAND, '2017-12-29'],
  ['2018-01-03', 'scotland', '2017-12-29'],
  ['2018-04-03', ENGLAND, '2018-03-29'],
  ['2018-04-03', 'scotland', '2018-04-02'],
  ['2018-04-03', NO_HOLIDAYS, '2018-04-02'],
  ['2016-12-28', ENGLAND, '2016-12-23'],
])('the working day before %s, by the holidays of %s, is %s', (day, holidays, before) => {
  expect(workingDayBefore(civilDate(day), holidays)).toBe(before);
});

it('counts working days back', () => {
  expect(workingDayBefore(civilDate('2018-01-02'), ENGLAND, 2)).toBe('2017-12-28');
});

it.each<[string, string, number]>([
  ['2017-10-13', '2017-10-24', 6],
  ['2017-10-16', '2017-10-24', 5],
  ['2017-10-17', '2017-10-24', 4],
  ['2023-08-18', '2023-08-29', 5],
  ['2023-08-21', '2023-08-29', 4],
  ['2012-05-25', '2012-06-06', 5],
  ['2022-05-26', '2022-06-08', 6],
  ['2022-09-14', '2022-09-21', 3],
])('from %s to %s are %i clear working days in England', (first, second, days) => {
  expect(clearWorkingDaysBetween(civilDate(first), civilDate(second), ENGLAND)).toBe(days);
});

it.each<[string, number, Holidays, string]>([
  ['2017-10-24', 5, ENGLAND, '2017-10-16'],
  ['2023-08-29', 5, ENGLAND, '2023-08-18'],
  ['2023-08-29', 5, 'scotland', '2023-08-21'],
  ['2023-08-29', 3, ENGLAND, '2023-08-22'],
])(
  'the latest day before %s with %i clear working days, by the holidays of %s, is %s',
  (day, n, area, last) => {
    expect(latestDayWithClearWorkingDays(civilDate(day), n, area)).toBe(last);
  },
);
