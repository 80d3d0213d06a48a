import type { NotEncoded } from './conclusion.js';
import type { Rule } from './rule.js';
import type { CivilDate } from './time/civil-date.js';
import { RulebookError, inForce } from './versions.js';

/**
 * The answer of the version of one rule that is in force on the day, and "not encoded" where none is. Give one rule,
 * or all its versions. Throws a RulebookError when two of them cover the day.
 */
export function ask<F, R>(rule: Rule<F, R> | readonly Rule<F, R>[], facts: F, on: CivilDate): R | NotEncoded {
  const versions: readonly Rule<F, R>[] = 'id' in rule ? [rule] : rule;
  const [version, second] = inForce(versions, on);
  if (second !== undefined) throw new RulebookError(`${second.id} has two versions on ${on}.`);
  if (version !== undefined) return version.decide(facts, on);
  return { kind: 'not-encoded', what: versions[0]?.id ?? 'no rule', on };
}
