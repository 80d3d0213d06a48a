import { expect, test } from '@jest/globals';
import { PlannedSoFar } from './planned-so-far.js';

const at = (position: string): { position: string; day: string } => ({ position, day: '2026-06-30' });
/** A plan that took no time. */
const atOnce = (unread: number): { unread: number; beganMs: number } => ({ unread, beganMs: 0 });

/** The rounds in which it is planned, of so many, where so much could not be read each time. */
function planned(rounds: number, unread: number): number[] {
  const soFar = new PlannedSoFar(() => 0);
  const planned: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    if (!soFar.isToPlan('council', at('as it is'))) continue;
    planned.push(round);
    soFar.note('council', at('as it is'), atOnce(unread));
  }
  return planned;
}

test('what was planned in whole is not planned again until something changes', () => {
  expect(planned(100, 0)).toEqual([1]);
  const soFar = new PlannedSoFar(() => 0);
  soFar.note('council', at('as it is'), atOnce(0));
  expect(soFar.isToPlan('council', at('otherwise'))).toBe(true);
  expect(soFar.isToPlan('another', at('as it is'))).toBe(true);
});

test('what could not be read is tried in the next round, and then ever less often, but for ever', () => {
  expect(planned(250, 1)).toEqual([1, 2, 4, 8, 16, 32, 64, 124, 184, 244]);
});

test('a change is planned at once, and what cannot be read then is tried in the next round', () => {
  const soFar = new PlannedSoFar(() => 0);
  for (let tries = 0; tries < 5; tries += 1) soFar.note('council', at('as it is'), atOnce(1));
  expect(soFar.isToPlan('council', at('as it is'))).toBe(false);
  expect(soFar.isToPlan('council', at('otherwise'))).toBe(true);
  soFar.note('council', at('otherwise'), atOnce(1));
  expect(soFar.isToPlan('council', at('otherwise'))).toBe(true);
});

test.each([
  { took: 20, before: 4_019, after: 4_020 },
  { took: 299, before: 60_098, after: 60_099 },
  { took: 301, before: 60_300, after: 60_301 },
  { took: 240_000, before: 299_999, after: 300_000 },
])(
  'after a plan of $took ms an authority rests for two hundred times as long, and a minute at most',
  (known) => {
    let now = 0;
    const soFar = new PlannedSoFar(() => now);
    expect(soFar.rests('council', '2026-06-30')).toBe(false);
    now = known.took;
    soFar.note('council', at('at first'), { unread: 0, beganMs: 0 });
    now = known.before;
    expect(soFar.rests('council', '2026-06-30')).toBe(true);
    expect(soFar.rests('another', '2026-06-30')).toBe(false);
    // A new day brings what is due on it.
    expect(soFar.rests('council', '2026-07-01')).toBe(false);
    now = known.after;
    expect(soFar.rests('council', '2026-06-30')).toBe(false);
    expect(soFar.isToPlan('council', at('changed'))).toBe(true);
  },
);
