import { NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import { found, instantInWords, officeInWords, shortDate, timeInWords } from './index.js';

describe('a time of day in words', () => {
  it.each([
    ['00:00', 'midnight'],
    ['00:01', '12:01am'],
    ['09:05', '9:05am'],
    ['10:00', '10am'],
    ['11:59', '11:59am'],
    ['12:00', 'midday'],
    ['12:01', '12:01pm'],
    ['19:30', '7:30pm'],
  ])('%s is %s', (time, words) => {
    expect(timeInWords(time)).toBe(words);
  });
});

describe('a moment in words', () => {
  it('is told on the clock in London, where 23:30 UTC in summer is the next day', () => {
    expect(instantInWords(new Date('2017-06-04T22:59:00Z'))).toBe('4 June 2017 at 11:59pm');
    expect(instantInWords(new Date('2017-06-04T23:30:00Z'))).toBe('5 June 2017 at 12:30am');
  });
});

describe('a date in a table', () => {
  it.each([
    ['2017-05-08', '8 May 2017'],
    ['2026-09-30', '30 Sep 2026'],
  ])('%s is %s', (date, words) => {
    expect(shortDate(civilDate(date))).toBe(words);
  });
});

describe('an office in words', () => {
  it('says on what a co-opted member votes', () => {
    expect(officeInWords({ standing: 'elected', votesOn: 'any' })).toBe('Elected');
    expect(officeInWords({ standing: 'co-opted', votesOn: 'education' })).toBe(
      'Co-opted, votes on education',
    );
  });
});

describe('what an address names', () => {
  it('is given back, or answered 404', () => {
    expect(found('a meeting')).toBe('a meeting');
    expect(() => {
      found(undefined);
    }).toThrow(NotFoundException);
    expect(() => found(null)).toThrow(NotFoundException);
  });
});
