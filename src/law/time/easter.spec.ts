import { expect, it } from '@jest/globals';
import { ROWS } from './bank-holidays.data.js';
import { addDays, civilDate } from './civil-date.js';
import { easterSunday } from './easter.js';

it.each([
  [1818, '1818-03-22', 'the earliest day there is'],
  [1886, '1886-04-25', 'the latest day there is, the 29th place of the tables in an early golden year'],
  [1954, '1954-04-18', 'the 29th place in a late golden year'],
  [1961, '1961-04-02', 'an ordinary year'],
  [1981, '1981-04-19', 'the 30th place of the tables'],
  [2000, '2000-04-23', 'a century year'],
  [2008, '2008-03-23', 'a very early one'],
  [2011, '2011-04-24', 'a very late one'],
  [2038, '2038-04-25', 'the latest day in this century'],
  [2076, '2076-04-19', 'the 30th place again'],
  [2100, '2100-03-28', 'a century year that is no leap year'],
  [2299, '2299-04-16', 'a century later on'],
  [2400, '2400-04-16', 'the fourth century'],
  [2573, '2573-04-25', 'the 29th place in the last early golden year'],
  [3165, '3165-04-18', 'the 29th place in the first late golden year'],
])('Easter of %i is %s: %s', (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

it('every Good Friday of the bank holidays is two days before it', () => {
  const goodFridays = ROWS.filter(([, , name]) => name === 'Good Friday').map(([day]) => day);
  expect(goodFridays).toHaveLength(19);
  const years = goodFridays.map((day) => Number(day.slice(0, 4)));
  expect(years.map((year) => addDays(easterSunday(year), -2))).toEqual(goodFridays.map(civilDate));
});
