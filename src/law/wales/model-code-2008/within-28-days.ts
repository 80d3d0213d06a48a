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

/** A duty of the code to register "within 28 days of" something. */
export interface DutyWithin28Days {
  /** The sub-paragraphs that ask for it, and the point that they make. */
  readonly owedBy: readonly RuleSource[];
  readonly point: Point;
  /** The sub-paragraph that says to whom, or for what, it does not apply. */
  readonly exceptBy: RuleSource;
  /** The fact that says from which day it runs. */
  readonly startsOn: FactName;
}

/** The two last days of the duty where it is owed, and null where it is not. */
export function within28Days(
  { owedBy, point, exceptBy, startsOn }: DutyWithin28Days,
  owed: Truth,
  start: CivilDate | undefined,
): Finding<WithinDaysOf | null> {
  const notOwed = (): Finding<WithinDaysOf | null> =>
    decided(null, reason(exceptBy, owed.otherwise, owed.facts));
  if (owed.is === 'no') return notOwed();
  if (start === undefined) {
    const missing = owed.is === 'unknown' ? [...owed.facts, startsOn] : [startsOn];
    // Any day is possible while the first is unknown, so what could be is not listed.
    return cannotTell(
      [],
      missing,
      owedBy.map((rule) => reason(rule, point, missing)),
    );
  }
  const last = withinDaysOf(start, 28);
  const because = owedBy.map((rule) =>
    reason(rule, point, [startsOn], 'standards-complaint', last.safeLastDay),
  );
  return when<WithinDaysOf | null>(owed, () => decided(last, ...because), notOwed);
}
