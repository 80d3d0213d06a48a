import { describe, expect, test } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import { canTellLate, lateAgenda, type IssuedAgenda } from './late-agenda.js';

/** Tuesday 24 October 2017: five clear working days before it are 17 to 23 October, so the 16th is the latest day. */
const MEETS_ON = civilDate('2017-10-24');
const agenda = (issued: string | undefined, of: IssuedAgenda['of'] = 'principal-council'): IssuedAgenda => ({
  ...{ meetingId: 'm1', meetsOn: MEETS_ON, of },
  issuedOn: issued === undefined ? undefined : civilDate(issued),
});
const found = (given: IssuedAgenda, asAt = '2017-11-01') => lateAgenda.decide(given, civilDate(asAt));

describe('an agenda with too few clear days', () => {
  test.each<[string, IssuedAgenda, readonly string[][]]>([
    ['on the latest day', agenda('2017-10-16'), []],
    ['a working day later, enough by the calendar', agenda('2017-10-17'), [['by-working-days-alone']]],
    ['on the last day by the calendar', agenda('2017-10-18'), [['by-working-days-alone']]],
    ['too late by any count', agenda('2017-10-19'), [[]]],
    ['of a parish, three clear days before', agenda('2017-10-19', 'parish'), []],
    ['of a parish, a day later', agenda('2017-10-20', 'parish'), [['parish-notice']]],
    ['of an executive, whose regulations are not encoded', agenda('2017-10-23', 'executive'), []],
    ['issued on a day that nobody knows', agenda(undefined), []],
  ])('%s', (_, given, expected) => {
    expect(found(given).map((one) => one.tags)).toEqual(expected);
  });

  test('tells the day of issue, the latest day and the clear days that there were', () => {
    expect(found(agenda('2017-10-19'))).toMatchObject([
      {
        ...{ key: 'm1', on: '2017-10-19', lastDay: '2017-10-16', memberIds: [] },
        evidence: [
          { of: 'issued', on: '2017-10-19' },
          { of: 'latest-to-issue', on: '2017-10-16' },
          { of: 'clear-days', count: 2 },
        ],
      },
    ]);
  });

  test('is asked about before the meeting, once it was issued', () => {
    expect(found(agenda('2017-10-19'), '2017-10-19')).toHaveLength(1);
    expect(found(agenda('2017-10-19'), '2017-10-18')).toEqual([]);
  });

  test('cannot be told without a day, or of an executive', () => {
    const all = [agenda('2017-10-16'), agenda(undefined), agenda('2017-10-16', 'executive')];
    expect(all.map(canTellLate)).toEqual([true, false, false]);
  });
});
