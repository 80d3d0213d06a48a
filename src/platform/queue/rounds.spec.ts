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
      const pattern = roundPattern('round', every);
      // Both hours of the clock's change, as BullMQ steps: each round from the one before.
      const from = Date.parse(change) - 2 * HOUR;
      const rounds = [from];
      while ((rounds.at(-1) ?? 0) < from + 4 * HOUR)
        rounds.push(getNextMillis(rounds.at(-1) ?? 0, { pattern, tz: 'Europe/London' }) ?? NaN);
      const gaps = new Set(rounds.slice(1).map((round, index) => round - (rounds[index] ?? 0)));
      expect([...gaps]).toEqual([every]);
    }
  });
});
