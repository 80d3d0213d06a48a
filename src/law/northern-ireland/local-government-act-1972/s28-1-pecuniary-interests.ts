import type { Disclose, Discuss, Finding, Leave, MeetingAnswer } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { s28_2 } from './s28-2-small-shareholdings.js';
import { lgaNi1972 } from './section.js';

/** One councillor, one matter, one meeting of the council. */
export type PecuniaryFacts = Facts<{
  /** Direct or indirect. 'small-shareholding' is for one to which s.28(2) applies, and which nothing adds to. */
  pecuniaryInterest: 'none' | 'small-shareholding' | 'other';
  presentAtCouncilMeeting: boolean;
  /** Is the matter before the council merely as part of a report of a committee or sub-committee? */
  partOfCommitteeReport: boolean;
  /** Does the matter itself become the subject of separate debate? */
  separateDebate: boolean;
}>;

export interface NorthernIrishMeetingAnswer extends Omit<MeetingAnswer, 'notify'> {
  readonly preside: Finding<boolean>;
}

export const s28_1b: Rule<PecuniaryFacts, Truth> = {
  ...lgaNi1972('28(1)(b)'),
  question: 'May a councillor with a pecuniary interest stay in the meeting?',
  says: 's.28(1)(b): they must withdraw unless the council considers the matter “merely as part of a report of a committee or sub-committee” and it does not become “the subject of separate debate”.',
  decide: ({ partOfCommitteeReport, separateDebate }) =>
    all(
      condition('partOfCommitteeReport', partOfCommitteeReport, 'ni-withdraw'),
      test('separateDebate', separateDebate, (debated) => !debated, 'ni-withdraw'),
    ),
};

export const s28_1: Rule<PecuniaryFacts, NorthernIrishMeetingAnswer> = {
  ...lgaNi1972('28(1)'),
  question: 'What must a councillor with a pecuniary interest do at a meeting of the council?',
  says: 's.28(1): a councillor who has “any pecuniary interest, direct or indirect” in a matter and is present must “disclose openly to the meeting” its nature and “(a) not … preside over or take any part in the consideration or discussion of, or … vote” on it.',
  reading:
    '[M] When Part II came into force, the offence of not complying, and what s.28(2) still allows: read as taking part and voting once the nature is disclosed. Relief by the Department under s.29 is not encoded.',
  decide(facts, asAt) {
    const engaged = all(
      condition('presentAtCouncilMeeting', facts.presentAtCouncilMeeting, 'ni-not-present'),
      test(
        'pecuniaryInterest',
        facts.pecuniaryInterest,
        (interest) => interest !== 'none',
        'ni-no-pecuniary-interest',
      ),
    );
    const barred = (point: Point): Finding<boolean> =>
      ifEngaged(engaged, () => unlessSmall(facts, true, () => owed(false, point)), true);
    return {
      disclose: ifEngaged<Disclose>(
        engaged,
        () => owed('existence_and_nature', 'ni-disclose-nature'),
        'none',
      ),
      preside: barred('ni-not-preside'),
      discuss: barred('ni-no-part') satisfies Finding<Discuss>,
      vote: barred('ni-no-vote'),
      leave: ifEngaged<Leave>(
        engaged,
        () => unlessSmall<Leave>(facts, false, () => leaving(facts, asAt)),
        false,
      ),
    };
  },
};

function ifEngaged<V>(engaged: Truth, then: () => Finding<V>, free: V): Finding<V> {
  return when(engaged, then, () => decided(free, reason(s28_1, engaged.otherwise, engaged.facts)));
}

/** s.28(2): a small shareholding is disclosed, and bars nothing. */
function unlessSmall<V>({ pecuniaryInterest }: PecuniaryFacts, free: V, bar: () => Finding<V>): Finding<V> {
  const small = test(
    'pecuniaryInterest',
    pecuniaryInterest,
    (interest) => interest === 'small-shareholding',
    'ni-not-only-shares',
  );
  return when(small, () => decided(free, reason(s28_2, 'ni-small-shareholding', small.facts)), bar);
}

function leaving(facts: PecuniaryFacts, asAt: CivilDate): Finding<Leave> {
  const mayStay = s28_1b.decide(facts, asAt);
  return when<Leave>(
    mayStay,
    () => decided(false, reason(s28_1b, 'ni-only-part-of-a-report', mayStay.facts)),
    () => owed(true, mayStay.otherwise, s28_1b),
  );
}

function owed<V>(value: V, point: Point, rule: RuleSource = s28_1): Finding<V> {
  return decided(value, reason(rule, point, ['pecuniaryInterest'], 'criminal'));
}
