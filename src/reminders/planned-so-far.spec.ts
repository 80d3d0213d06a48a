import { expect, test } from '@jest/globals';
import { PlannedSoFar } from './planned-so-far.js';

/** The rounds in which it is planned, of so many, where so much could not be read each time. */
function planned(rounds: number, unread: number): number[] {
  const soFar = new PlannedSoFar();
  const planned: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    if (!soFar.isToPlan('council', 'as it is')) continue;
    planned.push(round);
    soFar.note('council', 'as it is', unread);
  }
  return planned;
}

test('what was planned in whole is not planned again until something changes', () => {
  expect(planned(100, 0)).toEqual([1]);
  const soFar = new PlannedSoFar();
  soFar.note('council', 'as it is', 0);
  expect(soFar.isToPlan('council', 'otherwise')).toBe(true);
  expect(soFar.isToPlan('another', 'as it is')).toBe(true);
});

test('what could not be read is tried in the next round, and then ever less often, but for ever', () => {
  expect(planned(250, 1)).toEqual([1, 2, 4, 8, 16, 32, 64, 124, 184, 244]);
});

test('a change is planned at once, and what cannot be read then is tried in the next round', () => {
  const soFar = new PlannedSoFar();
  for (let tries = 0; tries < 5; tries += 1) soFar.note('council', 'as it is', 1);
  expect(soFar.isToPlan('council', 'as it is')).toBe(false);
  expect(soFar.isToPlan('council', 'otherwise')).toBe(true);
  soFar.note('council', 'otherwise', 1);
  expect(soFar.isToPlan('council', 'otherwise')).toBe(true);
});
