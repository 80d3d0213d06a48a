import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { REGISTRATION_RULES } from './index.js';
import { REGISTRATION_CASES } from './registration.cases.js';

REGISTRATION_CASES.forEach(caseTable);

const ON = civilDate('2022-03-01');
const WORCESTERSHIRE = 'Worcestershire County Council code of conduct 2012, registering within 28 days';

it.each([
  ['worcestershire-2012', WORCESTERSHIRE],
  ['lga-model-2020', 'LGA Model Code 2020 App B para 1'],
])('the duties of %s are the code’s and no crime', (code, text) => {
  const rules = REGISTRATION_RULES.find((one) => one.code === code);
  const common = {
    citation: { text },
    layer: 'code',
    sanction: 'standards-complaint',
    lastDay: '2022-03-28',
  };
  expect(rules?.onTakingOffice.decide({ kind: 'dpi', becameMemberOn: ON }, ON).reasons).toMatchObject([
    { ...common, point: 'register-on-taking-office', facts: ['becameMemberOn'] },
  ]);
  expect(rules?.aChange.decide({ kind: 'dpi', becameAwareOfChangeOn: ON }, ON).reasons).toMatchObject([
    { ...common, point: 'register-a-change', facts: ['becameAwareOfChangeOn'] },
  ]);
  expect(rules?.aChange.decide({ kind: 'nri' }, ON).reasons).toMatchObject([
    { point: 'not-registered-by-the-code', sanction: 'none', facts: ['interest.kind'] },
  ]);
});

it('asks for the kind first, and lists all that is missing', () => {
  const [rules] = REGISTRATION_RULES;
  expect(rules?.aChange.decide({}, ON)).toMatchObject({
    kind: 'cannot-tell',
    couldBe: [],
    missing: ['interest.kind', 'becameAwareOfChangeOn'],
    question: 'interest.kind',
    reasons: [{ point: 'register-a-change' }],
  });
  expect(rules?.aChange.decide({ kind: 'dpi' }, ON)).toMatchObject({ missing: ['becameAwareOfChangeOn'] });
  expect(rules?.aChange.decide({ becameAwareOfChangeOn: ON }, ON)).toMatchObject({
    couldBe: [{ safeLastDay: '2022-03-28', latestArguableLastDay: '2022-03-29' }, null],
    missing: ['interest.kind'],
  });
});
