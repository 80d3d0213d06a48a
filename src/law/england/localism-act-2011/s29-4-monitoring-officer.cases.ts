import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints } from './finding-in-short.js';
import { s29_4 } from './s29-4-monitoring-officer.js';
import type { MonitoringOfficerOf, RegisterKeeperFacts } from './s29-4-monitoring-officer.js';

const BY_THE_PRINCIPAL = 'principals-officer-keeps-the-parish-register';

export const MONITORING_OFFICER_CASES: CaseTable<
  RegisterKeeperFacts,
  Finding<MonitoringOfficerOf>,
  readonly string[]
> = {
  title: 'Whose monitoring officer keeps the register and is notified',
  rules: [s29_4.id],
  columns: ['Monitoring officer of', 'Because'],
  decide: (facts) => s29_4.decide(facts, civilDate('2017-10-24')),
  summary: valueAndPoints,
  cases: [
    {
      name: 'of a county council, its own',
      facts: { parishCouncil: false },
      expected: ['the-authority-itself', 'own-officer-keeps-the-register'],
    },
    {
      name: 'of a parish in a district with a district council, the district’s',
      facts: { parishCouncil: true, parishIn: 'district-with-a-council' },
      expected: ['the-district-council', `${BY_THE_PRINCIPAL}, principal-is-the-district`],
    },
    {
      name: 'of a parish in a London borough, the borough’s',
      facts: { parishCouncil: true, parishIn: 'london-borough' },
      expected: ['the-london-borough-council', `${BY_THE_PRINCIPAL}, principal-is-the-london-borough`],
    },
    {
      name: 'of a parish elsewhere, the county’s',
      facts: { parishCouncil: true, parishIn: 'elsewhere' },
      expected: ['the-county-council', `${BY_THE_PRINCIPAL}, principal-is-the-county`],
    },
    {
      name: 'of a parish that lies nobody knows where, that is the question',
      facts: { parishCouncil: true },
      expected: [
        '? parishIn',
        `${BY_THE_PRINCIPAL}, principal-is-the-district, principal-is-the-london-borough, principal-is-the-county`,
      ],
    },
    {
      name: 'whether it is a parish council is not known: that is the question',
      facts: { parishIn: 'elsewhere' },
      expected: [
        '? parishCouncil',
        `${BY_THE_PRINCIPAL}, principal-is-the-county, own-officer-keeps-the-register`,
      ],
    },
  ],
};
