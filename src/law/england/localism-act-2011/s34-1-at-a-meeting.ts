import { localismAct } from '../../citation.js';
import type { Finding, MeetingAnswer } from '../../conclusion.js';
import type { Facts, MeetingFacts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, any, condition } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { statuteAtMeeting } from '../statute-at-meetings.js';
import { codeBreach } from './s28-2-left-to-the-code.js';
import { attendance, inTheMatter, partnersIsKnown } from './s31-1-engaged.js';
import { s33 } from './s33-dispensation.js';
import { anyContravention, contravention, limb, unlessExcused } from './s34-1-offence.js';
import type { OffenceAnswer, Outcomes } from './s34-1-offence.js';

/**
 * One meeting, and what the member did there. `memberAwareItIs` is what they knew when they did it: for speech before
 * they knew and silence after it, ask twice.
 */
export type MeetingConductFacts = MeetingFacts &
  Facts<{
    /** They disclosed the interest to the meeting. */
    declared: boolean;
    /** The monitoring officer received it by the last day of s.31(3). Leave it out while that day has not passed. */
    notifiedInTime: boolean;
    spoke: boolean;
    voted: boolean;
    /** They were out of the room while they were barred. No offence turns on it. */
    leftRoom: boolean;
    reasonableExcuse: boolean;
  }>;

export const s34_1AtMeeting: Rule<MeetingConductFacts, OffenceAnswer> = {
  id: 'england/localism-act-2011/s34(1)/at-a-meeting',
  question: 'Is what the member did about an interest at a meeting an offence?',
  citation: localismAct('34(1)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.34(1): a person commits an offence if, “without reasonable excuse”, they (a) fail to comply with s.31(2) or (3), or (b) participate in any discussion or vote “in contravention of section 31(4)”.',
  reading:
    '[M] Wording. Only what s.31 itself asks counts: staying in the room in silence, not declaring a registered interest, and anything about interests that only a code knows are no offence. Where a dispensation lifts the bar there is nothing to contravene. The 28 days of s.31(3) begin with the disclosure, so without one the offence is the missing disclosure.',
  decide(facts, asAt) {
    // Being sent out of the room is for standing orders: it changes nothing about an offence.
    const law = statuteAtMeeting(facts, false, asAt);
    const contravened = anyContravention(tookPart(facts, law), failedToTell(facts, law));
    return {
      offence: unlessExcused(s34_1AtMeeting, contravened, facts.reasonableExcuse),
      codeBreachIfCodeRequires: codeBreach(fellShortOfACode(facts, asAt)),
    };
  },
};

/** s.34(1)(b): in the discussion or in the vote. */
function tookPart(facts: MeetingConductFacts, { discuss, vote }: MeetingAnswer): Finding<boolean> {
  return anyContravention(
    against(condition('voted', facts.voted, 'went-against-no-bar'), vote, 'voted-though-barred'),
    against(condition('spoke', facts.spoke, 'went-against-no-bar'), discuss, 'spoke-though-barred'),
  );
}

function against(done: Truth, may: MeetingAnswer['discuss'], broken: Point): Finding<boolean> {
  const limbB = limb(s34_1AtMeeting, 'b');
  const kept = reason(limbB, done.otherwise, done.facts);
  return when(
    done,
    () =>
      contravention(may, (allowed) => allowed === false, {
        broken: reason(limbB, broken, done.facts, 'criminal'),
        kept,
      }),
    () => decided(false, kept),
  );
}

/** s.34(1)(a): not disclosed; or disclosed, and then not notified. */
function failedToTell(facts: MeetingConductFacts, { disclose, notify }: MeetingAnswer): Finding<boolean> {
  const limbA = limb(s34_1AtMeeting, 'a');
  const declared = condition('declared', facts.declared, 'did-not-declare-as-required');
  const notified = condition('notifiedInTime', facts.notifiedInTime, 'did-not-notify-as-required');
  const outcomes = ({ otherwise, facts: about }: Truth): Outcomes => ({
    broken: reason(limbA, otherwise, about, 'criminal'),
    kept: reason(limbA, 'kept-the-duties-to-tell', about),
  });
  return when(
    declared,
    () =>
      when(
        notified,
        () => decided(false, outcomes(notified).kept),
        () => contravention(notify, (lastDay) => lastDay !== null, outcomes(notified)),
      ),
    () => contravention(disclose, (asked) => asked !== 'none', outcomes(declared)),
  );
}

/** Did something that a code can forbid, or left undone something that it can ask for, of an interest of any kind. */
function fellShortOfACode(facts: MeetingConductFacts, asAt: CivilDate): Truth {
  const { discussion, vote } = s33.decide(facts, asAt);
  const point = 'nothing-left-for-a-code';
  const inTheRoom = condition('leftRoom', negated(facts.leftRoom), point);
  return all(
    ...attendance(facts),
    partnersIsKnown(facts),
    ...inTheMatter(facts),
    any(
      point,
      condition('declared', negated(facts.declared), point),
      all(condition('spoke', facts.spoke, point), not(discussion.lifted, point)),
      all(condition('voted', facts.voted, point), not(vote.lifted, point)),
      all(inTheRoom, not(all(discussion.lifted, vote.lifted), point)),
    ),
  );
}

function negated(fact: boolean | undefined): boolean | undefined {
  return fact === undefined ? undefined : !fact;
}

function not({ is, facts }: Truth, otherwise: Point): Truth {
  return { is: is === 'unknown' ? is : is === 'yes' ? 'no' : 'yes', facts, otherwise };
}
