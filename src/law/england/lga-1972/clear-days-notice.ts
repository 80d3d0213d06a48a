import type { Finding, Reason } from '../../conclusion.js';
import type { FactName } from '../../fact-name.js';
import { cannotTell } from '../../finding.js';
import type { Point } from '../../point.js';
import type { RuleSource } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import { clearDaysBetween, latestDayWithClearDays } from '../../time/clear-days.js';
import type { LeavesOut } from '../../time/clear-days.js';
import { condition } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { counted } from './counted-days.js';
import type { HolidayFacts } from './counted-days.js';

/** The notice of one meeting, and one way of counting it. */
export interface Notice {
  readonly rule: RuleSource;
  readonly facts: { readonly meetingDate: CivilDate } & HolidayFacts;
  /** How many clear days there must be. */
  readonly needed: number;
  readonly leavesOut: LeavesOut;
  /** The day on which notice was given, and the fact that says so. */
  readonly givenOn: CivilDate | undefined;
  readonly fact: FactName;
  /** Why it is counted so. */
  readonly because: readonly Reason[];
}

/** The latest day on which notice could be given. It is itself a day that counts. */
export function latestDay({ rule, facts, needed, leavesOut, because }: Notice): Finding<CivilDate> {
  const { meetingDate } = facts;
  const latest = (): CivilDate => latestDayWithClearDays(meetingDate, needed, leavesOut);
  return counted(rule, facts, meetingDate, latest, () => because);
}

/** How many clear days there were. */
export function clearDays({ rule, facts, leavesOut, givenOn, fact, because }: Notice): Finding<number> {
  const { meetingDate } = facts;
  if (givenOn === undefined) return cannotTell<number>([], [fact], because);
  const days = (): number => clearDaysBetween(givenOn, meetingDate, leavesOut);
  return counted(rule, facts, meetingDate, days, () => because);
}

/** Whether there were enough of them. */
export function enoughClearDays(notice: Notice, otherwise: Point): Truth {
  const days = clearDays(notice);
  return days.kind === 'cannot-tell'
    ? condition(days.question, undefined, otherwise)
    : condition(notice.fact, days.value >= notice.needed, otherwise);
}

/** The latest day where it is known, for the sentence that tells it. */
export function latestDayIfKnown(notice: Notice): CivilDate | undefined {
  const latest = latestDay(notice);
  return latest.kind === 'cannot-tell' ? undefined : latest.value;
}
