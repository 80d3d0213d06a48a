import { describe, expect, it } from '@jest/globals';
import { findDates, findTimes, weekdayOf } from './dates.js';

describe('dates as agendas print them', () => {
  it.each([
    ['Tuesday, 24 October 2017', ['2017-10-24']],
    ['7th NOVEMBER 2017', ['2017-11-07']],
    ['the 8th of March 2017', ['2017-03-08']],
    ['Monday, 4th Feb 2019', ['2019-02-04']],
    ['09/12/2016', ['2016-12-09']],
    ['2018-07-03', ['2018-07-03']],
    ['29 February 2016 and 28 February 2017', ['2016-02-29', '2017-02-28']],
    ['29 February 2017', []],
    ['31 June 2017', []],
    ['you may 2 may', []],
    ['Application 17/00312/FUL', []],
  ])('%s', (text, dates) => {
    expect(findDates(text).map((found) => found.date)).toEqual(dates);
  });

  it('take the year that is offered when none is printed', () => {
    expect(findDates('Monday 23 October', 2017)[0]).toMatchObject({ date: '2017-10-23', weekday: 1 });
  });

  it('know their day of the week', () => {
    expect(weekdayOf('2017-10-24')).toBe('Tuesday');
  });
});

describe('times as agendas print them', () => {
  it.each([
    ['10.00 am', ['10:00']],
    ['7.30pm', ['19:30']],
    ['7:30 p.m.', ['19:30']],
    ['2pm', ['14:00']],
    ['12.00 pm', ['12:00']],
    ['12 noon', ['12:00']],
    ['12.15 am', ['00:15']],
    ['19:30', ['19:30']],
    ['9.00am to 12.30 pm', ['09:00', '12:30']],
    ['2.00 - 4.30 pm', ['14:00']],
    ['11 - 1pm', ['11:00']],
    ['10:00 hours', ['10:00']],
    ['1400 hrs', ['14:00']],
    ['13.00 pm', []],
    ['paragraph 7.30', []],
    ['24:00', []],
  ])('%s', (text, times) => {
    expect(findTimes(text).map((found) => found.time)).toEqual(times);
  });
});
