import { describe, expect, it } from '@jest/globals';
import type { MeetingFacts } from '../../facts.js';
import { ordinaryMeeting, withInterest } from '../ordinary-meeting.js';
import { engagement, s31_1 } from './s31-1-engaged.js';

/** Whether s.31 applies, and each point with where it is written. */
function answer(facts: MeetingFacts): readonly unknown[] {
  const finding = engagement(s31_1.decide(facts, facts.meetingDate), facts);
  return [
    finding.kind === 'cannot-tell' ? `? ${finding.question}` : finding.value,
    ...finding.reasons.map(({ rule, point, citation, layer }) => [rule, point, citation.text, layer]),
  ];
}

const ID = 'england/localism-act-2011/';
const applies = [`${ID}s31(1)`, 'section-31-applies', 'Localism Act 2011 s.31(1)', 'statute'];

describe('Whether s.31 applies', () => {
  it('is told with the section that says so', () => {
    expect(answer(ordinaryMeeting)).toEqual([true, applies]);
  });

  it('cites what makes a partner’s interest count', () => {
    expect(answer(withInterest({ heldBy: 'partner', memberAwareOfPartners: true }))).toEqual([
      true,
      applies,
      [`${ID}s30(3)`, 'partners-interest-counts', 'Localism Act 2011 s.30(3)(b)', 'statute'],
    ]);
  });

  it('cites what counts the executive among the committees', () => {
    expect(answer({ ...ordinaryMeeting, ofTheExecutive: true })).toEqual([
      true,
      applies,
      [`${ID}s31(5)`, 'executive-is-a-committee', 'Localism Act 2011 s.31(5)', 'statute'],
    ]);
  });

  it.each<[string, MeetingFacts, string, string, string]>([
    [
      'a briefing',
      { ...ordinaryMeeting, formalMeeting: false },
      's31(1)',
      'not-a-formal-meeting',
      '31(1)(a)',
    ],
    ['somebody absent', { ...ordinaryMeeting, present: false }, 's31(1)', 'not-present', '31(1)(a)'],
    ['an interest of another kind', withInterest({ kind: 'odi' }), 's31(1)', 'not-a-dpi', '31(1)(b)'],
    [
      'another matter',
      { ...ordinaryMeeting, interestIsInTheMatter: false },
      's31(1)',
      'not-in-the-matter',
      '31(1)(b)',
    ],
    [
      'somebody who does not know',
      { ...ordinaryMeeting, memberAwareItIs: false },
      's31(1)',
      'member-not-aware-it-is',
      '31(1)(c)',
    ],
    [
      'somebody without a vote',
      { ...ordinaryMeeting, person: 'co-opted-no-vote' },
      's27(4)',
      'has-no-vote-at-all',
      '27(4)',
    ],
    [
      'a partner’s interest that is not known',
      withInterest({ heldBy: 'partner', memberAwareOfPartners: false }),
      's30(3)',
      'member-not-aware-of-partners',
      '30(3)',
    ],
    ['nobody’s interest', { ...ordinaryMeeting, interest: null }, 's31(1)', 'no-interest', '31(1)'],
  ])('is denied for %s by the provision that is not met', (_name, facts, rule, point, section) => {
    expect(answer(facts)).toEqual([
      false,
      [`${ID}${rule}`, point, `Localism Act 2011 s.${section}`, 'statute'],
    ]);
  });

  it('waits for whose interest it is', () => {
    expect(answer(withInterest({ heldBy: undefined }))[0]).toBe('? interest.heldBy');
  });
});
