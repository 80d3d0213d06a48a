import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints } from './finding-in-short.js';
import { notRetrospective } from './s33-3-period.js';
import type { GrantDayFacts } from './s33-3-period.js';

const GRANT = civilDate('2021-06-01');
const EITHER = 'grant-looks-forward, grant-may-not-look-back';

export const NOT_RETROSPECTIVE_CASES: CaseTable<GrantDayFacts, Finding<boolean>, readonly string[]> = {
  title: 'A dispensation does not look back before its grant on 1 June 2021',
  rules: [notRetrospective.id],
  columns: ['May begin then', 'Because'],
  decide: (facts) => notRetrospective.decide(facts, GRANT),
  summary: valueAndPoints,
  cases: [
    {
      name: 'beginning on the day of the grant',
      facts: { from: GRANT, grantedOn: GRANT },
      expected: ['true', 'grant-looks-forward'],
    },
    {
      name: 'beginning the day after',
      facts: { from: civilDate('2021-06-02'), grantedOn: GRANT },
      expected: ['true', 'grant-looks-forward'],
    },
    {
      name: 'beginning the day before',
      facts: { from: civilDate('2021-05-31'), grantedOn: GRANT },
      expected: ['false', 'grant-may-not-look-back'],
    },
    {
      name: 'when it was granted is not known: that is the question',
      facts: { from: GRANT },
      expected: ['? dispensations.grantedOn', EITHER],
    },
    {
      name: 'when it begins is not known: that is the question',
      facts: { grantedOn: GRANT },
      expected: ['? from', EITHER],
    },
  ],
};
