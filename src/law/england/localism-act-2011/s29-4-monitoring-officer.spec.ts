import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { MONITORING_OFFICER_CASES } from './s29-4-monitoring-officer.cases.js';
import { s29_4 } from './s29-4-monitoring-officer.js';

caseTable(MONITORING_OFFICER_CASES);

const ON = civilDate('2017-10-24');

it('cites the subsection on parish councils and the one that says which principal authority', () => {
  const { reasons } = s29_4.decide({ parishCouncil: true, parishIn: 'elsewhere' }, ON);
  expect(reasons).toMatchObject([
    { rule: s29_4.id, citation: { text: 'Localism Act 2011 s.29(4)' }, facts: ['parishCouncil'] },
    {
      rule: 'england/localism-act-2011/s29(9)',
      citation: { text: 'Localism Act 2011 s.29(9)' },
      facts: ['parishIn'],
      layer: 'statute',
    },
  ]);
});

it('cites the first subsection for every other authority', () => {
  expect(s29_4.decide({ parishCouncil: false }, ON).reasons).toMatchObject([
    {
      rule: 'england/localism-act-2011/s29(1)',
      citation: { text: 'Localism Act 2011 s.29(1)' },
      facts: ['parishCouncil'],
      layer: 'statute',
    },
  ]);
});
