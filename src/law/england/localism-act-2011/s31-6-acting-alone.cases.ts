import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import type { MeetingInterest } from '../../facts.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints } from './finding-in-short.js';
import { engagementAlone, s31_6 } from './s31-6-acting-alone.js';
import type { ActingAloneFacts } from './s31-6-acting-alone.js';

export const AWARE_ON = civilDate('2022-02-10');

const registeredDpi = {
  kind: 'dpi',
  heldBy: 'self',
  memberAwareOfPartners: true,
  inRegister: true,
  pending: false,
  sensitive: 'no',
} as const satisfies MeetingInterest;

/** A cabinet member alone with a matter in which they have a registered interest, and they know: every fact known. */
export const matterAlone = {
  mayBeDischargedAlone: true,
  interest: registeredDpi,
  interestIsInTheMatter: true,
  memberAwareItIs: true,
  becameAwareOn: AWARE_ON,
  step: null,
  dispensations: [],
} as const satisfies ActingAloneFacts;

/** The same with another interest. */
export function aloneWithInterest(interest: MeetingInterest): ActingAloneFacts {
  return { ...matterAlone, interest: { ...registeredDpi, ...interest } };
}

const APPLIES = ['true', 'acting-alone-rules-apply'];
const open = (fact: string, otherwise: string): readonly string[] => [
  `? ${fact}`,
  `acting-alone-rules-apply, ${otherwise}`,
];

export const ACTING_ALONE_CASES: CaseTable<ActingAloneFacts, Finding<boolean>, readonly string[]> = {
  title: 'Whether the rules on members who act alone apply',
  rules: [s31_6.id],
  columns: ['Apply', 'Because'],
  decide: (facts) => engagementAlone(s31_6.decide(facts, AWARE_ON)),
  summary: valueAndPoints,
  cases: [
    {
      name: 'a member alone, an interest in the matter, and aware of it',
      facts: matterAlone,
      expected: APPLIES,
    },
    {
      name: 'not for a member alone, but for a meeting',
      facts: { ...matterAlone, mayBeDischargedAlone: false },
      expected: ['false', 'not-for-a-member-alone'],
    },
    {
      name: 'no interest at all',
      facts: { ...matterAlone, interest: null },
      expected: ['false', 'no-interest'],
    },
    {
      name: 'an interest that only a code knows',
      facts: aloneWithInterest({ kind: 'odi' }),
      expected: ['false', 'not-a-dpi'],
    },
    {
      name: 'a partner’s that the member knows of',
      facts: aloneWithInterest({ heldBy: 'partner', memberAwareOfPartners: true }),
      expected: APPLIES,
    },
    {
      name: 'a partner’s that the member does not know of',
      facts: aloneWithInterest({ heldBy: 'partner', memberAwareOfPartners: false }),
      expected: ['false', 'member-not-aware-of-partners'],
    },
    {
      name: 'an interest that is in another matter',
      facts: { ...matterAlone, interestIsInTheMatter: false },
      expected: ['false', 'not-in-the-matter'],
    },
    {
      name: 'a member who does not know that it is in the matter',
      facts: { ...matterAlone, memberAwareItIs: false, becameAwareOn: undefined },
      expected: ['false', 'member-not-aware-it-is'],
    },
    {
      name: 'whether it is for the member alone is not known',
      facts: { ...matterAlone, mayBeDischargedAlone: undefined },
      expected: open('mayBeDischargedAlone', 'not-for-a-member-alone'),
    },
    {
      name: 'whether there is an interest is not known',
      facts: { ...matterAlone, interest: undefined },
      expected: open('interest', 'no-interest'),
    },
    {
      name: 'whether the member knows is not known',
      facts: { ...matterAlone, memberAwareItIs: undefined },
      expected: open('memberAwareItIs', 'member-not-aware-it-is'),
    },
  ],
};
