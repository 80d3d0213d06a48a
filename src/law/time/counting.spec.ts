import { describe, expect, it } from '@jest/globals';
import { civilDate } from './civil-date.js';
import {
  firstDayOfYearEndingWith,
  lastDayBeginningWith,
  lastDayOfMonthBeginningWith,
  lastDayOfYearsFrom,
  withinDaysOf,
} from './counting.js';

describe('28 days beginning with a day', () => {
  it.each([
    ['2017-05-08', '2017-06-04', 'taking office in May 2017'],
    ['2017-10-24', '2017-11-20', 'across the clocks going back'],
    ['2021-03-15', '2021-04-11', 'across the clocks going forward'],
    ['2024-02-05', '2024-03-03', 'across a leap day'],
    ['2023-02-05', '2023-03-04', 'across a February without one'],
    ['2023-12-05', '2024-01-01', 'onto a bank holiday, which extends nothing'],
  ])('%s ends on %s: %s', (start, last) => {
    expect(lastDayBeginningWith(civilDate(start), 28)).toBe(last);
  });
});

it('"within 28 days of" has a safe last day and a day more that can be argued', () => {
  expect(withinDaysOf(civilDate('2022-03-01'), 28)).toEqual({
    safeLastDay: '2022-03-28',
    latestArguableLastDay: '2022-03-29',
  });
});

it.each([
  ['2023-02-01', '2023-02-28'],
  ['2024-03-01', '2024-03-31'],
  ['2023-01-15', '2023-02-14'],
  ['2023-01-31', '2023-02-28'],
  ['2024-01-31', '2024-02-29'],
])('a calendar month beginning with %s ends on %s', (start, last) => {
  expect(lastDayOfMonthBeginningWith(civilDate(start))).toBe(last);
});

it.each([
  ['2021-05-20', '2020-05-21'],
  ['2024-02-29', '2023-03-01'],
  ['2025-02-28', '2024-02-29'],
])('the twelve months ending with %s begin with %s', (end, first) => {
  expect(firstDayOfYearEndingWith(civilDate(end))).toBe(first);
});

it.each([
  ['2017-06-01', '2021-05-31'],
  ['2013-10-25', '2017-10-24'],
  ['2016-02-29', '2020-02-28'],
])('four years from %s end on %s', (from, last) => {
  expect(lastDayOfYearsFrom(civilDate(from), 4)).toBe(last);
});
