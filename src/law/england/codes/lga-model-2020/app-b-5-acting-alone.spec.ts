import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../../test/law/support/case-table.js';
import { civilDate } from '../../../time/civil-date.js';
import { CABINET_MEMBER_CASES } from './app-b-5-acting-alone.cases.js';
import { cabinetMemberAlone } from './app-b-5-acting-alone.js';
import type { CabinetMemberFacts } from './app-b-5-acting-alone.js';

caseTable(CABINET_MEMBER_CASES);

const alone = { asCabinetMember: true, interestIsInTheMatter: true, memberAwareItIs: true };
const reasonsOf = (facts: CabinetMemberFacts) => {
  const { mustNotifyOfficer, mayTakeSteps, mayHandOver } = cabinetMemberAlone.decide(
    facts,
    civilDate('2021-03-16'),
  );
  return [mustNotifyOfficer, mayTakeSteps, mayHandOver].map(({ reasons }) =>
    reasons.map(({ point, citation, sanction }) => `${point} | ${citation.text} | ${sanction}`),
  );
};

it.each([
  ['dpi', ['LGA Model Code 2020 App B para 5']],
  ['ori', ['LGA Model Code 2020 App B para 10']],
  ['nri', ['LGA Model Code 2020 App B para 10']],
  [undefined, ['LGA Model Code 2020 App B para 5', 'LGA Model Code 2020 App B para 10']],
] as const)('an interest of the kind %s is under %s', (kind, paras) => {
  expect(reasonsOf({ ...alone, kind })).toEqual([
    paras.map((para) => `notify-and-hand-over | ${para} | standards-complaint`),
    paras.map((para) => `no-steps-alone | ${para} | standards-complaint`),
    paras.map((para) => `may-hand-over | ${para} | none`),
  ]);
});

it.each([
  ['not-a-cabinet-decision', { asCabinetMember: false }],
  ['not-in-the-matter', { interestIsInTheMatter: false }],
  ['member-not-aware-it-is', { memberAwareItIs: false }],
])('says why it asks nothing: %s', (point, more) => {
  expect(reasonsOf({ ...alone, kind: 'nri', ...more })[1]).toEqual([
    `${point} | LGA Model Code 2020 App B para 10 | none`,
  ]);
});
