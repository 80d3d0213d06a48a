import { localismAct } from '../../citation.js';
import type { Finding, MeetingAnswer } from '../../conclusion.js';
import type { Facts, MeetingFacts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { statuteAtMeeting } from '../statute-at-meetings.js';
import { s31_1 } from './s31-1-engaged.js';

/** A meeting as the member went through it: when they came to know that the item concerns their interest. */
export type AwarenessFacts = Omit<MeetingFacts, 'memberAwareItIs'> &
  Facts<{
    /** 'not-while-considered': only when the meeting had done with the item, or not at all. */
    awareFrom: 'before-the-item' | 'during-the-item' | 'not-while-considered';
    /** Had the member spoken on the item before they knew? */
    spokeBeforeAwareness: boolean;
  }>;

export interface Timeline {
  /** Was it against s.31(4) to speak before knowing? */
  readonly earlierSpeechContravenes: Finding<boolean>;
  /** What holds from the moment of knowing. */
  readonly fromAwareness: Pick<MeetingAnswer, 'disclose' | 'discuss' | 'vote'>;
  /** The inclusive last day to notify the monitoring officer, or null. */
  readonly notify: MeetingAnswer['notify'];
}

export const awareness: Rule<AwarenessFacts, Timeline> = {
  id: 'england/localism-act-2011/s31(1)/awareness',
  question: 'What holds before and after a member comes to know that the item concerns their interest?',
  citation: localismAct('31(1)(c)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.31(1)(c) and (4): the duties apply if the member “is aware” that the interest is in a matter “to be considered, or being considered”; the member may then not “participate, or participate further”.',
  reading:
    '“Further” says what becomes of somebody who learns of it in the middle: nothing said before counts against them. Whoever learns of it only when the item is over is outside the words (doubtful; disclosing it all the same is safe).',
  decide(facts, asAt) {
    rejectContradiction(facts);
    const { disclose, discuss, vote, notify } = statuteAtMeeting(facts, false, asAt, engaged(facts, asAt));
    return {
      earlierSpeechContravenes: earlierSpeech(facts.spokeBeforeAwareness),
      fromAwareness: { disclose, discuss, vote },
      notify,
    };
  },
};

/** s.31(1) on the facts of the meeting, with (c) answered by when the member came to know. */
function engaged(facts: AwarenessFacts, asAt: CivilDate): Truth {
  return all(
    s31_1.decide({ ...facts, memberAwareItIs: true }, asAt),
    test('awareFrom', facts.awareFrom, (from) => from !== 'not-while-considered', 'member-not-aware-it-is'),
  );
}

/** Never: the bar of s.31(4) begins with knowing. */
function earlierSpeech(spokeBeforeAwareness: boolean | undefined): Finding<boolean> {
  const spoke = condition('spokeBeforeAwareness', spokeBeforeAwareness, 'did-not-speak-before-knowing');
  return when(
    spoke,
    () => decided(false, reason(awareness, 'not-aware-when-speaking', spoke.facts)),
    () => decided(false, reason(awareness, spoke.otherwise, spoke.facts)),
  );
}

function rejectContradiction({ awareFrom, spokeBeforeAwareness }: AwarenessFacts): void {
  if (awareFrom === 'before-the-item' && spokeBeforeAwareness === true) {
    throw new RangeError('spokeBeforeAwareness is true, but awareFrom says that the member knew beforehand.');
  }
}
