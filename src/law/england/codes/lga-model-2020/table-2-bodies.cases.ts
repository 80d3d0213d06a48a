import type { Case, CaseTable } from '../../../case-table.js';
import type { Finding } from '../../../conclusion.js';
import { findingInShort, whyInShort } from '../../../finding-in-short.js';
import { civilDate } from '../../../time/civil-date.js';
import { isOtherRegisterableInterest } from './table-2-bodies.js';
import type { BodyFacts } from './table-2-bodies.js';

const club = {
  unpaidDirector: false,
  memberOrInControl: true,
  nominatedByAuthority: false,
  functionsOfPublicNature: false,
  charitablePurposes: false,
  influencesOpinion: false,
} as const satisfies BodyFacts;
const REGISTERED = ['true', 'body-is-registered'];

const CASES: readonly Case<BodyFacts, readonly string[]>[] = [
  {
    name: 'a member of a bowls club that is none of these',
    facts: club,
    expected: ['false', 'body-of-another-sort'],
  },
  {
    name: 'a member of another council, or of a body like it',
    facts: { ...club, functionsOfPublicNature: true },
    expected: REGISTERED,
  },
  { name: 'a trustee of a charity', facts: { ...club, charitablePurposes: true }, expected: REGISTERED },
  {
    name: 'a member of a party or of a trade union',
    facts: { ...club, influencesOpinion: true },
    expected: REGISTERED,
  },
  {
    name: 'nominated to a body of any sort by the council',
    facts: { ...club, nominatedByAuthority: true },
    expected: REGISTERED,
  },
  {
    name: 'an unpaid director of a company of any sort',
    facts: { ...club, memberOrInControl: false, unpaidDirector: true },
    expected: REGISTERED,
  },
  {
    name: 'no tie to a charity but a gift to it',
    facts: { ...club, memberOrInControl: false, charitablePurposes: true },
    expected: ['false', 'no-tie-to-the-body'],
  },
  {
    name: 'what sort of body it is does not matter to who has no tie to it',
    facts: { unpaidDirector: false, memberOrInControl: false },
    expected: ['false', 'no-tie-to-the-body'],
  },
  {
    name: 'nor does the rest to an unpaid director',
    facts: { unpaidDirector: true },
    expected: REGISTERED,
  },
  {
    name: 'whether its purposes are charitable is not known',
    facts: { ...club, charitablePurposes: undefined },
    expected: ['? charitablePurposes', ''],
  },
  {
    name: 'whether they are a member of a body of a public nature is not known',
    facts: { ...club, memberOrInControl: undefined, functionsOfPublicNature: true },
    expected: ['? memberOrInControl', ''],
  },
  { name: 'nothing is known', facts: {}, expected: ['? unpaidDirector', ''] },
];

export const TABLE_2_CASES: CaseTable<BodyFacts, Finding<boolean>, readonly string[]> = {
  title: 'LGA model code, Table 2: is a place in a body an other registerable interest?',
  rules: [isOtherRegisterableInterest.id],
  columns: ['Is registered', 'Why'],
  decide: (facts) => isOtherRegisterableInterest.decide(facts, civilDate('2021-03-16')),
  summary: (finding) => [findingInShort(finding), whyInShort(finding)],
  cases: CASES,
};
