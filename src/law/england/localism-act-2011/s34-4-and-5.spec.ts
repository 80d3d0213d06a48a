import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { DISQUALIFICATION_CASES } from './s34-4-disqualification.cases.js';
import { s34_4 } from './s34-4-disqualification.js';
import { PROSECUTOR_CASES } from './s34-5-prosecutor.cases.js';
import { s34_5 } from './s34-5-prosecutor.js';

caseTable(DISQUALIFICATION_CASES);
caseTable(PROSECUTOR_CASES);

const ON = civilDate('2017-10-24');

it('disqualification is a criminal sanction of s.34(4)', () => {
  expect(s34_4.decide({ convicted: true }, ON).maximumYears.reasons).toMatchObject([
    { citation: { text: 'Localism Act 2011 s.34(4)' }, sanction: 'criminal', facts: ['convicted'] },
  ]);
});

it('who prosecutes is said whoever asks', () => {
  expect(s34_5.decide({}, ON).who).toMatchObject({
    value: 'by-or-on-behalf-of-the-dpp',
    reasons: [{ point: 'prosecuted-by-or-for-the-dpp', citation: { text: 'Localism Act 2011 s.34(5)' } }],
  });
});
