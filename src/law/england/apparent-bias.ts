import type { MeetingFacts } from '../facts.js';
import type { Rule } from '../rule.js';
import { civilDate } from '../time/civil-date.js';
import { all, condition, test } from '../truth.js';
import type { Truth } from '../truth.js';

export const apparentBias: Rule<MeetingFacts, Truth> = {
  id: 'england/common-law/apparent-bias',
  question: 'Could taking part look biased, though no rule bars it?',
  citation: { text: 'Porter v Magill [2001] UKHL 67' },
  source: 'common-law',
  inForceFrom: civilDate('2012-07-01'),
  says: 'Porter v Magill: would the fair-minded and informed observer see “a real possibility” of bias? Somebody who may take part by statute and code can still put the decision at risk. This warns and bars nothing.',
  decide: (facts) =>
    all(
      test('interest', facts.interest, (known) => known !== null, 'no-interest'),
      condition('interestIsInTheMatter', facts.interestIsInTheMatter, 'not-in-the-matter'),
      condition('likelyToPrejudice', facts.likelyToPrejudice, 'code-other-may-stay'),
    ),
};
