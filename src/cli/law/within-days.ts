import type { Finding, WithinDaysOf } from '../../law/index.js';
import { as, type Parts } from './answer-sheet.js';

/** The two last days of a period "within n days of", as the cases call them; nothing where there is no clock. */
export function withinDays(clock: Finding<WithinDaysOf | null>): Parts {
  if (clock.kind !== 'cannot-tell' && clock.value === null) return {};
  return {
    safeLastDay: as(clock, (days) => days?.safeLastDay ?? null),
    latestArguableLastDay: as(clock, (days) => days?.latestArguableLastDay ?? null),
  };
}
