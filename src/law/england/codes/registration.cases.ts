import type { Case, CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { clockInShort } from './clock-in-short.js';
import { modelRegistration } from './lga-model-2020/app-b-1-register.js';
import type { RegistrationFacts, RegistrationRule } from './registration.js';
import { worcestershireRegistration } from './worcestershire-2012/registration.js';

type Cases = readonly Case<RegistrationFacts, readonly string[]>[];

const DAY = civilDate('2021-05-10');
const DAYS = ['2021-06-06', '2021-06-07'];
const NOT_REGISTERED = ['none', ''];

/** What is the same whichever the duty is, its first day under the name of its own fact. */
function ofEitherDuty(startsOn: 'becameMemberOn' | 'becameAwareOfChangeOn', registersOri: boolean): Cases {
  return [
    {
      name: 'a disclosable pecuniary interest: the safe day counts the first, the other does not',
      facts: { kind: 'dpi', [startsOn]: DAY },
      expected: DAYS,
    },
    {
      name: 'across a leap day',
      facts: { kind: 'dpi', [startsOn]: civilDate('2024-02-05') },
      expected: ['2024-03-03', '2024-03-04'],
    },
    {
      name: 'an other registerable interest',
      facts: { kind: 'ori', [startsOn]: DAY },
      expected: registersOri ? DAYS : NOT_REGISTERED,
    },
    {
      name: 'a place on another council',
      facts: { kind: 'other-body-membership', [startsOn]: DAY },
      expected: registersOri ? DAYS : NOT_REGISTERED,
    },
    {
      name: 'a non-registerable interest',
      facts: { kind: 'nri', [startsOn]: DAY },
      expected: NOT_REGISTERED,
    },
    {
      name: 'an other disclosable interest',
      facts: { kind: 'odi', [startsOn]: DAY },
      expected: NOT_REGISTERED,
    },
    {
      name: 'the first day is not known',
      facts: { kind: 'dpi' },
      expected: [`? ${startsOn}`, ''],
    },
    {
      name: 'which kind it is is not known',
      facts: { [startsOn]: DAY },
      expected: ['? interest.kind', ''],
    },
    { name: 'neither is known', facts: {}, expected: ['? interest.kind', ''] },
    {
      name: 'the first day does not matter where nothing is registered',
      facts: { kind: 'nri' },
      expected: NOT_REGISTERED,
    },
  ];
}

function table(
  rule: RegistrationRule,
  title: string,
  cases: Cases,
): CaseTable<RegistrationFacts, ReturnType<RegistrationRule['decide']>, readonly string[]> {
  return {
    title,
    rules: [rule.id],
    columns: ['Safe last day', 'Late only after'],
    decide: (facts) => rule.decide(facts, DAY),
    summary: clockInShort,
    cases,
  };
}

export const REGISTRATION_CASES = [
  table(
    modelRegistration.onTakingOffice,
    'LGA model code: registering on taking office',
    ofEitherDuty('becameMemberOn', true),
  ),
  table(
    modelRegistration.aChange,
    'LGA model code: a new interest or a change',
    ofEitherDuty('becameAwareOfChangeOn', true),
  ),
  table(
    worcestershireRegistration.onTakingOffice,
    'Worcestershire 2012: registering on taking office',
    ofEitherDuty('becameMemberOn', false),
  ),
  table(
    worcestershireRegistration.aChange,
    'Worcestershire 2012: a new interest or a change',
    ofEitherDuty('becameAwareOfChangeOn', false),
  ),
];
