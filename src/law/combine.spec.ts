import { describe, expect, it } from '@jest/globals';
import { strictest } from './combine.js';
import type { Disclose, Discuss, Leave, MeetingAnswer, Reason } from './conclusion.js';
import { cannotTell, decided, excused } from './finding.js';
import { civilDate } from './time/civil-date.js';

const why = (rule: string): Reason => ({
  rule,
  point: 'no-vote',
  facts: [],
  citation: { text: rule },
  layer: 'statute',
  sanction: 'none',
});
const free: MeetingAnswer = {
  disclose: decided('none', why('free')),
  discuss: decided(true, why('free')),
  vote: decided(true, why('free')),
  leave: decided(false, why('free')),
  notify: decided(null, why('free')),
};

describe('The strictest of two layers', () => {
  it.each<[Disclose, Disclose, Disclose]>([
    ['none', 'none', 'none'],
    ['none', 'existence_only', 'existence_only'],
    ['existence_and_nature', 'existence_only', 'existence_and_nature'],
  ])('disclose: %s and %s is %s', (a, b, expected) => {
    const [one, two] = [a, b].map((value) => ({ ...free, disclose: decided(value) }));
    expect(strictest(one ?? free, two ?? free).disclose).toMatchObject({ kind: 'decided', value: expected });
    expect(strictest(two ?? free, one ?? free).disclose).toMatchObject({ kind: 'decided', value: expected });
  });

  it.each<[Discuss, Discuss, Discuss]>([
    [true, true, true],
    [true, 'as_public_only', 'as_public_only'],
    ['as_public_only', false, false],
  ])('discuss: %s and %s is %s', (a, b, expected) => {
    const [one, two] = [
      { ...free, discuss: decided(a) },
      { ...free, discuss: decided(b) },
    ];
    expect(strictest(one, two).discuss).toMatchObject({ value: expected });
    expect(strictest(two, one).discuss).toMatchObject({ value: expected });
  });

  it.each<[Leave, Leave, Leave]>([
    [false, false, false],
    [false, 'vote_only', 'vote_only'],
    ['vote_only', 'vote_only', 'vote_only'],
    ['vote_only', 'discussion_only', true],
    ['discussion_only', true, true],
  ])('leave: %s and %s is %s', (a, b, expected) => {
    const [one, two] = [
      { ...free, leave: decided(a) },
      { ...free, leave: decided(b) },
    ];
    expect(strictest(one, two).leave).toMatchObject({ value: expected });
    expect(strictest(two, one).leave).toMatchObject({ value: expected });
  });

  it('notify: the earlier day, and any day before none', () => {
    const [early, late] = [civilDate('2017-11-20'), civilDate('2017-11-21')];
    const by = (day: typeof early): MeetingAnswer => ({ ...free, notify: decided(day) });
    expect(strictest(by(late), by(early)).notify).toMatchObject({ value: early });
    expect(strictest(free, by(late)).notify).toMatchObject({ value: late });
    expect(strictest(by(late), free).notify).toMatchObject({ value: late });
    expect(strictest(free, free).notify).toMatchObject({ value: null });
  });

  it('explains itself by the layer that brings it about, and by both where both do', () => {
    const barred: MeetingAnswer = { ...free, vote: decided(false, why('barred')) };
    expect(strictest(free, barred).vote.reasons.map(({ rule }) => rule)).toEqual(['barred']);
    const alsoFree: MeetingAnswer = { ...free, vote: decided(true, why('also free')) };
    expect(strictest(free, alsoFree).vote.reasons.map(({ rule }) => rule)).toEqual(['free', 'also free']);
  });

  it('is settled by the strictest answer of one layer though the other cannot tell', () => {
    const open: MeetingAnswer = { ...free, vote: cannotTell([true, false], ['present'], [why('open')]) };
    const barred: MeetingAnswer = { ...free, vote: decided(false, why('barred')) };
    expect(strictest(open, barred).vote).toEqual(barred.vote);
    expect(strictest(barred, open).vote).toEqual(barred.vote);
    expect(strictest(open, free).vote).toMatchObject({ kind: 'cannot-tell', couldBe: [true, false] });
  });

  it('is settled by both layers where neither would settle it alone', () => {
    const forTheDiscussion: MeetingAnswer = {
      ...free,
      leave: cannotTell<Leave>(['discussion_only', true], ['present'], [why('open')]),
    };
    const forTheVote: MeetingAnswer = { ...free, leave: decided('vote_only', why('vote')) };
    expect(strictest(forTheVote, forTheDiscussion).leave).toEqual(decided(true, why('vote'), why('open')));
    const alsoOpen: MeetingAnswer = {
      ...free,
      leave: cannotTell<Leave>(['vote_only', true], ['present'], [why('also open')]),
    };
    expect(strictest(alsoOpen, forTheDiscussion).leave).toEqual(decided(true, why('also open'), why('open')));
  });

  it('stays excused only while the dispensed layer decides', () => {
    const dispensed: MeetingAnswer = { ...free, vote: excused(true, ['d1'], why('s33')) };
    const barred: MeetingAnswer = { ...free, vote: decided(false, why('barred')) };
    expect(strictest(dispensed, free).vote).toMatchObject({ kind: 'excused', value: true, by: ['d1'] });
    expect(strictest(dispensed, barred).vote).toMatchObject({ kind: 'decided', value: false });
  });
});
