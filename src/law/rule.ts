import type { Citation } from './citation.js';
import type { Layer, Reason, Sanction } from './conclusion.js';
import type { FactName } from './fact-name.js';
import type { Point } from './point.js';
import type { CivilDate } from './time/civil-date.js';

export type SourceKind =
  'statute' | 'regulations' | 'standing-orders' | 'code-of-conduct' | 'guidance' | 'common-law';

/** One version of one rule: a named value. Versions of a rule share its id and stand side by side. */
export interface Rule<F, R> {
  /** Such as 'england/localism-act-2011/s31(4)'. */
  readonly id: string;
  /** The question that it answers, in plain words. */
  readonly question: string;
  readonly citation: Citation;
  readonly source: SourceKind;
  /** The few words of the provision that it encodes. */
  readonly says: string;
  /** How they are read here and what is in doubt; absent where the words speak for themselves. */
  readonly reading?: string;
  /** First day in force. */
  readonly inForceFrom: CivilDate;
  /** Inclusive last day in force; absent while it stands. */
  readonly inForceTo?: CivilDate;
  /** Pure: the same facts and day give the same answer, and the facts are left as they were. */
  readonly decide: (facts: F, asAt: CivilDate) => R;
}

/** A rule whatever it decides on, for lists of rules. */
export type SomeRule = Rule<never, unknown>;

/** What identifies a rule in a reason, whatever it decides on. */
export type RuleSource = Pick<SomeRule, 'id' | 'citation' | 'source'>;

const LAYER: Record<SourceKind, Layer> = {
  statute: 'statute',
  regulations: 'statute',
  'standing-orders': 'standing-orders',
  'code-of-conduct': 'code',
  guidance: 'guidance',
  'common-law': 'common-law',
};

/** A reason in the name of a rule. Say what can follow from not doing it; most points carry no sanction. */
export function reason(
  rule: RuleSource,
  point: Point,
  facts: readonly FactName[],
  sanction: Sanction = 'none',
  lastDay?: CivilDate,
): Reason {
  return {
    rule: rule.id,
    point,
    facts,
    citation: rule.citation,
    layer: LAYER[rule.source],
    sanction,
    ...(lastDay === undefined ? {} : { lastDay }),
  };
}
