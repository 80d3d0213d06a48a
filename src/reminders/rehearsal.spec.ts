import { describe, expect, it } from '@jest/globals';
import { londonInstant, londonWallClock } from '../platform/clock/index.js';
import { UNTIL_SET } from './practices.js';
import { rehearse, type Rehearsed } from './rehearsal.js';

interface Row extends Rehearsed {
  readonly step: string;
}

const at = (written: string): Date => {
  const [date = '', time = ''] = written.split(' ');
  return londonInstant(date, time);
};
const row = (step: string, due: string, more: Partial<Row> = {}): Row => ({
  ...{ step, dueAt: at(due), usefulUntil: null, actBy: null, heldUntil: null, hurried: false, ...more },
});

/** '22 09:00 day-21 days-before', for each message from 21 October until the end of a day of that month. */
function played(
  rows: readonly Row[],
  lastDay: string,
  more: { from?: string; last?: string } = {},
): string[] {
  const days = { from: at(more.from ?? '2017-10-21 00:00'), before: at(`2017-10-${lastDay} 00:00`) };
  const written = more.last === undefined ? undefined : { messages: 1, lastAt: at(more.last) };
  return rehearse(rows, { ...days, written }, { ...UNTIL_SET, atOnceADay: 1 }).map(
    ({ at: moment, rows: told }) => {
      const { date, time } = londonWallClock(moment);
      return [date.slice(-2), time, ...told.map(({ step }) => step)].join(' ');
    },
  );
}

describe('a day that is played through', () => {
  it('puts what comes up on one day into its first message, but for what has its hour', () => {
    const rows = [
      row('days-before', '2017-10-22 12:00'),
      row('day-21', '2017-10-22 09:00'),
      row('evening-before', '2017-10-22 18:00'),
    ];
    expect(played(rows, '23')).toEqual(['22 09:00 day-21 days-before', '22 18:00 evening-before']);
  });

  it('takes what is put off in the evening over to the morning, and ends before the day after', () => {
    const rows = [row('day-21', '2017-10-21 22:00'), row('day-27', '2017-10-23 00:00')];
    expect(played(rows, '23')).toEqual(['22 07:00 day-21']);
    expect(played(rows, '22')).toEqual([]);
    expect(played(rows, '24')).toEqual(['22 07:00 day-21', '23 07:00 day-27']);
  });

  it('lets what came up after the digest wait for the next day', () => {
    const rows = [
      row('morning-of', '2017-10-21 07:30'),
      row('evening-before', '2017-10-21 18:00'),
      row('agenda-published', '2017-10-21 19:00'),
    ];
    // The first message took the agenda along: it was to come up later on that day.
    expect(played(rows, '23')).toEqual(['21 07:30 morning-of agenda-published', '21 18:00 evening-before']);
    const held = row('agenda-published', '2017-10-20 19:00', { heldUntil: at('2017-10-21 09:00') });
    expect(played([held], '22')).toEqual(['21 09:00 agenda-published']);
  });

  it('counts the message that a reader has had today already', () => {
    const rows = [row('agenda-published', '2017-10-21 11:00')];
    expect(played(rows, '22', { from: '2017-10-21 10:00' })).toEqual(['21 11:00 agenda-published']);
    const last = '2017-10-21 09:00';
    expect(played(rows, '22', { from: '2017-10-21 10:00', last })).toEqual(['21 17:00 agenda-published']);
    expect(played(rows, '22', { from: '2017-10-21 10:00', last: '2017-10-20 09:00' })).toEqual([
      '21 11:00 agenda-published',
    ]);
  });

  it('leaves out what has become useless, and lets go at once what an officer has hurried', () => {
    const useless = row('days-before', '2017-10-21 09:00', { usefulUntil: at('2017-10-21 09:00') });
    const useful = row('days-before', '2017-10-21 09:00', { usefulUntil: at('2017-10-21 09:01') });
    expect(played([useless], '22')).toEqual([]);
    expect(played([useful], '22')).toEqual(['21 09:00 days-before']);
    const hurried = row('day-28', '2017-10-28 09:00', { hurried: true });
    expect(played([hurried], '22', { from: '2017-10-21 03:00' })).toEqual(['21 03:00 day-28']);
  });
});
