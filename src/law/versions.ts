import type { Rule } from './rule.js';
import type { CivilDate } from './time/civil-date.js';

/** What the start-up check looks at: a rule, whatever it decides on. */
export type AnyRule = Pick<Rule<never, unknown>, 'id' | 'inForceFrom' | 'inForceTo'>;

/** The law or the data cannot be used as it stands. The message lists every fault. */
export class RulebookError extends Error {
  override readonly name = 'RulebookError';
}

/** Does a period, both ends included, cover the day? */
export function covers(from: CivilDate, to: CivilDate | undefined, on: CivilDate): boolean {
  return from <= on && (to === undefined || on <= to);
}

/** The versions in force on the day. */
export function inForce<R extends AnyRule>(rules: readonly R[], on: CivilDate): readonly R[] {
  return rules.filter(({ inForceFrom, inForceTo }) => covers(inForceFrom, inForceTo, on));
}

/** Throws a RulebookError that lists every pair of versions of one rule that cover a day between them. */
export function checkVersions(rules: readonly AnyRule[]): void {
  const faults = rules.flatMap((rule, index) => [
    ...(rule.inForceTo !== undefined && rule.inForceTo < rule.inForceFrom
      ? [`${rule.id} ends on ${rule.inForceTo}, before it begins on ${rule.inForceFrom}.`]
      : []),
    ...rules
      .slice(index + 1)
      .filter((other) => other.id === rule.id && overlap(rule, other))
      .map(
        (other) =>
          `${rule.id} has two versions in force at once, from ${rule.inForceFrom} and ${other.inForceFrom}.`,
      ),
  ]);
  if (faults.length > 0) throw new RulebookError(faults.join('\n'));
}

function overlap(a: AnyRule, b: AnyRule): boolean {
  return (
    covers(a.inForceFrom, a.inForceTo, b.inForceFrom) || covers(b.inForceFrom, b.inForceTo, a.inForceFrom)
  );
}
