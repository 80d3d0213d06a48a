import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { AWARENESS_CASES, midDebate } from './s31-1-awareness.cases.js';
import { awareness } from './s31-1-awareness.js';
import type { AwarenessFacts } from './s31-1-awareness.js';

caseTable(AWARENESS_CASES);

const decide = (facts: AwarenessFacts): ReturnType<typeof awareness.decide> =>
  awareness.decide(facts, facts.meetingDate);

it.each([
  [true, 'not-aware-when-speaking'],
  [false, 'did-not-speak-before-knowing'],
] as const)('speaking before knowing is judged by awareness: spoke, %s', (spokeBeforeAwareness, point) => {
  expect(decide({ ...midDebate, spokeBeforeAwareness }).earlierSpeechContravenes.reasons).toEqual([
    {
      rule: awareness.id,
      point,
      facts: ['spokeBeforeAwareness'],
      citation: awareness.citation,
      layer: 'statute',
      sanction: 'none',
    },
  ]);
  expect(awareness.citation.text).toBe('Localism Act 2011 s.31(1)(c)');
});

it('what holds from then on is cited from the subsections of the meeting', () => {
  const { fromAwareness, notify } = decide(midDebate);
  const cited = [...Object.values(fromAwareness), notify].map(({ reasons }) => reasons[0]?.citation.text);
  expect(cited).toEqual(
    ['s.31(2)', 's.31(4)', 's.31(4)', 's.31(3)'].map((one) => `Localism Act 2011 ${one}`),
  );
});

it('whoever learnt of it only when the item was over is outside s.31(1)(c)', () => {
  const { fromAwareness } = decide({ ...midDebate, awareFrom: 'not-while-considered' });
  expect(fromAwareness.vote.reasons).toMatchObject([
    {
      point: 'member-not-aware-it-is',
      citation: { text: 'Localism Act 2011 s.31(1)(c)' },
      facts: ['awareFrom'],
    },
  ]);
});

it('refuses speech before awareness from somebody who knew before the item', () => {
  expect(() => decide({ ...midDebate, awareFrom: 'before-the-item' })).toThrow(
    new RangeError('spokeBeforeAwareness is true, but awareFrom says that the member knew beforehand.'),
  );
});
