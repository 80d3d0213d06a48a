import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { s30 } from './s30-relatives.js';
import { RELATIVE_CASES } from './s30-relatives.cases.js';

caseTable(RELATIVE_CASES);

const decide = (relativeHoldsOrSeeksOffice: boolean, questionAffectsRelative: boolean) =>
  s30.decide(
    { relativeHoldsOrSeeksOffice, presentAtCouncilMeeting: true, questionAffectsRelative },
    s30.inForceFrom,
  );

it('cites what is owed, and that it is an offence not to', () => {
  const { mustTellTheCouncilInWriting, leave } = decide(true, true);
  expect(mustTellTheCouncilInWriting.reasons).toMatchObject([
    {
      point: 'ni-tell-the-council',
      citation: { text: 'Local Government Act (NI) 1972 s.30(1)' },
      sanction: 'criminal',
      facts: ['relativeHoldsOrSeeksOffice'],
    },
  ]);
  expect(leave.reasons).toMatchObject([
    {
      point: 'ni-withdraw-for-relative',
      citation: { text: 'Local Government Act (NI) 1972 s.30(2)(b)' },
      sanction: 'criminal',
    },
  ]);
});

it('says why nothing is owed', () => {
  const { mustTellTheCouncilInWriting, leave } = decide(false, true);
  expect(mustTellTheCouncilInWriting.reasons).toMatchObject([{ point: 'ni-no-relative', sanction: 'none' }]);
  expect(leave.reasons).toMatchObject([{ point: 'ni-no-relative', sanction: 'none' }]);
  expect(decide(true, false).leave.reasons).toMatchObject([{ point: 'ni-question-not-about-relative' }]);
  expect(s30.decide({ presentAtCouncilMeeting: false }, s30.inForceFrom).leave.reasons).toMatchObject([
    { point: 'ni-not-present' },
  ]);
});
