import type { CaseTable } from '../../case-table.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { s78 } from './s78-party-whip.js';
import type { ProhibitedWhipAnswer, ProhibitedWhipFacts } from './s78-party-whip.js';

const whipped = {
  overviewAndScrutiny: true,
  prohibitedPartyWhip: true,
} as const satisfies ProhibitedWhipFacts;
const free = (why: string): readonly string[] => ['false', 'true', 'counted', 'false', 'false', 'false', why];
const waits = (fact: string): readonly string[] => [
  ...Array<string>(4).fill(`? ${fact}`),
  'false',
  'false',
  '',
];

export const PROHIBITED_WHIP_CASES: CaseTable<ProhibitedWhipFacts, ProhibitedWhipAnswer, readonly string[]> =
  {
    title: 'A party whip in Wales',
    rules: [s78.id],
    columns: [
      'Must declare it',
      'May vote',
      'A vote cast is',
      'Is minuted',
      'Must leave',
      'Is an interest',
      'Why',
    ],
    decide: (facts) => s78.decide(facts, civilDate('2024-02-22')),
    summary: ({ mustDeclareWhip, mayVote, voteIfCast, recordInMinutes, mustLeaveRoom, isAnInterest }) => [
      ...[mustDeclareWhip, mayVote, voteIfCast, recordInMinutes, mustLeaveRoom, isAnInterest].map(
        findingInShort,
      ),
      whyInShort(mayVote),
    ],
    cases: [
      {
        name: 'a prohibited whip at an overview and scrutiny committee',
        facts: whipped,
        expected: ['true', 'false', 'disregarded', 'true', 'false', 'false', 'prohibited-whip-no-vote'],
      },
      {
        name: 'at another committee, of which the section does not speak',
        facts: { ...whipped, overviewAndScrutiny: false },
        expected: free('not-overview-and-scrutiny'),
      },
      {
        name: 'no prohibited whip, or none as the chair rules',
        facts: { ...whipped, prohibitedPartyWhip: false },
        expected: free('no-prohibited-whip'),
      },
      {
        name: 'whether there is one is not known, and decides',
        facts: { ...whipped, prohibitedPartyWhip: undefined },
        expected: waits('prohibitedPartyWhip'),
      },
      {
        name: 'what the meeting is is not known, and decides',
        facts: { ...whipped, overviewAndScrutiny: undefined },
        expected: waits('overviewAndScrutiny'),
      },
    ],
  };
