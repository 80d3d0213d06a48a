import type { Citation } from '../../citation.js';
import type { Discuss, Finding, Leave, MeetingAnswer } from '../../conclusion.js';
import { decided, excused, when } from '../../finding.js';
import type { MeetingFacts } from '../../facts.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import { leaveWhileBarred } from '../localism-act-2011/s31-10-leave-the-room.js';
import { s33 } from '../localism-act-2011/s33-dispensation.js';
import type { Relief } from '../localism-act-2011/s33-dispensation.js';

/** One version of the text of one code of conduct, as it speaks about meetings. Who adopted it, and when, is data. */
export interface CodeOfConduct extends Rule<MeetingFacts, MeetingAnswer> {
  /** The id by which authorities adopt it, such as 'worcestershire-2012'. */
  readonly code: string;
  /** What people call it. */
  readonly title: string;
  /** The paragraphs that its reasons cite. */
  readonly paragraphs: readonly Rule<never, unknown>[];
}

/** A paragraph of a code, as a citation. */
export function paragraph(title: string, name: string): Citation {
  return { text: `${title}, ${name}` };
}

/** The points that a paragraph makes when it keeps a member out. */
export interface OutPoints {
  readonly noPart: Point;
  readonly withdraw: Point;
}

/**
 * Take no part and withdraw, so far as no dispensation relieves it. Breaking a code is a complaint, not a crime.
 * A code may let the member speak all the same, as the public may, before they leave: `speaking` is what it lets them.
 * It can relieve interests that s.33 knows nothing of, because a code that bars "unless granted a dispensation"
 * brings its own power to dispense.
 */
export function outUnlessDispensed(
  rule: RuleSource,
  points: OutPoints,
  facts: MeetingFacts,
  asAt: CivilDate,
  speaking?: Finding<Discuss>,
): Pick<MeetingAnswer, 'discuss' | 'vote' | 'leave'> {
  const reliefs = s33.decide(facts, asAt);
  const barred = reason(rule, points.noPart, ['interestIsInTheMatter'], 'standards-complaint');
  const debate = unlessDispensed(rule, reliefs.discussion, decided<boolean>(false, barred));
  const vote = unlessDispensed(rule, reliefs.vote, decided<boolean>(false, barred));
  const leave = leaveWhileBarred(debate, vote);
  const stays = leave.kind !== 'cannot-tell' && leave.value === false;
  return {
    discuss: speaking === undefined ? debate : unlessDispensed(rule, reliefs.discussion, speaking),
    vote,
    leave: stays ? leave : because(leave, rule, points.withdraw),
  };
}

function unlessDispensed<V>(
  rule: RuleSource,
  { lifted, by }: Relief,
  barred: Finding<V | true>,
): Finding<V | true> {
  return when(
    lifted,
    () => excused<V | true>(true, by, reason(rule, 'code-dispensed', lifted.facts)),
    () => barred,
  );
}

function because(leave: Finding<Leave>, rule: RuleSource, point: Point): Finding<Leave> {
  return { ...leave, reasons: [reason(rule, point, ['interestIsInTheMatter'], 'standards-complaint')] };
}
