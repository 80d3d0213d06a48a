import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { WHO_GRANTS_CASES } from './s33-1-who-grants.cases.js';
import { whoGrants } from './s33-1-who-grants.js';

caseTable(WHO_GRANTS_CASES);

it.each([true, false])('cites the two Acts, for a parish council or not: %s', (parishCouncil) => {
  const { grantedBy, mayBeDelegated } = whoGrants.decide({ parishCouncil }, civilDate('2021-06-01'));
  expect(grantedBy.reasons).toMatchObject([
    { rule: whoGrants.id, citation: { text: 'Localism Act 2011 s.33(1)' }, facts: ['parishCouncil'] },
  ]);
  expect(mayBeDelegated.reasons).toEqual([
    {
      rule: 'england/local-government-act-1972/s101',
      point: 'granting-may-be-delegated',
      facts: [],
      citation: {
        text: 'LGA 1972 s.101',
        url: 'https://www.legislation.gov.uk/ukpga/1972/70/section/101',
      },
      layer: 'statute',
      sanction: 'none',
    },
  ]);
});
