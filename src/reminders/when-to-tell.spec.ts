import { describe, expect, test } from '@jest/globals';
import { londonInstant } from '../platform/clock/index.js';
import { UNTIL_SET } from './practices.js';
import { endOfQuiet, release, type Waiting } from './when-to-tell.js';

const london = (moment: string): Date => {
  const [date = '', time = ''] = moment.split(' ');
  return londonInstant(date, time);
};
const row = (step: string, dueAt: string, usefulUntil?: string, hurried = false): Waiting => ({
  ...{ step, dueAt: london(dueAt), hurried },
  usefulUntil: usefulUntil === undefined ? null : london(usefulUntil),
  actBy: null,
});
/** What is told and what is held at a moment, by its steps, when one message a day goes at once. */
function at(moment: string, rows: readonly Waiting[], lastAt?: string, messages = 1, atOnceADay = 1): string {
  const written = lastAt === undefined ? undefined : { messages, lastAt: london(lastAt) };
  const { tell, hold, until } = release(rows, london(moment), written, { ...UNTIL_SET, atOnceADay });
  const steps = (some: readonly Waiting[]): string => some.map(({ step }) => step).join('+');
  const held = until === undefined ? '' : ` holds ${steps(hold)} until ${until.toISOString().slice(0, 16)}`;
  return `tells ${steps(tell)}${held}`;
}

describe('the first message of a day', () => {
  const rows = [row('day-1', '2017-05-08 09:00'), row('days-before', '2017-05-08 15:00')];
  test.each([
    ['2017-05-08 08:59', 'tells '],
    ['2017-05-08 09:00', 'tells day-1+days-before'],
    ['2017-05-08 15:00', 'tells day-1+days-before'],
  ])('takes along what comes up later on that day: at %s', (moment, says) => {
    expect(at(moment, rows)).toBe(says);
  });
  test('leaves what has its hour to its hour', () => {
    const evening = row('evening-before', '2017-05-08 18:00', '2017-05-09 10:00');
    expect(at('2017-05-08 09:00', [...rows, evening])).toBe('tells day-1+days-before');
  });
});

describe('after a message of today', () => {
  const late = [row('agenda-published', '2017-05-08 14:00', '2017-05-20 10:00')];
  test.each([
    ['2017-05-08 14:00', 'tells  holds agenda-published until 2017-05-08T16:00'],
    ['2017-05-08 16:59', 'tells  holds agenda-published until 2017-05-08T16:00'],
    ['2017-05-08 17:00', 'tells agenda-published'],
  ])('the rest waits for the digest: at %s', (moment, says) => {
    expect(at(moment, late, '2017-05-08 09:00')).toBe(says);
  });
  test('what comes up after the digest waits for the next day', () => {
    expect(at('2017-05-08 18:00', late, '2017-05-08 17:00')).toBe(
      'tells  holds agenda-published until 2017-05-09T08:00',
    );
  });
  test.each([
    ['2017-05-09 04:59', 'tells days-before'],
    ['2017-05-09 05:00', 'tells  holds days-before until 2017-05-08T16:00'],
  ])('what would leave less than twelve hours to act is not put off: a meeting at %s', (start, says) => {
    expect(at('2017-05-08 14:00', [row('days-before', '2017-05-08 14:00', start)], '2017-05-08 09:00')).toBe(
      says,
    );
  });
  test('what has its hour goes at it, and takes along what waited', () => {
    const rows = [
      row('day-27', '2017-05-08 17:30'),
      row('evening-before', '2017-05-08 18:00', '2017-05-09 20:00'),
    ];
    expect(at('2017-05-08 18:00', rows, '2017-05-08 17:10')).toBe('tells day-27+evening-before');
  });
  test('what an officer sends now goes now', () => {
    expect(
      at('2017-05-08 14:00', [row('day-27', '2017-06-03 09:00', undefined, true)], '2017-05-08 09:00'),
    ).toBe('tells day-27');
  });
});

describe('several messages a day', () => {
  const late = [row('agenda-published', '2017-05-08 14:00', '2017-05-20 10:00')];
  test.each([
    [1, 'tells agenda-published'],
    [2, 'tells  holds agenda-published until 2017-05-08T16:00'],
  ])('go at once up to as many as the council has set, here two: after %i', (messages, says) => {
    expect(at('2017-05-08 14:00', late, '2017-05-08 13:00', messages, 2)).toBe(says);
  });
});

describe('a last day', () => {
  const dayBefore = { ...row('day-28', '2017-06-03 09:00'), actBy: london('2017-06-05 00:00') };
  test.each([
    ['2017-06-04 21:30', 'tells day-28'],
    ['2017-06-03 21:30', 'tells  holds day-28 until 2017-06-04T06:00'],
    ['2017-06-05 00:00', 'tells  holds day-28 until 2017-06-05T06:00'],
  ])(
    'is told in quiet hours rather than too late, and not any more when it is over: at %s',
    (moment, says) => {
      expect(at(moment, [dayBefore])).toBe(says);
    },
  );
  test.each([
    ['2017-06-04 17:30', 'tells day-28'],
    ['2017-06-03 17:30', 'tells  holds day-28 until 2017-06-04T08:00'],
  ])('is not put off to the day after it: at %s', (moment, says) => {
    expect(at(moment, [dayBefore], `${moment.slice(0, 10)} 17:10`)).toBe(says);
  });
});

describe('quiet hours', () => {
  const rows = [row('agenda-published', '2017-05-08 20:30', '2017-05-20 10:00')];
  test.each([
    ['2017-05-08 20:59', 'tells agenda-published'],
    ['2017-05-08 21:00', 'tells  holds agenda-published until 2017-05-09T06:00'],
    ['2017-05-09 06:59', 'tells  holds agenda-published until 2017-05-09T06:00'],
    ['2017-05-09 07:00', 'tells agenda-published'],
  ])('send nothing: at %s', (moment, says) => {
    expect(at(moment, rows)).toBe(says);
  });
  test('do not keep back what would come too late', () => {
    expect(at('2017-05-08 23:00', [row('morning-of', '2017-05-08 22:00', '2017-05-09 10:00')])).toBe(
      'tells morning-of',
    );
  });
  test.each([
    ['2026-03-28 23:00', '2026-03-29T06:00:00.000Z'],
    ['2026-03-29 00:30', '2026-03-29T06:00:00.000Z'],
    ['2026-10-24 23:00', '2026-10-25T07:00:00.000Z'],
    ['2026-10-25 00:30', '2026-10-25T07:00:00.000Z'],
    ['2024-02-28 22:00', '2024-02-29T07:00:00.000Z'],
    ['2025-12-31 22:00', '2026-01-01T07:00:00.000Z'],
  ])('end at seven by the clock, over a change of clocks too: from %s', (moment, until) => {
    expect(endOfQuiet(london(moment), UNTIL_SET)?.toISOString()).toBe(until);
  });
  test('may lie in the day, and may be none', () => {
    const lunch = { quietFrom: '12:00', quietTo: '13:00' };
    expect(endOfQuiet(london('2017-05-08 11:59'), lunch)).toBeUndefined();
    expect(endOfQuiet(london('2017-05-08 12:00'), lunch)).toEqual(london('2017-05-08 13:00'));
    expect(endOfQuiet(london('2017-05-08 13:00'), lunch)).toBeUndefined();
    expect(endOfQuiet(london('2017-05-08 12:00'), { quietFrom: '12:00', quietTo: '12:00' })).toBeUndefined();
  });
});
