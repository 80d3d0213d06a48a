import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { MeetingFacts } from '../../facts.js';
import type { Point } from '../../point.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { s27_4 } from './s27-4-co-opted-member.js';
import { s30_3 } from './s30-3-whose-interest.js';

export const s31_1: Rule<MeetingFacts, Truth> = {
  id: 'england/localism-act-2011/s31(1)',
  question: 'Does this matter engage the rules on disclosable pecuniary interests?',
  citation: localismAct('31(1)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.31(1): subsections (2) to (4) apply if a member (a) “is present at a meeting” of the authority or of a committee, sub-committee, joint committee or joint sub-committee, (b) has a disclosable pecuniary interest “in any matter to be considered, or being considered, at the meeting”, and (c) is aware that they have it. By (5) the executive and its committees count as committees.',
  reading: 'Presence at any part of the meeting is enough. A briefing or a site visit is no meeting.',
  decide: (facts, asAt) =>
    all(
      s27_4.decide(facts, asAt),
      ...attendance(facts),
      isDpi(facts),
      partnersIsKnown(facts),
      ...inTheMatter(facts),
    ),
};

const limb = (letter: string): RuleSource => ({ ...s31_1, citation: localismAct(`31(1)(${letter})`) });

/** Where the condition that failed is written: its limb of s.31(1), or the provision that the limb rests on. */
const WRITTEN_IN: Partial<Record<Point, RuleSource>> = {
  'has-no-vote-at-all': s27_4,
  'not-a-formal-meeting': limb('a'),
  'not-present': limb('a'),
  'not-a-dpi': limb('b'),
  'not-in-the-matter': limb('b'),
  'member-not-aware-of-partners': s30_3,
  'member-not-aware-it-is': limb('c'),
};

/** The rule to cite for a condition of s.31(1) that is not met. */
export function writtenIn(point: Point): RuleSource {
  return WRITTEN_IN[point] ?? s31_1;
}

const s31_5: RuleSource = {
  id: 'england/localism-act-2011/s31(5)',
  citation: localismAct('31(5)'),
  source: 'statute',
};

const s30_3b: RuleSource = { ...s30_3, citation: localismAct('30(3)(b)') };

/** Whether s.31 applies at all, as an answer with its reasons. */
export function engagement(engaged: Truth, { interest, ofTheExecutive }: MeetingFacts): Finding<boolean> {
  const partner =
    interest?.heldBy === 'partner' ? [reason(s30_3b, 'partners-interest-counts', ['interest.heldBy'])] : [];
  const executive = ofTheExecutive ? [reason(s31_5, 'executive-is-a-committee', ['ofTheExecutive'])] : [];
  return when(
    engaged,
    () => decided(true, reason(s31_1, 'section-31-applies', engaged.facts), ...partner, ...executive),
    () => decided(false, reason(writtenIn(engaged.otherwise), engaged.otherwise, engaged.facts)),
  );
}

/** The person is at a formal meeting and has an interest of some kind. Codes ask the same. */
export function attendance(facts: MeetingFacts): readonly Truth[] {
  return [
    hasInterest(facts),
    condition('formalMeeting', facts.formalMeeting, 'not-a-formal-meeting'),
    condition('present', facts.present, 'not-present'),
  ];
}

/** The interest is in the matter, and the member knows that it is. */
export function inTheMatter(facts: MeetingFacts): readonly Truth[] {
  return [
    condition('interestIsInTheMatter', facts.interestIsInTheMatter, 'not-in-the-matter'),
    condition('memberAwareItIs', facts.memberAwareItIs, 'member-not-aware-it-is'),
  ];
}

/** s.30(3)(b): a partner's interest counts if the member is aware of it. */
export function partnersIsKnown({ interest }: MeetingFacts): Truth {
  return interest?.heldBy === 'partner'
    ? condition(
        'interest.memberAwareOfPartners',
        interest.memberAwareOfPartners,
        'member-not-aware-of-partners',
      )
    : condition('interest.heldBy', interest?.heldBy && true, 'member-not-aware-of-partners');
}

/** The interest is of a prescribed description. */
export function isDpi({ interest }: MeetingFacts): Truth {
  return test('interest.kind', interest?.kind, (kind) => kind === 'dpi', 'not-a-dpi');
}

function hasInterest({ interest }: MeetingFacts): Truth {
  return test('interest', interest, (known) => known !== null, 'no-interest');
}
