import type { OpenGrounds } from '../../rulebook.js';
import type { CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { valueInShort } from './finding-in-short.js';
import { grounds } from './s33-2-grounds.js';
import type { GroundsFacts } from './s33-2-grounds.js';

export const GROUNDS_CASES: CaseTable<GroundsFacts, OpenGrounds, readonly string[]> = {
  title: 'On which grounds a dispensation may be granted',
  rules: [grounds.id],
  columns: ['(a)', '(b)', '(c)', '(d)', '(e)'],
  decide: (facts) => grounds.decide(facts, civilDate('2021-06-01')),
  summary: ({ a, b, c, d, e }) => [a, b, c, d, e].map(valueInShort),
  cases: [
    {
      name: 'with executive arrangements, all five',
      facts: { executiveArrangements: true },
      expected: ['true', 'true', 'true', 'true', 'true'],
    },
    {
      name: 'without them, all but (d)',
      facts: { executiveArrangements: false },
      expected: ['true', 'true', 'true', 'false', 'true'],
    },
    {
      name: 'whether there are is not known: it is the question for (d) alone',
      facts: {},
      expected: ['true', 'true', 'true', '? executiveArrangements', 'true'],
    },
  ],
};
