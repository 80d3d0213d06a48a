import type { CaseTable } from '../case-table.js';
import { findingInShort, whyInShort } from '../finding-in-short.js';
import { civilDate } from '../time/civil-date.js';
import { partyWhip } from './party-whip.js';
import type { PartyWhipAnswer, PartyWhipFacts } from './party-whip.js';

const whipped = {
  overviewAndScrutiny: true,
  underPartyWhip: true,
  code: null,
} as const satisfies PartyWhipFacts;

/** No vote is taken away, nobody leaves, and a whip is no interest. */
const AS_ALWAYS = ['true', 'false', 'false'];

export const PARTY_WHIP_CASES: CaseTable<PartyWhipFacts, PartyWhipAnswer, readonly string[]> = {
  title: 'A party whip in England',
  rules: [partyWhip.id],
  columns: ['Must declare it', 'Is minuted', 'May vote', 'Must leave', 'Is an interest', 'Why'],
  decide: (facts) => partyWhip.decide(facts, civilDate('2017-10-24')),
  summary: ({ mustDeclareWhip, recordInMinutes, mayVote, mustLeaveRoom, isAnInterest }) => [
    ...[mustDeclareWhip, recordInMinutes, mayVote, mustLeaveRoom, isAnInterest].map(findingInShort),
    whyInShort(mustDeclareWhip),
  ],
  cases: [
    {
      name: 'at a scrutiny committee or panel',
      facts: whipped,
      expected: ['true', 'true', ...AS_ALWAYS, 'declare-party-whip'],
    },
    {
      name: 'where the agenda asks for it, as Worcestershire’s does',
      facts: { ...whipped, code: 'worcestershire-2012' },
      expected: ['true', 'true', ...AS_ALWAYS, 'declare-party-whip, agenda-asks-for-party-whip'],
    },
    {
      name: 'at a meeting that scrutinises nothing',
      facts: { ...whipped, overviewAndScrutiny: false },
      expected: ['false', 'false', ...AS_ALWAYS, 'not-overview-and-scrutiny'],
    },
    {
      name: 'a scrutiny member who is under none',
      facts: { ...whipped, underPartyWhip: false },
      expected: ['false', 'false', ...AS_ALWAYS, 'no-party-whip'],
    },
    {
      name: 'whether they are under one is not known, and decides',
      facts: { ...whipped, underPartyWhip: undefined },
      expected: ['? underPartyWhip', '? underPartyWhip', ...AS_ALWAYS, ''],
    },
    {
      name: 'what the meeting is is not known, and decides',
      facts: { ...whipped, overviewAndScrutiny: undefined },
      expected: ['? overviewAndScrutiny', '? overviewAndScrutiny', ...AS_ALWAYS, ''],
    },
  ],
};
