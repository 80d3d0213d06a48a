import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts, MeetingFacts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { s30_3 } from './s30-3-whose-interest.js';
import { inTheMatter, isDpi, partnersIsKnown } from './s31-1-engaged.js';

/** One member, one interest, one matter that is for the member alone to deal with. */
export type ActingAloneFacts = Pick<
  MeetingFacts,
  'interest' | 'interestIsInTheMatter' | 'memberAwareItIs' | 'dispensations'
> &
  Facts<{
    /** May the function be discharged by this member acting alone? */
    mayBeDischargedAlone: boolean;
    /** The day on which the member became aware that the interest is in the matter. */
    becameAwareOn: CivilDate;
    /** What the member did or means to do about the matter; null when no step is asked about. */
    step: Step | null;
  }>;

/** A step that only lets somebody else deal with the matter, or any other. */
export type Step = 'hands-over' | 'does-more';

export const s31_6: Rule<ActingAloneFacts, Truth> = {
  id: 'england/localism-act-2011/s31(6)',
  question: 'Does this matter engage the rules on members who act alone?',
  citation: localismAct('31(6)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.31(6): subsections (7) and (8) apply if (a) a function of the authority “may be discharged by a member of the authority acting alone”, (b) the member has a disclosable pecuniary interest in a matter dealt with in the course of it, and (c) the member is aware of that.',
  reading:
    '[M] Wording. Only a member can act alone, so co-opted members are never within it. Conditions (b) and (c) are read as in s.31(1).',
  decide(facts, asAt) {
    rejectContradiction(facts);
    // The conditions are those of a meeting, and none of them reads the day.
    const asAtMeeting = { ...facts, meetingDate: asAt };
    return all(
      condition('mayBeDischargedAlone', facts.mayBeDischargedAlone, 'not-for-a-member-alone'),
      test('interest', facts.interest, (known) => known !== null, 'no-interest'),
      isDpi(asAtMeeting),
      partnersIsKnown(asAtMeeting),
      ...inTheMatter(asAtMeeting),
    );
  },
};

/** Whether s.31(7) and (8) apply at all, as an answer with its reasons. */
export function engagementAlone(engaged: Truth): Finding<boolean> {
  return when(
    engaged,
    () => decided(true, reason(s31_6, 'acting-alone-rules-apply', engaged.facts)),
    () => decided(false, notEngaged(engaged)),
  );
}

/** Why s.31(7) and (8) do not apply. */
export function notEngaged({ otherwise, facts }: Truth): ReturnType<typeof reason> {
  return reason(WRITTEN_IN[otherwise] ?? limb('b'), otherwise, facts);
}

const limb = (letter: 'a' | 'b' | 'c'): RuleSource => ({
  ...s31_6,
  citation: localismAct(`31(6)(${letter})`),
});

/** Where a condition that failed is written, if not in (b). */
const WRITTEN_IN: Partial<Record<Point, RuleSource>> = {
  'not-for-a-member-alone': limb('a'),
  'member-not-aware-of-partners': s30_3,
  'member-not-aware-it-is': limb('c'),
};

function rejectContradiction({ memberAwareItIs, becameAwareOn }: ActingAloneFacts): void {
  if (memberAwareItIs === false && becameAwareOn !== undefined) {
    throw new RangeError(`becameAwareOn is ${becameAwareOn}, but memberAwareItIs says that it never was.`);
  }
}
