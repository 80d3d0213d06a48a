import { describe, expect, it } from '@jest/globals';
import { getNextMillis } from 'bullmq';
import { roundPattern } from './rounds.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('a round’s time', () => {
  it.each([
    [SECOND, '*/1 * * * * *'],
    [5 * SECOND, '*/5 * * * * *'],
    [30 * SECOND, '*/30 * * * * *'],
    [MINUTE, '0 */1 * * * *'],
    [20 * MINUTE, '0 */20 * * * *'],
    [HOUR, '0 0 * * * *'],
  ])('of %d milliseconds is the pattern %s', (every, pattern) => {
    expect(roundPattern('round', every)).toBe(pattern);
  });

  it.each([0, -5 * SECOND, 200, 1_500, 7 * SECOND, 59 * SECOND, 90 * SECOND, 7 * MINUTE, 2 * HOUR, NaN])(
    'of %d milliseconds is refused: it would not come evenly',
    (every) => {
      expect(() => roundPattern('round', every)).toThrow('The round "round" cannot come every');
    },
  );
});

describe('a round through a change of the clocks in London', () => {
  it.each([
    ['spring 2026', '2026-03-29T01:00:00Z'],
    ['autumn 2026', '2026-10-25T01:00:00Z'],
    ['spring 2027', '2027-03-28T01:00:00Z'],
  ])('comes evenly, neither stopped nor doubled: %s', (_, change) => {
    for (const every of [5 * SECOND, 30 * SECOND, MINUTE, 15 * MINUTE, HOUR]) {
      // The change itself, and both ends of the hours that London skips or has twice.
      for (const edge of [-HOUR, 0, HOUR]) {
        const pattern = roundPattern('round', every);
        const rounds = [Date.parse(change) + edge - 6 * every];
        // As BullMQ steps: each round from the one before.
        for (let step = 0; step < 12; step += 1)
          rounds.push(getNextMillis(rounds[step] ?? 0, { pattern, tz: 'Europe/London' }) ?? NaN);
        const gaps = rounds.slice(1).map((round, index) => round - (rounds[index] ?? 0));
        expect(gaps).toEqual(Array(12).fill(every));
      }
    }
  });
});
