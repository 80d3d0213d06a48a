import { describe, expect, test } from '@jest/globals';
import { addDays, civilDate } from '../law/index.js';
import { londonWallClock } from '../platform/clock/index.js';
import { UNTIL_SET } from './practices.js';
import { byTheDaysOf, clockSteps, meetingSteps, stepsToPlan } from './steps.js';

const START = civilDate('2017-05-08');
const written = (steps: readonly { name: string; dueAt: Date }[]): string[] =>
  steps.map(({ name, dueAt }) => `${name} ${Object.values(londonWallClock(dueAt)).join(' ')}`);

describe('the steps of a 28-day clock', () => {
  test('are days 1, 14, 21, 27 and 28, at nine in London; day 1 is the first and day 28 the last day', () => {
    expect(written(clockSteps(START, START, UNTIL_SET))).toEqual([
      'day-1 2017-05-08 09:00',
      'day-14 2017-05-21 09:00',
      'day-21 2017-05-28 09:00',
      'day-27 2017-06-03 09:00',
      'day-28 2017-06-04 09:00',
    ]);
  });

  test('go on weekly after the last day, one week ahead of the day on which they are planned', () => {
    const weekly = (today: string): string[] =>
      written(clockSteps(START, civilDate(today), UNTIL_SET).slice(5));
    expect(weekly('2017-06-03')).toEqual([]);
    expect(weekly('2017-06-04')).toEqual(['week-1-after 2017-06-11 09:00']);
    expect(weekly('2017-06-10')).toHaveLength(1);
    expect(weekly('2017-06-11')).toEqual(['week-1-after 2017-06-11 09:00', 'week-2-after 2017-06-18 09:00']);
    expect(weekly('2018-06-10')).toHaveLength(54);
  });

  test.each(['2026-03-16', '2026-10-12', '2024-02-10', '2025-12-20'])(
    'stay at nine across a change of clocks, a leap day and a year: from %s',
    (start) => {
      const steps = clockSteps(civilDate(start), addDays(civilDate(start), 40), UNTIL_SET);
      for (const { dueAt } of steps) expect(londonWallClock(dueAt).time).toBe('09:00');
      expect(londonWallClock(steps[4]?.dueAt ?? new Date()).date).toBe(addDays(civilDate(start), 27));
    },
  );
});

describe('a clock whose last day can be argued about', () => {
  const later = (latestLastDay: string, today = '2017-06-01'): string[] =>
    written(clockSteps(START, civilDate(today), UNTIL_SET, civilDate(latestLastDay))).slice(4);

  test('is told of on day 28 and on the latest last day, and weekly after that one', () => {
    expect(later('2017-06-08')).toEqual(['day-28 2017-06-04 09:00', 'last-day 2017-06-08 09:00']);
    expect(later('2017-06-08', '2017-06-07')).toHaveLength(2);
    expect(later('2017-06-08', '2017-06-08')).toEqual([
      'day-28 2017-06-04 09:00',
      'last-day 2017-06-08 09:00',
      'week-1-after 2017-06-15 09:00',
    ]);
  });

  test('is told of once where both are one day', () => {
    expect(later('2017-06-04')).toEqual(['day-28 2017-06-04 09:00']);
    expect(later('2017-06-05')).toEqual(['day-28 2017-06-04 09:00', 'last-day 2017-06-05 09:00']);
  });

  test('by a code is over when the latest day is, at midnight in London', () => {
    const days = { safeLastDay: civilDate('2026-03-28'), latestArguableLastDay: civilDate('2026-03-29') };
    const { steps, actBy } = byTheDaysOf(days, civilDate('2026-03-01'), UNTIL_SET);
    expect(written(steps)).toEqual([
      'day-1 2026-03-01 09:00',
      'day-14 2026-03-14 09:00',
      'day-21 2026-03-21 09:00',
      'day-27 2026-03-27 09:00',
      'day-28 2026-03-28 09:00',
      'last-day 2026-03-29 09:00',
    ]);
    // The clocks go forward on that day.
    expect(actBy).toEqual(new Date('2026-03-29T23:00:00Z'));
  });
});

describe('the steps before a meeting', () => {
  const meeting = { meetsOn: '2017-10-24', startsAt: '10:00' };

  test('are when the agenda is there, three days, the evening and the morning before', () => {
    expect(written(meetingSteps(meeting, new Date('2017-10-13T15:10:00Z'), UNTIL_SET))).toEqual([
      'agenda-published 2017-10-13 16:10',
      'days-before 2017-10-21 09:00',
      'evening-before 2017-10-23 18:00',
      'morning-of 2017-10-24 07:30',
    ]);
  });

  test('stand in the order of time when the agenda comes late', () => {
    const names = meetingSteps(meeting, new Date('2017-10-23T20:00:00Z'), UNTIL_SET).map(({ name }) => name);
    expect(names).toEqual(['days-before', 'evening-before', 'agenda-published', 'morning-of']);
  });
});

describe('what to plan of the steps', () => {
  const steps = clockSteps(START, START, UNTIL_SET);
  const at = (instant: string): string[] => stepsToPlan(steps, new Date(instant)).map(({ name }) => name);

  test('is everything while none has passed, and the newest alone of those that have', () => {
    expect(at('2017-05-08T07:59:59Z')).toEqual(['day-1', 'day-14', 'day-21', 'day-27', 'day-28']);
    expect(at('2017-05-08T08:00:00Z')).toEqual(['day-1', 'day-14', 'day-21', 'day-27', 'day-28']);
    expect(at('2017-05-21T07:59:59Z')).toEqual(['day-1', 'day-14', 'day-21', 'day-27', 'day-28']);
    expect(at('2017-05-21T08:00:00Z')).toEqual(['day-14', 'day-21', 'day-27', 'day-28']);
    expect(at('2017-06-03T23:00:00Z')).toEqual(['day-27', 'day-28']);
    expect(at('2017-07-01T00:00:00Z')).toEqual(['day-28']);
  });

  test('is nothing of no steps', () => {
    expect(stepsToPlan([], new Date('2017-05-08T08:00:00Z'))).toEqual([]);
  });
});
