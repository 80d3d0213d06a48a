import type { CaseTable } from '../../case-table.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { s34_4 } from './s34-4-disqualification.js';
import type { DisqualificationAnswer, DisqualificationFacts } from './s34-4-disqualification.js';

export const DISQUALIFICATION_CASES: CaseTable<
  DisqualificationFacts,
  DisqualificationAnswer,
  readonly string[]
> = {
  title: 'Disqualification',
  rules: [s34_4.id],
  columns: ['At most, in years', 'From', 'Why'],
  decide: (facts) => s34_4.decide(facts, civilDate('2017-10-24')),
  summary: ({ maximumYears, appliesTo }) => [
    findingInShort(maximumYears),
    findingInShort(appliesTo),
    [maximumYears, appliesTo].map(whyInShort).join('; '),
  ],
  cases: [
    {
      name: 'a member who is convicted',
      facts: { convicted: true },
      expected: [
        '5',
        'this-and-any-other-relevant-authority',
        'disqualification-up-to-five-years; disqualification-everywhere',
      ],
    },
    {
      name: 'a member who is not',
      facts: { convicted: false },
      expected: ['0', 'null', 'not-convicted; not-convicted'],
    },
    {
      name: 'whether they are is not known, and decides',
      facts: {},
      expected: ['? convicted', '? convicted', '; '],
    },
  ],
};
