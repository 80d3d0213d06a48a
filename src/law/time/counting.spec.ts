import { describe, expect, it } from '@jest/globals';
import { civilDate } from './civil-date.js';
import {
  firstDayOfYearEndingWith,
  lastDayBeginningWith,
  lastDayOfMonthBeginningWith,
  lastDayOfMonthsAfter,
  lastDayOfMonthsBeginningWith,
  lastDayOfYearsAfter,
  lastDayOfYearsFrom,
  nthDayAfter,
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

it.each([
  ['2023-01-10', 12, '2024-01-09'],
  ['2023-01-01', 12, '2023-12-31'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2023-02-28', 12, '2024-02-27'],
  ['2023-03-01', 12, '2024-02-29'],
  ['2022-03-01', 12, '2023-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2023-08-30', 6, '2024-02-29'],
  ['2023-08-29', 6, '2024-02-28'],
])('of the months beginning with %s, %i of them end on %s', (start, months, last) => {
  expect(lastDayOfMonthsBeginningWith(civilDate(start), months)).toBe(last);
});

it.each([
  ['2022-05-10', 1, '2022-06-10'],
  ['2022-05-31', 1, '2022-06-30'],
  ['2022-05-30', 1, '2022-06-30'],
  ['2022-06-30', 1, '2022-07-30'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-01-28', 1, '2024-02-28'],
  ['2023-12-31', 1, '2024-01-31'],
  ['2024-02-29', 2, '2024-04-29'],
])('after %s, %i months end on %s', (day, months, last) => {
  expect(lastDayOfMonthsAfter(civilDate(day), months)).toBe(last);
});

it.each([
  ['2021-05-10', 3, '2024-05-10'],
  ['2020-02-29', 3, '2023-02-28'],
  ['2020-02-29', 4, '2024-02-29'],
  ['2021-02-28', 3, '2024-02-28'],
  ['2021-12-31', 3, '2024-12-31'],
])('after %s, %i years end on %s', (day, years, last) => {
  expect(lastDayOfYearsAfter(civilDate(day), years)).toBe(last);
});

it.each([
  ['2017-05-04', 4, '2017-05-08'],
  ['2017-05-04', 1, '2017-05-05'],
  ['2024-02-28', 2, '2024-03-01'],
])('after %s, day %i is %s', (day, n, after) => {
  expect(nthDayAfter(civilDate(day), n)).toBe(after);
});
