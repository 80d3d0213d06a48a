import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { s62 } from '../local-government-act-2014/s62-register.js';
import { NI_CHANGE_CASES, NI_ELECTION_CASES } from './section5-registration.cases.js';
import { section5OnChange, section5OnElection } from './section5-registration.js';

caseTable(NI_ELECTION_CASES);
caseTable(NI_CHANGE_CASES);

const ON = section5OnElection.inForceFrom;
const clerk = {
  rule: s62.id,
  point: 'ni-clerk-keeps-the-register',
  citation: { text: 'Local Government Act (NI) 2014 s.62(1)' },
};

it('the clerk keeps the register', () => {
  expect(s62.decide({}, s62.inForceFrom)).toMatchObject({
    kind: 'decided',
    value: 'clerk',
    reasons: [{ ...clerk, layer: 'statute' }],
  });
});

it('registering cites the code, with its safe last day, and who keeps the register', () => {
  expect(section5OnElection.decide({ electedOn: civilDate('2023-05-18') }, ON).reasons).toMatchObject([
    {
      rule: section5OnElection.id,
      point: 'ni-register-on-election',
      facts: ['electedOn'],
      lastDay: '2023-06-14',
      sanction: 'standards-complaint',
      layer: 'code',
    },
    clerk,
  ]);
  expect(
    section5OnChange.decide({ becameAwareOfChangeOn: civilDate('2024-02-01') }, ON).reasons,
  ).toMatchObject([
    { rule: section5OnChange.id, point: 'ni-register-change', facts: ['becameAwareOfChangeOn'] },
    clerk,
  ]);
});

it('stays open without a list of days while the first is not known', () => {
  expect(section5OnElection.decide({}, ON)).toMatchObject({
    couldBe: [],
    missing: ['electedOn'],
    reasons: [{ point: 'ni-register-on-election', facts: ['electedOn'], sanction: 'none' }, clerk],
  });
});
