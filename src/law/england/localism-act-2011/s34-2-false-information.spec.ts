import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { s34_2 } from './s34-2-false-information.js';
import { FALSE_INFORMATION_CASES } from './s34-2-false-information.cases.js';

caseTable(FALSE_INFORMATION_CASES);

const ON = civilDate('2017-10-24');

it('s.34(2) refuses facts that say both that it was true and that they knew it was false', () => {
  const facts = { givenUnder: 's.30(1)', informationFalse: false, knewFalse: true } as const;
  expect(() => s34_2.decide(facts, ON)).toThrow(RangeError);
  expect(() => s34_2.decide(facts, ON)).toThrow(
    'knewFalse says that they knew it to be false, and informationFalse that it was not.',
  );
});

it('s.34(2) is a crime', () => {
  const { reasons } = s34_2.decide({ givenUnder: 's.30(1)', informationFalse: true, reckless: true }, ON);
  expect(reasons).toMatchObject([
    { citation: { text: 'Localism Act 2011 s.34(2)' }, layer: 'statute', sanction: 'criminal' },
  ]);
});
