import { expect, it } from '@jest/globals';
import { londonDateOf } from './london.js';

it.each([
  ['2017-06-04T22:59:59Z', '2017-06-04', 'the last second of 4 June in summer time'],
  ['2017-06-04T23:00:00Z', '2017-06-05', 'midnight in summer time'],
  ['2017-06-04T23:30:00Z', '2017-06-05', 'half past midnight in summer time'],
  ['2017-12-04T23:59:59Z', '2017-12-04', 'the last second of a winter day'],
  ['2017-12-05T00:00:00Z', '2017-12-05', 'midnight in winter'],
  ['2017-03-25T23:59:59Z', '2017-03-25', 'the eve of the clocks going forward'],
  ['2017-10-28T23:30:00Z', '2017-10-29', 'the night of the clocks going back'],
  ['2017-10-29T23:30:00Z', '2017-10-29', 'the evening after the clocks went back'],
])('%s is %s in London: %s', (instant, day) => {
  expect(londonDateOf(new Date(instant))).toBe(day);
});

it('refuses an invalid instant', () => {
  expect(() => londonDateOf(new Date('never'))).toThrow(RangeError);
});
