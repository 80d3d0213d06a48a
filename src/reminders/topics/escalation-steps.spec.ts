import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import { londonWallClock } from '../../platform/clock/index.js';
import { escalationSteps } from './escalation-steps.js';

const steps = (escalateAfterDays: number, today: string, lastDay = '2017-06-04'): string[] =>
  escalationSteps(civilDate(lastDay), civilDate(today), { escalateAfterDays, clockAt: '09:00' }).map(
    ({ name, dueAt }) => `${name} ${londonWallClock(dueAt).date} ${londonWallClock(dueAt).time}`,
  );

describe('telling the officer that a last day is over', () => {
  it('begins on the day after it, or later where that is set, and goes on weekly', () => {
    expect(steps(1, '2017-06-05')).toEqual(['overdue 2017-06-05 09:00', 'week-1-after 2017-06-11 09:00']);
    expect(steps(1, '2017-06-11')).toEqual([
      'overdue 2017-06-05 09:00',
      'week-1-after 2017-06-11 09:00',
      'week-2-after 2017-06-18 09:00',
    ]);
  });
  it('is never on the last day itself, which is not over then', () => {
    expect(steps(0, '2017-06-04')[0]).toBe('overdue 2017-06-05 09:00');
  });
  it('leaves out a week that would say the same twice', () => {
    expect(steps(2, '2017-06-11')).toEqual(['overdue 2017-06-06 09:00', 'week-2-after 2017-06-18 09:00']);
    expect(steps(7, '2017-06-18')).toEqual([
      'overdue 2017-06-11 09:00',
      'week-2-after 2017-06-18 09:00',
      'week-3-after 2017-06-25 09:00',
    ]);
  });
  it('is at nine in London before and after the clocks change, and knows the leap day', () => {
    expect(steps(1, '2017-10-30', '2017-10-28')).toEqual([
      'overdue 2017-10-29 09:00',
      'week-1-after 2017-11-04 09:00',
    ]);
    expect(steps(1, '2024-02-29', '2024-02-28')[0]).toBe('overdue 2024-02-29 09:00');
    expect(steps(1, '2023-03-01', '2023-02-28')[0]).toBe('overdue 2023-03-01 09:00');
  });
});
