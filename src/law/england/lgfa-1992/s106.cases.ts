import type { Case, CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { s106_1 } from './s106-1-unpaid.js';
import type { CouncilTaxFacts } from './s106-1-unpaid.js';
import { s106_2 } from './s106-2-at-a-meeting.js';
import type { CouncilTaxAnswer } from './s106-2-at-a-meeting.js';
import { s106_2A } from './s106-2a-executive.js';

/** Nearly three months behind, at the meeting that sets the council tax: every fact known. */
const behind = {
  meetingDate: civilDate('2024-02-22'),
  formalMeeting: true,
  present: true,
  councilTaxPayableSince: civilDate('2023-12-01'),
  stillUnpaid: true,
  business: 'calculation',
  executiveFunction: true,
  dispensationUnderS33: false,
} as const satisfies CouncilTaxFacts;
const since = (day: string): CouncilTaxFacts => ({ ...behind, councilTaxPayableSince: civilDate(day) });

const BARRED = ['true', 'true', 'false', 'false', 'council-tax-unpaid-two-months, council-tax-no-vote'];
const free = (why: string): readonly string[] => ['false', 'true', 'true', 'false', why];
const waits = (fact: string): readonly string[] => [`? ${fact}`, 'true', `? ${fact}`, 'false', ''];

const AT_A_MEETING: readonly Case<CouncilTaxFacts, readonly string[]>[] = [
  { name: 'nearly three months behind, when the council tax is set', facts: behind, expected: BARRED },
  {
    name: 'two months behind to the day',
    facts: since('2023-12-22'),
    expected: BARRED,
  },
  {
    name: 'a day less than two months behind',
    facts: since('2023-12-23'),
    expected: free('council-tax-unpaid-under-two-months'),
  },
  {
    name: 'six weeks behind',
    facts: since('2024-01-10'),
    expected: free('council-tax-unpaid-under-two-months'),
  },
  {
    name: 'payable on 31 December: two months are complete on the last day of February',
    facts: { ...since('2023-12-31'), meetingDate: civilDate('2024-02-29') },
    expected: BARRED,
  },
  {
    name: 'payable on 31 December: and not on the day before',
    facts: { ...since('2023-12-31'), meetingDate: civilDate('2024-02-28') },
    expected: free('council-tax-unpaid-under-two-months'),
  },
  {
    name: 'paid before the meeting',
    facts: { ...behind, stillUnpaid: false },
    expected: free('council-tax-paid'),
  },
  {
    name: 'owing nothing, whatever the business',
    facts: { ...behind, councilTaxPayableSince: null },
    expected: free('no-council-tax-payable'),
  },
  {
    name: 'a decision that might affect the calculation',
    facts: { ...behind, business: 'might-affect-calculation' },
    expected: BARRED,
  },
  {
    name: 'running or enforcing council tax',
    facts: { ...behind, business: 'administration-or-enforcement' },
    expected: BARRED,
  },
  {
    name: 'library opening hours',
    facts: { ...behind, business: 'unrelated' },
    expected: free('council-tax-not-in-the-business'),
  },
  {
    name: 'a dispensation under the Localism Act lifts nothing',
    facts: { ...behind, dispensationUnderS33: true },
    expected: [
      ...BARRED.slice(0, 4),
      'council-tax-unpaid-two-months, council-tax-no-vote, council-tax-bar-not-dispensable',
    ],
  },
  {
    name: 'not there',
    facts: { ...behind, present: false },
    expected: free('not-present'),
  },
  {
    name: 'a briefing',
    facts: { ...behind, formalMeeting: false },
    expected: free('not-a-formal-meeting'),
  },
  {
    name: 'since when it is owed is not known, and decides',
    facts: { ...behind, councilTaxPayableSince: undefined },
    expected: waits('councilTaxPayableSince'),
  },
  {
    name: 'whether it was paid is not known, and decides',
    facts: { ...behind, stillUnpaid: undefined },
    expected: waits('stillUnpaid'),
  },
  {
    name: 'whether it was paid does not matter six weeks on',
    facts: { ...since('2024-01-10'), stillUnpaid: undefined },
    expected: free('council-tax-unpaid-under-two-months'),
  },
  {
    name: 'what the business is is not known, and decides',
    facts: { ...behind, business: undefined },
    expected: waits('business'),
  },
  {
    name: 'whether the member is there is not known, and decides',
    facts: { ...behind, present: undefined },
    expected: waits('present'),
  },
];

export const COUNCIL_TAX_MEETING_CASES: CaseTable<CouncilTaxFacts, CouncilTaxAnswer, readonly string[]> = {
  title: 'A member who owes council tax, at a meeting on 22 February 2024',
  rules: [s106_1.id, s106_2.id],
  columns: ['Must declare', 'May speak', 'May vote', 'Must leave', 'Why'],
  decide: (facts) => s106_2.decide(facts, facts.meetingDate),
  summary: ({ mustDiscloseThatSectionApplies, mayDiscuss, mayVote, mustLeaveRoom }) => [
    ...[mustDiscloseThatSectionApplies, mayDiscuss, mayVote, mustLeaveRoom].map(findingInShort),
    whyInShort(mayVote),
  ],
  cases: AT_A_MEETING,
  always: ['meetingDate'],
};

const NO_ACTION = 'council-tax-unpaid-two-months, council-tax-no-executive-action';

export const COUNCIL_TAX_EXECUTIVE_CASES: CaseTable<CouncilTaxFacts, Finding<boolean>, readonly string[]> = {
  title: 'A member of the executive who owes council tax',
  rules: [s106_1.id, s106_2A.id],
  columns: ['May act', 'Why'],
  decide: (facts) => s106_2A.decide(facts, facts.meetingDate),
  summary: (answer) => [findingInShort(answer), whyInShort(answer)],
  always: ['meetingDate'],
  cases: [
    { name: 'on a council-tax matter of the executive', facts: behind, expected: ['false', NO_ACTION] },
    {
      name: 'outside any meeting as well',
      facts: { ...behind, formalMeeting: false, present: false },
      expected: ['false', NO_ACTION],
    },
    {
      name: 'with a dispensation under the Localism Act, which lifts nothing',
      facts: { ...behind, dispensationUnderS33: true },
      expected: ['false', `${NO_ACTION}, council-tax-bar-not-dispensable`],
    },
    {
      name: 'on a matter that is not the executive’s',
      facts: { ...behind, executiveFunction: false },
      expected: ['true', 'not-an-executive-function'],
    },
    {
      name: 'on a matter that is not about council tax',
      facts: { ...behind, business: 'unrelated' },
      expected: ['true', 'council-tax-not-in-the-business'],
    },
    {
      name: 'six weeks behind',
      facts: since('2024-01-10'),
      expected: ['true', 'council-tax-unpaid-under-two-months'],
    },
    {
      name: 'whether it is the executive’s is not known, and decides',
      facts: { ...behind, executiveFunction: undefined },
      expected: ['? executiveFunction', ''],
    },
    {
      name: 'whether it is the executive’s does not matter once the tax is paid',
      facts: { ...behind, executiveFunction: undefined, stillUnpaid: false },
      expected: ['true', 'council-tax-paid'],
    },
  ],
};
