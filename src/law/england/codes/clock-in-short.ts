import type { Finding } from '../../conclusion.js';
import type { WithinDaysOf } from '../../time/counting.js';

/** The two last days of a code's clock, the safe one first, for tables of cases. */
export function clockInShort(clock: Finding<WithinDaysOf | null>): readonly [string, string] {
  if (clock.kind === 'cannot-tell') return [`? ${clock.question}`, ''];
  return clock.value === null ? ['none', ''] : [clock.value.safeLastDay, clock.value.latestArguableLastDay];
}
