import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import type { CivilDate } from '../../time/civil-date.js';
import { civilDate } from '../../time/civil-date.js';
import { s9 } from './s9-london-time.js';
import type { MomentFacts } from './s9-london-time.js';

const at = (moment: string): MomentFacts => ({ receivedAt: new Date(moment) });

export const LONDON_TIME_CASES: CaseTable<MomentFacts, Finding<CivilDate>, string> = {
  title: 'On which day something was received',
  rules: [s9.id],
  columns: ['Day'],
  decide: (facts) => s9.decide(facts, civilDate('2017-06-04')),
  summary: (finding) => (finding.kind === 'cannot-tell' ? `? ${finding.question}` : finding.value),
  cases: [
    { name: 'a second before midnight in summer', facts: at('2017-06-04T22:59:59Z'), expected: '2017-06-04' },
    {
      name: 'midnight in summer, when it is 23:00 in Greenwich',
      facts: at('2017-06-04T23:00:00Z'),
      expected: '2017-06-05',
    },
    {
      name: 'half past eleven in Greenwich in winter',
      facts: at('2017-12-04T23:30:00Z'),
      expected: '2017-12-04',
    },
    { name: 'midnight in winter', facts: at('2017-12-05T00:00:00Z'), expected: '2017-12-05' },
    { name: 'at a moment that nobody has given', facts: {}, expected: '? receivedAt' },
  ],
};
