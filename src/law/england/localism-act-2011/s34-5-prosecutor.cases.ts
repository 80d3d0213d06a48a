import type { CaseTable } from '../../case-table.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { s34_5 } from './s34-5-prosecutor.js';
import type { ProsecutorAnswer, ProsecutorFacts } from './s34-5-prosecutor.js';

export const PROSECUTOR_CASES: CaseTable<ProsecutorFacts, ProsecutorAnswer, readonly string[]> = {
  title: 'Who may prosecute',
  rules: [s34_5.id],
  columns: ['May', 'Why'],
  decide: (facts) => s34_5.decide(facts, civilDate('2017-10-24')),
  summary: ({ mayInstitute }) => [findingInShort(mayInstitute), whyInShort(mayInstitute)],
  cases: [
    {
      name: 'a resident, the council or its monitoring officer',
      facts: { prosecutor: 'anybody-else' },
      expected: ['false', 'only-the-dpp-prosecutes'],
    },
    {
      name: 'the Director of Public Prosecutions',
      facts: { prosecutor: 'the-dpp' },
      expected: ['true', 'prosecuted-by-or-for-the-dpp'],
    },
    {
      name: 'a Crown prosecutor, on the Director’s behalf',
      facts: { prosecutor: 'on-behalf-of-the-dpp' },
      expected: ['true', 'prosecuted-by-or-for-the-dpp'],
    },
    { name: 'who it is is not known, and decides', facts: {}, expected: ['? prosecutor', ''] },
  ],
};
