import type { Citation } from './citation.js';
import type { FactName } from './fact-name.js';
import type { Point } from './point.js';
import type { CivilDate } from './time/civil-date.js';

/**
 * The layers that are never mixed. Breaking the first can be a crime, the code or standing orders a complaint; guidance
 * binds nobody.
 */
export type Layer = 'statute' | 'code' | 'standing-orders' | 'common-law' | 'guidance';

/** What can follow when somebody does not do it. */
export type Sanction = 'criminal' | 'standards-complaint' | 'none';

/** Why: data, not words. `wording` makes the sentence. */
export interface Reason {
  /** The id of the rule that speaks, such as 'england/localism-act-2011/s31(4)'. */
  readonly rule: string;
  readonly point: Point;
  /** The facts that decided it; in a "cannot tell", the facts it waits for. */
  readonly facts: readonly FactName[];
  readonly citation: Citation;
  readonly layer: Layer;
  readonly sanction: Sanction;
  /** The inclusive last day of the duty, for the points that speak of one. */
  readonly lastDay?: CivilDate;
}

/** Whether a duty is owed. `lastDay` is inclusive, to midnight in London. */
export type Conclusion = Owed | NotOwed | ExcusedDuty | CannotTellDuty;

export interface Owed {
  readonly kind: 'owed';
  readonly lastDay: CivilDate;
  readonly reasons: readonly Reason[];
}

export interface NotOwed {
  readonly kind: 'not-owed';
  readonly reasons: readonly Reason[];
}

export interface ExcusedDuty {
  readonly kind: 'excused';
  /** Ids of the dispensations. */
  readonly by: readonly string[];
  readonly reasons: readonly Reason[];
}

export interface CannotTellDuty {
  readonly kind: 'cannot-tell';
  readonly missing: readonly FactName[];
  /** The fact to ask for first. */
  readonly question: FactName;
  /** The last day if it turns out to be owed, where that much is known. */
  readonly lastDayIfOwed?: CivilDate;
  readonly reasons: readonly Reason[];
}

/** One answer of a rule: decided, relieved by a dispensation, or open. */
export type Finding<V> = Decided<V> | Excused<V> | CannotTell<V>;

export interface Decided<V> {
  readonly kind: 'decided';
  readonly value: V;
  readonly reasons: readonly Reason[];
}

export interface Excused<V> {
  readonly kind: 'excused';
  /** What holds with the dispensation. */
  readonly value: V;
  /** Ids of the dispensations. */
  readonly by: readonly string[];
  readonly reasons: readonly Reason[];
}

export interface CannotTell<V> {
  readonly kind: 'cannot-tell';
  /** The answers that are still possible. */
  readonly couldBe: readonly V[];
  readonly missing: readonly FactName[];
  /** The fact to ask for first: one that can change the answer. */
  readonly question: FactName;
  readonly reasons: readonly Reason[];
}

export type Disclose = 'none' | 'existence_only' | 'existence_and_nature';
export type Discuss = false | 'as_public_only' | true;
export type Leave = false | 'vote_only' | 'discussion_only' | true;

/**
 * What one layer says about one interest in one matter, each point on its own. `true` for discuss and vote means that
 * these rules do not bar it. `notify` is the inclusive last day to notify the monitoring officer, or null.
 */
export interface MeetingAnswer {
  readonly disclose: Finding<Disclose>;
  readonly discuss: Finding<Discuss>;
  readonly vote: Finding<boolean>;
  readonly leave: Finding<Leave>;
  readonly notify: Finding<CivilDate | null>;
}

/** No version of the law or code in this library covers the day: no answer, which is not the answer "nothing". */
export interface NotEncoded {
  readonly kind: 'not-encoded';
  /** What was looked for, such as 'worcestershire-2012' or 'england'. */
  readonly what: string;
  readonly on: CivilDate;
}
