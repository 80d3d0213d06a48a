import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints } from './finding-in-short.js';
import { s29_3 } from './s29-3-keep-the-entry.js';
import type { KeepEntryFacts } from './s29-3-keep-the-entry.js';

const member: KeepEntryFacts = {
  interestStillHeld: true,
  personIsMember: true,
  transitoryOnReElection: false,
};
const former: KeepEntryFacts = { ...member, personIsMember: false };

const KEPT = ['true', 'entry-is-kept'];
const INTEREST_GONE = ['false', 'interest-gone-so-entry-may-go'];
const LEFT = ['false', 'left-office-so-entry-may-go'];

export const KEEP_ENTRY_CASES: CaseTable<KeepEntryFacts, Finding<boolean>, readonly string[]> = {
  title: 'Whether an entry must be kept',
  rules: [s29_3.id],
  columns: ['Must be kept', 'Because'],
  decide: (facts) => s29_3.decide(facts, civilDate('2021-06-01')),
  summary: valueAndPoints,
  cases: [
    { name: 'of a member who still has the interest', facts: member, expected: KEPT },
    {
      name: 'of a member who no longer has it',
      facts: { ...member, interestStillHeld: false },
      expected: INTEREST_GONE,
    },
    { name: 'of a former member', facts: former, expected: LEFT },
    {
      name: 'of a former member, whether or not they still have it',
      facts: { ...former, interestStillHeld: undefined },
      expected: LEFT,
    },
    {
      name: 'in the moment’s gap before a new term',
      facts: { ...former, transitoryOnReElection: true },
      expected: ['true', 'moments-gap-is-ignored, entry-is-kept'],
    },
    {
      name: 'in such a gap, of an interest that is gone',
      facts: { ...former, transitoryOnReElection: true, interestStillHeld: false },
      expected: INTEREST_GONE,
    },
    {
      name: 'of a former member who no longer has it: both say so',
      facts: { ...former, interestStillHeld: false },
      expected: ['false', 'interest-gone-so-entry-may-go, left-office-so-entry-may-go'],
    },
    {
      name: 'of a member, a gap is not asked about',
      facts: { ...member, transitoryOnReElection: undefined },
      expected: KEPT,
    },
    {
      name: 'whether a member still has it is not known: that is the question',
      facts: { ...member, interestStillHeld: undefined },
      expected: ['? interestStillHeld', 'interest-gone-so-entry-may-go, entry-is-kept'],
    },
    {
      name: 'whether the person is still a member is not known: that is the question',
      facts: { ...member, personIsMember: undefined },
      expected: ['? personIsMember', 'left-office-so-entry-may-go, entry-is-kept'],
    },
    {
      name: 'whether it is only a gap is not known: that is the question',
      facts: { ...former, transitoryOnReElection: undefined },
      expected: ['? transitoryOnReElection', 'left-office-so-entry-may-go, entry-is-kept'],
    },
    {
      name: 'nothing is known: whether they still have it is asked first',
      facts: {},
      expected: [
        '? interestStillHeld',
        'interest-gone-so-entry-may-go, left-office-so-entry-may-go, entry-is-kept',
      ],
    },
  ],
};
