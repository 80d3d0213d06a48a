import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { aloneWithInterest } from './s31-6-acting-alone.cases.js';
import { ASKED_ON, NOTIFY_WHEN_AWARE_CASES } from './s31-7-notify-when-aware.cases.js';
import { s31_7 } from './s31-7-notify-when-aware.js';

caseTable(NOTIFY_WHEN_AWARE_CASES);

const unregistered = aloneWithInterest({ inRegister: false });

it('not notifying is criminal, and the reason names the day', () => {
  expect(s31_7.decide(unregistered, ASKED_ON).reasons).toMatchObject([
    {
      citation: { text: 'Localism Act 2011 s.31(7)' },
      facts: ['becameAwareOn'],
      sanction: 'criminal',
      lastDay: '2022-03-09',
    },
  ]);
});

it('a pending notification is cited as such', () => {
  const { reasons } = s31_7.decide(aloneWithInterest({ inRegister: false, pending: true }), ASKED_ON);
  expect(reasons.map(({ citation }) => citation.text)).toEqual([
    'Localism Act 2011 s.31(7)',
    'Localism Act 2011 s.31(11)',
  ]);
  expect(reasons.map(({ facts }) => facts)).toEqual([['interest.pending'], ['interest.pending']]);
});

it('without the day of knowing, the first and the last possible day stay open, and no day is named', () => {
  const finding = s31_7.decide({ ...unregistered, becameAwareOn: undefined }, ASKED_ON);
  expect(finding).toMatchObject({
    couldBe: ['2012-07-28', '2022-04-28'],
    missing: ['becameAwareOn'],
    reasons: [{ sanction: 'criminal' }],
  });
  expect(finding.reasons[0]).not.toHaveProperty('lastDay');
});
