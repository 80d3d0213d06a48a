import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import type { Rule } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import type { WithinDaysOf } from '../../time/counting.js';
import { any, test } from '../../truth.js';
import type { WelshAuthorityKind } from './exemption.js';
import { para15_5 } from './para15-5-community-councils.js';
import { paragraph } from './paragraph.js';
import { within28Days } from './within-28-days.js';

export type ElectionFacts = Facts<{
  authorityKind: WelshAuthorityKind;
  /** The day of election or appointment. */
  electedOn: CivilDate;
}>;

export const para15_1: Rule<ElectionFacts, Finding<WithinDaysOf | null>> = {
  ...paragraph('15(1)'),
  question: 'By when must a newly elected member register their personal interests?',
  says: 'Para 15(1): a member must “within 28 days of” their election or appointment, or of the code being adopted or applied if that is later, register the personal interests of para 10(2)(a) by written notice to the monitoring officer.',
  reading:
    'Whether the day of election counts is arguable: both last days are given. The code is taken to have been in place. Sensitive information (para 15(4)) is not encoded.',
  decide: (facts, asAt) =>
    within28Days(
      {
        owedBy: [para15_1],
        point: 'wales-register-on-election',
        exceptBy: para15_5,
        startsOn: 'electedOn',
      },
      para15_5.decide(facts, asAt),
      facts.electedOn,
    ),
};

export type ChangeFacts = Facts<{
  authorityKind: WelshAuthorityKind;
  change: 'new-interest' | 'change-to-registered';
  /** The day on which the member became aware of it. */
  becameAwareOfChangeOn: CivilDate;
}>;

type ChangeRule = Rule<ChangeFacts, Finding<WithinDaysOf | null>>;

export const para15_2: ChangeRule = {
  ...paragraph('15(2)'),
  question: 'By when must a new personal interest, or a change, be registered?',
  says: 'Para 15(2): a member must “within 28 days of becoming aware of any new personal interest” of para 10(2)(a) register it.',
  reading: 'Paras 15(2) and (3) set the same days, and are answered together.',
  decide(facts, asAt) {
    const { change, becameAwareOfChangeOn } = facts;
    const owedBy = { 'new-interest': [para15_2], 'change-to-registered': [para15_3] };
    return within28Days(
      {
        owedBy: change === undefined ? [para15_2, para15_3] : owedBy[change],
        point: 'wales-register-change',
        exceptBy: para15_5,
        startsOn: 'becameAwareOfChangeOn',
      },
      any(
        'wales-community-not-for-new-interests',
        para15_5.decide(facts, asAt),
        test(
          'change',
          change,
          (one) => one === 'change-to-registered',
          'wales-community-not-for-new-interests',
        ),
      ),
      becameAwareOfChangeOn,
    );
  },
};

export const para15_3: ChangeRule = {
  ...paragraph('15(3)'),
  question: 'By when must a change to a registered interest be registered?',
  says: 'Para 15(3): a member must “within 28 days of becoming aware of any change to a registered personal interest” register that change.',
  reading: 'It binds community councillors as well: para 15(5) lifts only (1) and (2) from them.',
  decide: (facts, asAt) => para15_2.decide({ ...facts, change: 'change-to-registered' }, asAt),
};
