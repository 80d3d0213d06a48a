import { expect, it } from '@jest/globals';
import { civilDate } from './civil-date.js';
import {
  clearDaysBetween,
  everyDayCounts,
  firstCountedFrom,
  latestDayWithClearDays,
  nthDayBefore,
} from './clear-days.js';
import { isWeekend } from './working-days.js';

const FRIDAY = civilDate('2017-10-13');
const SATURDAY = civilDate('2017-10-14');
const MONDAY = civilDate('2017-10-16');

it.each([
  ['2017-10-13', '2017-10-13', 0, 'the same day'],
  ['2017-10-13', '2017-10-12', 0, 'the day before'],
  ['2017-10-13', '2017-10-14', 0, 'the next day'],
  ['2017-10-13', '2017-10-15', 1, 'the day after that'],
  ['2017-10-13', '2017-10-24', 10, 'across a week and a half'],
  ['2017-10-28', '2017-10-30', 1, 'across the clocks going back'],
])('from %s to %s are %i clear days: %s', (first, second, days) => {
  expect(clearDaysBetween(civilDate(first), civilDate(second), everyDayCounts)).toBe(days);
});

it('leaves days out of clear days, at either end too', () => {
  expect(clearDaysBetween(FRIDAY, MONDAY, isWeekend)).toBe(0);
  expect(clearDaysBetween(SATURDAY, civilDate('2017-10-22'), isWeekend)).toBe(5);
});

it('counts back over the days that count', () => {
  expect(nthDayBefore(MONDAY, 1, everyDayCounts)).toBe('2017-10-15');
  expect(nthDayBefore(MONDAY, 1, isWeekend)).toBe(FRIDAY);
  expect(nthDayBefore(MONDAY, 2, isWeekend)).toBe('2017-10-12');
  expect(nthDayBefore(SATURDAY, 1, isWeekend)).toBe(FRIDAY);
});

it('finds the latest day with clear days, which is a day that counts', () => {
  expect(latestDayWithClearDays(civilDate('2017-10-24'), 5, everyDayCounts)).toBe('2017-10-18');
  expect(latestDayWithClearDays(civilDate('2017-10-24'), 5, isWeekend)).toBe(MONDAY);
  expect(latestDayWithClearDays(civilDate('2017-10-23'), 5, isWeekend)).toBe(FRIDAY);
});

it('moves on from a day that is left out, and from no other', () => {
  expect(firstCountedFrom(SATURDAY, isWeekend)).toBe(MONDAY);
  expect(firstCountedFrom(FRIDAY, isWeekend)).toBe(FRIDAY);
});
