import type { Case, CaseTable } from '../../../case-table.js';
import { findingInShort } from '../../../finding-in-short.js';
import { civilDate } from '../../../time/civil-date.js';
import { cabinetMemberAlone } from './app-b-5-acting-alone.js';
import type { CabinetMemberAnswer, CabinetMemberFacts } from './app-b-5-acting-alone.js';

const alone = {
  kind: 'dpi',
  asCabinetMember: true,
  interestIsInTheMatter: true,
  memberAwareItIs: true,
} as const satisfies CabinetMemberFacts;
const BOUND = ['true', 'false', 'true'];
const FREE = ['false', 'true', 'true'];

const CASES: readonly Case<CabinetMemberFacts, readonly string[]>[] = [
  {
    name: 'a disclosable pecuniary interest: notify, no step but handing it over',
    facts: alone,
    expected: BOUND,
  },
  {
    name: 'an other registerable interest: likewise',
    facts: { ...alone, kind: 'ori' },
    expected: BOUND,
  },
  { name: 'a non-registerable interest: likewise', facts: { ...alone, kind: 'nri' }, expected: BOUND },
  { name: 'the kind does not matter', facts: { ...alone, kind: undefined }, expected: BOUND },
  {
    name: 'a decision that is not theirs alone',
    facts: { ...alone, asCabinetMember: false },
    expected: FREE,
  },
  {
    name: 'a matter that does not concern the interest',
    facts: { ...alone, interestIsInTheMatter: false },
    expected: FREE,
  },
  { name: 'not known to the member', facts: { ...alone, memberAwareItIs: false }, expected: FREE },
  {
    name: 'whose decision it is is not known',
    facts: { ...alone, asCabinetMember: undefined },
    expected: ['? asCabinetMember', '? asCabinetMember', 'true'],
  },
];

export const CABINET_MEMBER_CASES: CaseTable<CabinetMemberFacts, CabinetMemberAnswer, readonly string[]> = {
  title: 'LGA model code: a cabinet member who decides alone',
  rules: [cabinetMemberAlone.id],
  columns: ['Must notify the monitoring officer', 'May take steps', 'May hand over'],
  decide: (facts) => cabinetMemberAlone.decide(facts, civilDate('2021-03-16')),
  summary: ({ mustNotifyOfficer, mayTakeSteps, mayHandOver }) =>
    [mustNotifyOfficer, mayTakeSteps, mayHandOver].map(findingInShort),
  cases: CASES,
};
