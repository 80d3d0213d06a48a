import { together } from './finding.js';
import type { Disclose, Discuss, Finding, Leave, MeetingAnswer } from './conclusion.js';
import { earlier } from './time/civil-date.js';
import type { CivilDate } from './time/civil-date.js';

/** Later is stricter. */
const DISCLOSE: readonly Disclose[] = ['none', 'existence_only', 'existence_and_nature'];
const DISCUSS: readonly Discuss[] = [true, 'as_public_only', false];

/**
 * The strictest of two layers, point by point. A code may add to the statute and never takes from it, so no layer can
 * relieve what another demands.
 */
export function strictest(a: MeetingAnswer, b: MeetingAnswer): MeetingAnswer {
  return {
    disclose: strictestOf(a.disclose, b.disclose, (x, y) => furthest(DISCLOSE, x, y)),
    discuss: strictestOf(a.discuss, b.discuss, (x, y) => furthest(DISCUSS, x, y)),
    vote: strictestOf(a.vote, b.vote, (x, y) => x && y),
    leave: strictestOf(a.leave, b.leave, leaveForBoth),
    notify: strictestOf(a.notify, b.notify, earliest),
  };
}

/**
 * The strictest of two findings. Where one layer alone brings about the result, its reasons alone explain it; the
 * other layer's are kept with its own answer.
 */
export function strictestOf<V>(a: Finding<V>, b: Finding<V>, join: (a: V, b: V) => V): Finding<V> {
  if (a.kind !== 'cannot-tell' && b.kind !== 'cannot-tell') {
    const value = join(a.value, b.value);
    if (a.value !== value) return b.value === value ? b : together(a, b, join);
    return b.value === value ? together(a, b, () => value) : a;
  }
  const joined = together(a, b, join);
  if (joined.kind === 'cannot-tell') return joined;
  const settledBy = [a, b].find((one) => one.kind !== 'cannot-tell' && one.value === joined.value);
  return settledBy ?? joined;
}

/** Out for the vote by one layer and for the discussion by the other is out for both. */
function leaveForBoth(a: Leave, b: Leave): Leave {
  if (a === false || a === b) return b;
  return b === false ? a : true;
}

function furthest<V>(order: readonly V[], a: V, b: V): V {
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

function earliest(a: CivilDate | null, b: CivilDate | null): CivilDate | null {
  return a === null || b === null ? (a ?? b) : earlier(a, b);
}
