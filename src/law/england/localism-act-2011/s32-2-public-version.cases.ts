import type { CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { valueInShort } from './finding-in-short.js';
import { s32_2 } from './s32-2-public-version.js';
import type { EntryFacts, PublicVersion } from './s32-2-public-version.js';

const SHOWN = ['true', 'false', 'true'];
const NOT_ENTERED = ['false', 'false', 'false'];

export const PUBLIC_VERSION_CASES: CaseTable<EntryFacts, PublicVersion, readonly string[]> = {
  title: 'What the public version of the register may show',
  rules: [s32_2.id],
  columns: ['May show the details', 'May say that they are withheld', 'The register holds them'],
  decide: (facts) => s32_2.decide(facts, civilDate('2017-10-24')),
  summary: ({ mayIncludeDetails, mayStateThatDetailsAreWithheld, registerHoldsDetails }) =>
    [mayIncludeDetails, mayStateThatDetailsAreWithheld, registerHoldsDetails].map(valueInShort),
  cases: [
    {
      name: 'sensitive by agreement: the details are kept back, and that may be said',
      facts: { inRegister: true, sensitive: 'agreed' },
      expected: ['false', 'true', 'true'],
    },
    {
      name: 'claimed by the member only: like any other',
      facts: { inRegister: true, sensitive: 'claimed' },
      expected: SHOWN,
    },
    { name: 'not sensitive', facts: { inRegister: true, sensitive: 'no' }, expected: SHOWN },
    {
      name: 'sensitive by agreement and not entered: there is nothing to show',
      facts: { inRegister: false, sensitive: 'agreed' },
      expected: NOT_ENTERED,
    },
    { name: 'not entered', facts: { inRegister: false }, expected: NOT_ENTERED },
    {
      name: 'whether it is sensitive is not known: that is the question',
      facts: { inRegister: true },
      expected: ['? interest.sensitive', '? interest.sensitive', 'true'],
    },
    {
      name: 'sensitive by agreement: the details are kept back whether or not it is entered',
      facts: { sensitive: 'agreed' },
      expected: ['false', '? interest.inRegister', '? interest.inRegister'],
    },
    {
      name: 'whether it is entered is not known: that is the question',
      facts: { sensitive: 'no' },
      expected: ['? interest.inRegister', 'false', '? interest.inRegister'],
    },
  ],
};
