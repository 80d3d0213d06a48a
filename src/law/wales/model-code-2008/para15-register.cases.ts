import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { findingInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import type { WithinDaysOf } from '../../time/counting.js';
import { para15_5 } from './para15-5-community-councils.js';
import { para15, para15_6 } from './para15-6-first-disclosure.js';
import type { Registering, RegisteringFacts } from './para15-6-first-disclosure.js';
import { para15_1, para15_2, para15_3 } from './para15-register.js';
import type { ChangeFacts, ElectionFacts } from './para15-register.js';

/** The two last days, and the points of the reasons. */
export function daysInShort(finding: Finding<WithinDaysOf | null>): readonly string[] {
  if (finding.kind === 'cannot-tell') return [`? ${finding.question}`, `? ${finding.question}`, ''];
  const { value, reasons } = finding;
  const why = reasons.map(({ point }) => point).join(', ');
  return [value?.safeLastDay ?? 'none', value?.latestArguableLastDay ?? 'none', why];
}

const DAYS = ['Safe last day', 'Latest arguable last day', 'Why'];
const unknown = (fact: string) => [`? ${fact}`, `? ${fact}`, ''];
const electedOn = civilDate('2022-05-05');
const becameAwareOfChangeOn = civilDate('2024-02-05');

export const ELECTION_CASES: CaseTable<ElectionFacts, Finding<WithinDaysOf | null>, readonly string[]> = {
  title: 'Wales: registering on election',
  rules: [para15_1.id, para15_5.id],
  columns: DAYS,
  decide: (facts) => para15_1.decide(facts, para15_1.inForceFrom),
  summary: daysInShort,
  cases: [
    {
      name: 'a county councillor elected on 5 May 2022',
      facts: { authorityKind: 'county', electedOn },
      expected: ['2022-06-01', '2022-06-02', 'wales-register-on-election'],
    },
    {
      name: 'a county councillor elected before a leap day',
      facts: { authorityKind: 'county', electedOn: civilDate('2024-02-05') },
      expected: ['2024-03-03', '2024-03-04', 'wales-register-on-election'],
    },
    {
      name: 'a community councillor has no such duty',
      facts: { authorityKind: 'community', electedOn },
      expected: ['none', 'none', 'wales-community-not-on-election'],
    },
    {
      name: 'nor has one of whom the day of election is not known',
      facts: { authorityKind: 'community' },
      expected: ['none', 'none', 'wales-community-not-on-election'],
    },
    {
      name: 'a member of an authority of a kind that is not known',
      facts: { electedOn },
      expected: unknown('welshAuthorityKind'),
    },
    {
      name: 'a county councillor elected on a day that is not known',
      facts: { authorityKind: 'county' },
      expected: unknown('electedOn'),
    },
    { name: 'nothing is known', facts: {}, expected: unknown('welshAuthorityKind') },
  ],
};

export const CHANGE_CASES: CaseTable<ChangeFacts, Finding<WithinDaysOf | null>, readonly string[]> = {
  title: 'Wales: registering a new interest or a change',
  rules: [para15_2.id, para15_3.id, para15_5.id],
  columns: DAYS,
  decide: (facts) => para15_2.decide(facts, para15_2.inForceFrom),
  summary: daysInShort,
  cases: [
    {
      name: 'a new interest of a county councillor',
      facts: { authorityKind: 'county', change: 'new-interest', becameAwareOfChangeOn },
      expected: ['2024-03-03', '2024-03-04', 'wales-register-change'],
    },
    {
      name: 'a change to a registered interest of a county councillor',
      facts: { authorityKind: 'county', change: 'change-to-registered', becameAwareOfChangeOn },
      expected: ['2024-03-03', '2024-03-04', 'wales-register-change'],
    },
    {
      name: 'one or the other: by both sub-paragraphs the days are the same',
      facts: { authorityKind: 'county', becameAwareOfChangeOn },
      expected: ['2024-03-03', '2024-03-04', 'wales-register-change, wales-register-change'],
    },
    {
      name: 'a new interest of a community councillor waits for its disclosure',
      facts: { authorityKind: 'community', change: 'new-interest', becameAwareOfChangeOn },
      expected: ['none', 'none', 'wales-community-not-for-new-interests'],
    },
    {
      name: 'a change to what a community councillor has registered does not wait',
      facts: { authorityKind: 'community', change: 'change-to-registered', becameAwareOfChangeOn },
      expected: ['2024-03-03', '2024-03-04', 'wales-register-change'],
    },
    {
      name: 'one or the other, of a community councillor',
      facts: { authorityKind: 'community', becameAwareOfChangeOn },
      expected: unknown('change'),
    },
    {
      name: 'a change to a registered interest, in any authority',
      facts: { change: 'change-to-registered', becameAwareOfChangeOn },
      expected: ['2024-03-03', '2024-03-04', 'wales-register-change'],
    },
    {
      name: 'a new interest in an authority of a kind that is not known',
      facts: { change: 'new-interest', becameAwareOfChangeOn },
      expected: unknown('welshAuthorityKind'),
    },
    {
      name: 'a new interest that the member became aware of on a day that is not known',
      facts: { authorityKind: 'county', change: 'new-interest' },
      expected: unknown('becameAwareOfChangeOn'),
    },
  ],
};

const elected = {
  authorityKind: 'county',
  justElected: true,
  hasPersonalInterest: true,
  disclosedAtMeeting: false,
} as const satisfies RegisteringFacts;

export const FIRST_DISCLOSURE_CASES: CaseTable<RegisteringFacts, Registering, readonly string[]> = {
  title: 'Wales: registering now, or when it is first disclosed',
  rules: [para15.id, para15_6.id, para15_5.id, para15_1.id, para15_2.id],
  columns: ['Register now', 'Why', 'Register when first disclosed'],
  decide: (facts) => para15.decide(facts, para15.inForceFrom),
  summary: ({ mustRegisterNow: now, mustRegisterOnFirstDisclosure: later }) => [
    findingInShort(now),
    now.kind === 'cannot-tell' ? '' : (now.reasons[0]?.point ?? ''),
    findingInShort(later),
  ],
  cases: [
    {
      name: 'a community councillor who was just elected',
      facts: { ...elected, authorityKind: 'community' },
      expected: ['false', 'wales-community-not-on-election', 'true'],
    },
    {
      name: 'a community councillor who has disclosed it',
      facts: { ...elected, authorityKind: 'community', disclosedAtMeeting: true },
      expected: ['true', 'wales-register-at-first-disclosure', 'true'],
    },
    {
      name: 'a community councillor, and whether it was disclosed is not known',
      facts: { ...elected, authorityKind: 'community', disclosedAtMeeting: undefined },
      expected: ['? disclosedAtMeeting', '', 'true'],
    },
    {
      name: 'a county councillor who was just elected',
      facts: elected,
      expected: ['true', 'wales-register-held-on-election', 'true'],
    },
    {
      name: 'a county councillor with a new interest',
      facts: { ...elected, justElected: false },
      expected: ['true', 'wales-register-new-interest', 'true'],
    },
    {
      name: 'a county councillor, just elected or not',
      facts: { ...elected, justElected: undefined },
      expected: ['true', 'wales-register-held-on-election', 'true'],
    },
    {
      name: 'a member of an authority of a kind that is not known',
      facts: { ...elected, authorityKind: undefined },
      expected: ['? welshAuthorityKind', '', 'true'],
    },
    {
      name: 'a member of any authority who has disclosed it',
      facts: { ...elected, authorityKind: undefined, disclosedAtMeeting: true },
      expected: ['true', 'wales-register-held-on-election', 'true'],
    },
    {
      name: 'nobody registers what they do not have',
      facts: { ...elected, hasPersonalInterest: false },
      expected: ['false', 'wales-no-interest-to-register', 'false'],
    },
    {
      name: 'whether there is an interest is not known',
      facts: { ...elected, hasPersonalInterest: undefined },
      expected: ['? hasPersonalInterest', '', '? hasPersonalInterest'],
    },
  ],
};
