import type { CaseTable } from '../../case-table.js';
import type { NotEncoded } from '../../conclusion.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { fineFor } from './s34-3-fine.js';
import type { FineAnswer, FineFacts } from './s34-3-fine.js';

const CAPPED = [
  '500000',
  'fine-up-to-five-thousand-pounds, limit-kept-before-12-march-2015, limit-kept-before-12-march-2015',
];
const UNLIMITED = [
  'unlimited',
  'fine-without-limit, limit-removed-from-12-march-2015, limit-removed-from-12-march-2015',
];

export const FINE_CASES: CaseTable<FineFacts, FineAnswer | NotEncoded, readonly string[]> = {
  title: 'The fine, by the day of the offence',
  rules: ['england/localism-act-2011/s34(3)'],
  columns: ['At most, in pence', 'Why'],
  decide: fineFor,
  summary: (answer) =>
    'kind' in answer
      ? ['not encoded', answer.on]
      : [findingInShort(answer.maximumFine), whyInShort(answer.maximumFine)],
  cases: [
    {
      name: 'the last day of the limit of £5,000',
      facts: { offenceOn: civilDate('2015-03-11') },
      expected: CAPPED,
    },
    {
      name: 'the first day without a limit',
      facts: { offenceOn: civilDate('2015-03-12') },
      expected: UNLIMITED,
    },
    {
      name: 'the first day of the section',
      facts: { offenceOn: civilDate('2012-07-01') },
      expected: CAPPED,
    },
    {
      name: 'the eve of the section, when there was no such offence',
      facts: { offenceOn: civilDate('2012-06-30') },
      expected: ['not encoded', '2012-06-30'],
    },
    {
      name: 'in October 2017, whatever a page of that month said',
      facts: { offenceOn: civilDate('2017-10-24') },
      expected: UNLIMITED,
    },
    { name: 'the day is not known, and decides', facts: {}, expected: ['? offenceOn', ''] },
  ],
};
