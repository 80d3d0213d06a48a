import { describe, expect, it } from '@jest/globals';
import { readClockTime } from './clock-time.js';

describe('a time of day as a clerk writes it', () => {
  it.each([
    ['10:00', '10:00'],
    ['10.00 am', '10:00'],
    ['10am', '10:00'],
    ['10 a.m.', '10:00'],
    ['7.30pm', '19:30'],
    ['7:30 PM', '19:30'],
    ['12am', '00:00'],
    ['12.01pm', '12:01'],
    ['midday', '12:00'],
    ['noon', '12:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
    [' 9:05 ', '09:05'],
  ])('%s is %s', (words, time) => {
    expect(readClockTime(words)).toBe(time);
  });
  it.each(['', '10', '24:00', '10:60', '13pm', '0am', '1030', '10:5', 'ten', '10:00:00', '10am today'])(
    '%j is none',
    (words) => {
      expect(readClockTime(words)).toBeUndefined();
    },
  );
});
