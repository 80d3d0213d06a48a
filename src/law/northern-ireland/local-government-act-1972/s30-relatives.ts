import type { Finding, Leave } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { all, condition } from '../../truth.js';
import { lgaNi1972 } from './section.js';

export type RelativeFacts = Facts<{
  /** Does the councillor know that somebody in a relevant family relationship holds, or is a candidate for, an office under the council? */
  relativeHoldsOrSeeksOffice: boolean;
  presentAtCouncilMeeting: boolean;
  /** Is a question considered that relates to or affects that person’s appointment, pay, conditions, conduct or leaving? */
  questionAffectsRelative: boolean;
}>;

export interface RelativeAnswer {
  readonly mustTellTheCouncilInWriting: Finding<boolean>;
  readonly leave: Finding<Leave>;
}

export const s30_1: Rule<RelativeFacts, Finding<boolean>> = {
  ...lgaNi1972('30(1)'),
  question: 'Must the councillor disclose a relative to the council?',
  says: 's.30(1): every councillor must disclose to the council in writing any “relevant family relationship” known to them with a person whom they know to hold, or to be a candidate for appointment to, any office under the council.',
  reading: 'Which relationships are relevant is not encoded: that there is one is a fact.',
  decide({ relativeHoldsOrSeeksOffice }) {
    const related = condition('relativeHoldsOrSeeksOffice', relativeHoldsOrSeeksOffice, 'ni-no-relative');
    return when(
      related,
      () => decided(true, reason(s30_1, 'ni-tell-the-council', related.facts, 'criminal')),
      () => decided(false, reason(s30_1, related.otherwise, related.facts)),
    );
  },
};

export const s30_2b: Rule<RelativeFacts, Finding<Leave>> = {
  ...lgaNi1972('30(2)(b)'),
  question: 'Must the councillor withdraw while a question about a relative is considered?',
  says: 's.30(2)(b): present at a meeting where a question “relating to or affecting the appointment, remuneration, tenure or conditions of service” and the like of that person is considered, the councillor must withdraw while it is.',
  reading: 'The defence of s.30(5), for a person who is only one of a class, is not encoded.',
  decide(facts) {
    const concerned = all(
      condition('relativeHoldsOrSeeksOffice', facts.relativeHoldsOrSeeksOffice, 'ni-no-relative'),
      condition('presentAtCouncilMeeting', facts.presentAtCouncilMeeting, 'ni-not-present'),
      condition('questionAffectsRelative', facts.questionAffectsRelative, 'ni-question-not-about-relative'),
    );
    return when<Leave>(
      concerned,
      () => decided(true, reason(s30_2b, 'ni-withdraw-for-relative', concerned.facts, 'criminal')),
      () => decided(false, reason(s30_2b, concerned.otherwise, concerned.facts)),
    );
  },
};

export const s30: Rule<RelativeFacts, RelativeAnswer> = {
  ...lgaNi1972('30'),
  question: 'What must a councillor do whose relative works for the council or seeks to?',
  says: 's.30: disclose the relationship to the council in writing, and withdraw while a question about the relative is considered; s.30(4) makes it an offence not to.',
  decide: (facts, asAt) => ({
    mustTellTheCouncilInWriting: s30_1.decide(facts, asAt),
    leave: s30_2b.decide(facts, asAt),
  }),
};
