import type { CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints } from './finding-in-short.js';
import { whoGrants } from './s33-1-who-grants.js';
import type { WhoGrants, WhoGrantsFacts } from './s33-1-who-grants.js';

const DELEGABLE = ['true', 'granting-may-be-delegated'];

export const WHO_GRANTS_CASES: CaseTable<WhoGrantsFacts, WhoGrants, readonly string[]> = {
  title: 'Who grants a dispensation',
  rules: [whoGrants.id],
  columns: ['Granted by', 'Because', 'May be delegated', 'Because'],
  decide: (facts) => whoGrants.decide(facts, civilDate('2021-06-01')),
  summary: ({ grantedBy, mayBeDelegated }) => [
    ...valueAndPoints(grantedBy),
    ...valueAndPoints(mayBeDelegated),
  ],
  cases: [
    {
      name: 'to a county councillor, the county council',
      facts: { parishCouncil: false },
      expected: ['the-authority-itself', 'authority-grants-its-own', ...DELEGABLE],
    },
    {
      name: 'to a parish councillor, the parish council, though another keeps its register',
      facts: { parishCouncil: true },
      expected: ['the-parish-council', 'parish-grants-its-own', ...DELEGABLE],
    },
    {
      name: 'whether it is a parish council is not known: that is the question',
      facts: {},
      expected: ['? parishCouncil', 'parish-grants-its-own, authority-grants-its-own', ...DELEGABLE],
    },
  ],
};
