import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { s28_1, s28_1b } from './s28-1-pecuniary-interests.js';
import type { NorthernIrishMeetingAnswer, PecuniaryFacts } from './s28-1-pecuniary-interests.js';
import { s28_2 } from './s28-2-small-shareholdings.js';
import type { ShareholdingFacts } from './s28-2-small-shareholdings.js';

const inDebate = {
  pecuniaryInterest: 'other',
  presentAtCouncilMeeting: true,
  partOfCommitteeReport: true,
  separateDebate: true,
} as const satisfies PecuniaryFacts;

const SAY_AND_GO = ['existence_and_nature', 'false', 'false', 'false', 'true'];
const SAY_AND_STAY_SILENT = ['existence_and_nature', 'false', 'false', 'false', 'false'];
const ONLY_SAY = ['existence_and_nature', 'true', 'true', 'true', 'false'];
const FREE = ['none', 'true', 'true', 'true', 'false'];
const ask = (fact: string, times: number) => Array<string>(times).fill(`? ${fact}`);

export const PECUNIARY_CASES: CaseTable<PecuniaryFacts, NorthernIrishMeetingAnswer, readonly string[]> = {
  title: 'Northern Ireland: a pecuniary interest at a meeting of the council',
  rules: [s28_1.id, s28_1b.id],
  columns: ['Disclose', 'Preside', 'Discuss', 'Vote', 'Leave'],
  decide: (facts) => s28_1.decide(facts, s28_1.inForceFrom),
  summary: ({ disclose, preside, discuss, vote, leave }) =>
    [disclose, preside, discuss, vote, leave].map(findingInShort),
  cases: [
    { name: 'in a matter that is debated separately', facts: inDebate, expected: SAY_AND_GO },
    {
      name: 'debated separately, whether or not it came in a report',
      facts: { ...inDebate, partOfCommitteeReport: undefined },
      expected: SAY_AND_GO,
    },
    {
      name: 'in a matter that is only part of a committee’s report',
      facts: { ...inDebate, separateDebate: false },
      expected: SAY_AND_STAY_SILENT,
    },
    {
      name: 'in a matter that is not part of a committee’s report',
      facts: { ...inDebate, partOfCommitteeReport: false, separateDebate: false },
      expected: SAY_AND_GO,
    },
    {
      name: 'whether it is part of a report is not known',
      facts: { ...inDebate, partOfCommitteeReport: undefined, separateDebate: false },
      expected: ['existence_and_nature', 'false', 'false', 'false', '? partOfCommitteeReport'],
    },
    {
      name: 'whether it is debated separately is not known',
      facts: { ...inDebate, separateDebate: undefined },
      expected: ['existence_and_nature', 'false', 'false', 'false', '? separateDebate'],
    },
    {
      name: 'a small shareholding is disclosed and bars nothing',
      facts: { ...inDebate, pecuniaryInterest: 'small-shareholding' },
      expected: ONLY_SAY,
    },
    { name: 'no pecuniary interest', facts: { ...inDebate, pecuniaryInterest: 'none' }, expected: FREE },
    {
      name: 'a councillor who is not there',
      facts: { ...inDebate, presentAtCouncilMeeting: false },
      expected: FREE,
    },
    {
      name: 'whether the councillor will be there is not known',
      facts: { ...inDebate, presentAtCouncilMeeting: undefined },
      expected: ask('presentAtCouncilMeeting', 5),
    },
    {
      name: 'whether there is an interest is not known',
      facts: { ...inDebate, pecuniaryInterest: undefined },
      expected: ask('pecuniaryInterest', 5),
    },
    {
      name: 'with no interest it does not matter who is there',
      facts: { pecuniaryInterest: 'none' },
      expected: FREE,
    },
  ],
};

const atTheLimit = {
  onlyByOwningShares: true,
  sharesHeldPence: 50_000,
  issuedShareCapitalPence: 5_000_000,
} as const satisfies ShareholdingFacts;

export const SHAREHOLDING_CASES: CaseTable<ShareholdingFacts, Finding<boolean>, readonly string[]> = {
  title: 'Northern Ireland: a small shareholding',
  rules: [s28_2.id],
  columns: ['Small', 'Why'],
  decide: (facts) => s28_2.decide(facts, s28_2.inForceFrom),
  summary: (finding) => [findingInShort(finding), whyInShort(finding)],
  cases: [
    {
      name: 'exactly £500 and exactly one hundredth',
      facts: atTheLimit,
      expected: ['true', 'ni-small-shareholding'],
    },
    {
      name: 'a penny over £500, in a large company',
      facts: { ...atTheLimit, sharesHeldPence: 50_001, issuedShareCapitalPence: 100_000_000 },
      expected: ['false', 'ni-shares-over-the-limit'],
    },
    {
      name: 'a penny less in the company, so that £500 is over one hundredth',
      facts: { ...atTheLimit, issuedShareCapitalPence: 4_999_999 },
      expected: ['false', 'ni-shares-over-the-limit'],
    },
    {
      name: 'an interest by more than owning shares',
      facts: { ...atTheLimit, onlyByOwningShares: false },
      expected: ['false', 'ni-not-only-shares'],
    },
    {
      name: 'over £500, the share capital is not asked about',
      facts: { ...atTheLimit, sharesHeldPence: 50_001, issuedShareCapitalPence: undefined },
      expected: ['false', 'ni-shares-over-the-limit'],
    },
    {
      name: 'the share capital is not known',
      facts: { ...atTheLimit, issuedShareCapitalPence: undefined },
      expected: ['? issuedShareCapitalPence', ''],
    },
    {
      name: 'the shares held are not known',
      facts: { ...atTheLimit, sharesHeldPence: undefined },
      expected: ['? sharesHeldPence', ''],
    },
    {
      name: 'whether it is only by owning shares is not known',
      facts: { ...atTheLimit, onlyByOwningShares: undefined },
      expected: ['? onlyByOwningShares', ''],
    },
  ],
};
