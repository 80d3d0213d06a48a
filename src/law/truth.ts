import type { FactName } from './fact-name.js';
import type { Point } from './point.js';

/**
 * The answer to a condition of the law: yes, no, or unknown until somebody gives the facts named. Conditions combine
 * so that an unknown fact stays harmless where the other facts settle the matter, and taking a fact away can make an
 * answer unknown but never the other way round.
 */
export interface Truth {
  readonly is: 'yes' | 'no' | 'unknown';
  /** The facts that settled it; when unknown, the facts that are missing. */
  readonly facts: readonly FactName[];
  /** The point to make if it is not so. */
  readonly otherwise: Point;
}

/** A condition on one fact: unknown while `so` is undefined. */
export function condition(fact: FactName, so: boolean | undefined, otherwise: Point): Truth {
  return { is: so === undefined ? 'unknown' : so ? 'yes' : 'no', facts: [fact], otherwise };
}

/** As {@link condition}, for a test that needs a value: not run while the value is unknown. */
export function test<V>(
  fact: FactName,
  value: V | undefined,
  holds: (value: V) => boolean,
  otherwise: Point,
): Truth {
  return condition(fact, value === undefined ? undefined : holds(value), otherwise);
}

/** Every one of the conditions, in the order of the provision. The first that fails says why. */
export function all(...conditions: readonly Truth[]): Truth {
  const [first] = conditions;
  if (!first) throw new TypeError('all() needs at least one condition.');
  const failed = conditions.find(({ is }) => is === 'no');
  if (failed) return failed;
  const open = conditions.filter(({ is }) => is === 'unknown');
  const decisive = open.length > 0 ? open : conditions;
  return {
    is: open.length > 0 ? 'unknown' : 'yes',
    facts: factsOf(decisive),
    otherwise: (open[0] ?? first).otherwise,
  };
}

/** At least one of the conditions. `otherwise` is the point to make when none holds. */
export function any(otherwise: Point, ...conditions: readonly Truth[]): Truth {
  const met = conditions.find(({ is }) => is === 'yes');
  if (met) return { ...met, otherwise };
  const open = conditions.filter(({ is }) => is === 'unknown');
  if (open.length > 0) return { is: 'unknown', facts: factsOf(open), otherwise };
  return { is: 'no', facts: factsOf(conditions), otherwise };
}

function factsOf(conditions: readonly Truth[]): readonly FactName[] {
  const names: FactName[] = [];
  for (const { facts } of conditions) {
    for (const fact of facts) if (!names.includes(fact)) names.push(fact);
  }
  return names;
}
