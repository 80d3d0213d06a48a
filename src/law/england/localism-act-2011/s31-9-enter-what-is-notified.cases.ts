import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { valueInShort } from './finding-in-short.js';
import { s31_9 } from './s31-9-enter-what-is-notified.js';
import type { EnterFacts } from './s31-9-enter-what-is-notified.js';

export const ENTER_CASES: CaseTable<EnterFacts, Finding<boolean>, readonly string[]> = {
  title: 'Whether the monitoring officer must enter what was notified',
  rules: [s31_9.id],
  columns: ['Must be entered', 'By'],
  decide: (facts) => s31_9.decide(facts, civilDate('2017-10-24')),
  summary: (finding) => [
    valueInShort(finding),
    finding.kind === 'cannot-tell'
      ? ''
      : finding.reasons.map(({ point, citation }) => `${point}: ${citation.text}`).join('; '),
  ],
  cases: [
    {
      name: 'notified on taking office',
      facts: { notifiedFor: 'taking-office' },
      expected: ['true', 'must-be-entered: Localism Act 2011 s.30(4)'],
    },
    {
      name: 'notified after a meeting',
      facts: { notifiedFor: 'meeting' },
      expected: ['true', 'must-be-entered: Localism Act 2011 s.31(9)'],
    },
    {
      name: 'notified because of a matter alone',
      facts: { notifiedFor: 'acting-alone' },
      expected: ['true', 'must-be-entered: Localism Act 2011 s.31(9)'],
    },
    {
      name: 'notified freely: as the authority has determined',
      facts: { notifiedFor: 'freely' },
      expected: ['false', 'entering-is-for-the-authority: Localism Act 2011 s.29(2)'],
    },
    {
      name: 'why it was notified is not known: that is the question',
      facts: {},
      expected: ['? notifiedFor', ''],
    },
  ],
};
