import type { Finding } from '../../conclusion.js';
import type { FactName } from '../../fact-name.js';
import { cannotTell, decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { RuleSource } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import { withinDaysOf } from '../../time/counting.js';
import type { WithinDaysOf } from '../../time/counting.js';
import type { Truth } from '../../truth.js';

/** A duty of a code that has to be done within a number of days of something. */
export interface DutyWithin {
  readonly rule: RuleSource;
  readonly days: number;
  /** The point made where it is owed; its day is the safe one. */
  readonly point: Point;
  /** The fact that says from which day it runs. */
  readonly startsOn: FactName;
}

/** The two last days of the duty where it is owed, and null where it is not. */
export function daysIfOwed(
  { rule, days, point, startsOn }: DutyWithin,
  owed: Truth,
  start: CivilDate | undefined,
): Finding<WithinDaysOf | null> {
  const notOwed = (): Finding<WithinDaysOf | null> => decided(null, reason(rule, owed.otherwise, owed.facts));
  if (owed.is === 'no') return notOwed();
  // Any day at all is possible while the first is unknown, so there is no list of what is: it is only kept open.
  if (start === undefined) {
    const missing = owed.is === 'unknown' ? [...owed.facts, startsOn] : [startsOn];
    return cannotTell([], missing, [reason(rule, point, missing)]);
  }
  const last = withinDaysOf(start, days);
  return when<WithinDaysOf | null>(
    owed,
    () => decided(last, reason(rule, point, [startsOn], 'standards-complaint', last.safeLastDay)),
    notOwed,
  );
}
