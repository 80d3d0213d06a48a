import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../law/index.js';
import { confirmationDue } from './confirmation-due.js';

describe('the yearly confirmation of what was told on 10 May 2017', () => {
  it.each([
    ['29 days before the day', '2018-04-11', 'not-yet'],
    ['28 days before the day', '2018-04-12', 'due'],
    ['on the day', '2018-05-10', 'due'],
    ['on the day after', '2018-05-11', 'overdue'],
  ])('%s, %s: %s', (_, today, state) => {
    expect(confirmationDue(civilDate('2017-05-10'), 12, civilDate(today))).toEqual({
      lastDay: '2018-05-10',
      state,
    });
  });
});

describe('the last day', () => {
  it.each([
    ['the same date some months later', '2017-05-10', 6, '2017-11-10'],
    ['the end of a month without such a date', '2017-08-31', 6, '2018-02-28'],
    ['29 February of a leap year', '2019-08-31', 6, '2020-02-29'],
    ['28 February, for what was told on 29 February', '2016-02-29', 12, '2017-02-28'],
    ['the next month, where the council asks monthly', '2017-01-31', 1, '2017-02-28'],
    ['four years later', '2017-05-10', 48, '2021-05-10'],
  ])('is %s', (_, told, months, lastDay) => {
    expect(confirmationDue(civilDate(told), months, civilDate(told))?.lastDay).toBe(lastDay);
  });
});

it('is due on no day while nothing was told', () => {
  expect(confirmationDue(undefined, 12, civilDate('2030-01-01'))).toBeUndefined();
});
