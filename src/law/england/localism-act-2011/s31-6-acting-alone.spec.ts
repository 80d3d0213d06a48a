import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { engagementAlone, s31_6 } from './s31-6-acting-alone.js';
import { ACTING_ALONE_CASES, AWARE_ON, aloneWithInterest, matterAlone } from './s31-6-acting-alone.cases.js';

caseTable(ACTING_ALONE_CASES);

it.each([
  ['it is for a meeting', { ...matterAlone, mayBeDischargedAlone: false }, 's.31(6)(a)'],
  ['there is no interest', { ...matterAlone, interest: null }, 's.31(6)(b)'],
  ['it is in another matter', { ...matterAlone, interestIsInTheMatter: false }, 's.31(6)(b)'],
  [
    'a partner’s is not known to the member',
    aloneWithInterest({ heldBy: 'partner', memberAwareOfPartners: false }),
    's.30(3)',
  ],
  [
    'the member does not know that it is in the matter',
    { ...matterAlone, memberAwareItIs: false, becameAwareOn: undefined },
    's.31(6)(c)',
  ],
])('where %s, the condition that fails is cited', (_, facts, provision) => {
  expect(engagementAlone(s31_6.decide(facts, AWARE_ON)).reasons).toMatchObject([
    { citation: { text: `Localism Act 2011 ${provision}` }, sanction: 'none' },
  ]);
});

it('refuses a day of becoming aware from somebody who is not aware', () => {
  expect(() => s31_6.decide({ ...matterAlone, memberAwareItIs: false }, AWARE_ON)).toThrow(
    new RangeError('becameAwareOn is 2022-02-10, but memberAwareItIs says that it never was.'),
  );
});
