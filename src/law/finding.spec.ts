import { describe, expect, it } from '@jest/globals';
import type { Finding, MeetingAnswer, Reason } from './conclusion.js';
import { cannotTell, change, decided, excused, possible, together, when, whenAnswer } from './finding.js';
import type { Point } from './point.js';
import { condition } from './truth.js';

const because = (rule: string, point: Point = 'no-vote'): Reason => ({
  rule,
  point,
  facts: [],
  citation: { text: rule },
  layer: 'statute',
  sanction: 'none',
});
const [first, second, third] = [because('first'), because('second'), because('third')];

const yes = condition('present', true, 'not-present');
const no = condition('present', false, 'not-present');
const unknown = condition('present', undefined, 'not-present');

/** Open between two values, waiting for whether the meeting is a formal one. */
const open = (...couldBe: readonly string[]): Finding<string> =>
  cannotTell(couldBe, ['formalMeeting'], [second]);
/** Open without a list of what is possible, as for a day that depends on facts not given. */
const unlisted: Finding<string> = {
  kind: 'cannot-tell',
  couldBe: [],
  missing: ['meetingDate'],
  question: 'meetingDate',
  reasons: [second],
};
const neverAsked = (): never => {
  throw new Error('The branch that does not apply was asked.');
};

describe('What a finding leaves possible', () => {
  it('is its one value when it is settled', () => {
    expect(possible(decided('a', first))).toEqual(['a']);
    expect(possible(excused('a', ['d1'], first))).toEqual(['a']);
  });

  it('is each of the values when it cannot tell', () => {
    expect(possible(open('a', 'b'))).toEqual(['a', 'b']);
  });
});

describe('An answer that waits for facts', () => {
  it('asks first for the first fact that is missing', () => {
    expect(cannotTell(['a', 'b'], ['present', 'formalMeeting'], [first])).toEqual({
      kind: 'cannot-tell',
      couldBe: ['a', 'b'],
      missing: ['present', 'formalMeeting'],
      question: 'present',
      reasons: [first],
    });
  });

  it('is settled when one value is left', () => {
    expect(cannotTell(['a'], ['present'], [first])).toEqual(decided('a', first));
  });

  it('stays open when what is possible cannot be listed', () => {
    expect(cannotTell([], ['present'], [])).toMatchObject({ kind: 'cannot-tell', couldBe: [] });
  });

  it('must name a fact', () => {
    expect(() => cannotTell(['a', 'b'], [], [first])).toThrow('must name the fact it waits for');
  });
});

describe('An answer that hangs on a condition', () => {
  it('is the one or the other as the condition has it, and only that one is worked out', () => {
    expect(when(yes, () => decided('a', first), neverAsked)).toEqual(decided('a', first));
    expect(when(no, neverAsked, () => decided('b', second))).toEqual(decided('b', second));
  });

  it('could be either while the condition is unknown, and waits for its facts', () => {
    const finding = when(
      unknown,
      () => decided('a', first),
      () => decided('b', second),
    );
    expect(finding).toEqual({
      kind: 'cannot-tell',
      couldBe: ['a', 'b'],
      missing: ['present'],
      question: 'present',
      reasons: [first, second],
    });
  });

  it('waits for the facts of either side too, each named once', () => {
    const finding = when(
      unknown,
      () => open('a', 'b'),
      () => cannotTell(['b', 'c'], ['present', 'formalMeeting'], [second]),
    );
    expect(finding).toMatchObject({
      couldBe: ['a', 'b', 'c'],
      missing: ['present', 'formalMeeting'],
      reasons: [second],
    });
  });

  it('is settled where both sides come to the same, by the reasons that they share', () => {
    const finding = when(
      unknown,
      () => decided('a', first, second),
      () => decided('a', second, third),
    );
    expect(finding).toEqual(decided('a', second));
  });

  it('is settled by the reasons of the first where both come to the same and share none', () => {
    const finding = when(
      unknown,
      () => decided('a', first),
      () => decided('a', second),
    );
    expect(finding).toEqual(decided('a', first));
  });

  it('stays open when one side cannot list what is possible', () => {
    const stillOpen = { kind: 'cannot-tell', missing: ['present', 'meetingDate'] };
    expect(
      when(
        unknown,
        () => decided('a', first),
        () => unlisted,
      ),
    ).toMatchObject(stillOpen);
    expect(
      when(
        unknown,
        () => unlisted,
        () => decided('a', first),
      ),
    ).toMatchObject(stillOpen);
  });

  it('tells reasons apart by their rule and by their point', () => {
    const finding = when(
      unknown,
      () => decided('a', because('first', 'no-vote'), because('first', 'no-discussion')),
      () => decided('b', because('second', 'no-vote'), because('first', 'no-vote')),
    );
    expect(finding.reasons.map(({ rule, point }) => `${rule} ${point}`)).toEqual([
      'first no-vote',
      'first no-discussion',
      'second no-vote',
    ]);
  });
});

describe('The five answers of a layer that hang on a condition', () => {
  const free: MeetingAnswer = {
    disclose: decided('none', first),
    discuss: decided(true, first),
    vote: decided(true, first),
    leave: decided(false, first),
    notify: decided(null, first),
  };
  const barred: MeetingAnswer = {
    disclose: decided('existence_only', second),
    discuss: decided(false, second),
    vote: decided(false, second),
    leave: decided(true, second),
    notify: decided(null, first),
  };

  it('are the ones or the others as the condition has it, and only those are worked out', () => {
    expect(whenAnswer(yes, () => free, neverAsked)).toBe(free);
    expect(whenAnswer(no, neverAsked, () => barred)).toBe(barred);
  });

  it('are each open by itself while the condition is unknown', () => {
    const answer = whenAnswer(
      unknown,
      () => free,
      () => barred,
    );
    expect(answer).toMatchObject({
      disclose: { couldBe: ['none', 'existence_only'], missing: ['present'] },
      discuss: { couldBe: [true, false], missing: ['present'] },
      vote: { couldBe: [true, false], missing: ['present'] },
      leave: { couldBe: [false, true], missing: ['present'] },
      notify: decided(null, first),
    });
  });
});

describe('A finding with its values changed', () => {
  const shout = (value: string): string => value.toUpperCase();

  it('stays settled, and adds why it was changed', () => {
    expect(change(decided('a', first), shout, second)).toEqual(decided('A', first, second));
  });

  it('stays excused by the same dispensations', () => {
    expect(change(excused('a', ['d1'], first), shout)).toEqual(excused('A', ['d1'], first));
  });

  it('stays open, with each possible value changed', () => {
    expect(change(open('a', 'b'), shout, third)).toEqual(
      cannotTell(['A', 'B'], ['formalMeeting'], [second, third]),
    );
  });

  it('is settled where the change makes all its values the same', () => {
    expect(change(open('a', 'b'), () => 'same')).toEqual(decided('same', second));
  });
});

describe('Two findings together', () => {
  const join = (a: string, b: string): string => a + b;

  it('are settled where both are, with each reason once', () => {
    expect(together(decided('a', first, second), decided('b', second, third), join)).toEqual(
      decided('ab', first, second, third),
    );
    expect(together(decided('a', first), decided('b', first), join)).toEqual(decided('ab', first));
    expect(together(decided('a', first), decided('b'), join)).toEqual(decided('ab', first));
  });

  it('are excused where one is, by the dispensations of both, each once', () => {
    expect(together(excused('a', ['d1', 'd2'], first), excused('b', ['d2', 'd3'], second), join)).toEqual(
      excused('ab', ['d1', 'd2', 'd3'], first, second),
    );
    expect(together(decided('a', first), excused('b', ['d1'], second), join)).toMatchObject({ by: ['d1'] });
  });

  it('are open where one is, with a value for each pair that is possible', () => {
    const pairs = { kind: 'cannot-tell', missing: ['formalMeeting'], reasons: [second, first] };
    expect(together(open('a', 'b'), decided('c', first), join)).toMatchObject({
      ...pairs,
      couldBe: ['ac', 'bc'],
    });
    expect(together(decided('c', first), open('a', 'b'), join)).toMatchObject({
      ...pairs,
      couldBe: ['ca', 'cb'],
      reasons: [first, second],
    });
  });

  it('wait for the facts of both, each named once', () => {
    const alsoOpen: Finding<string> = cannotTell(['c', 'd'], ['present', 'formalMeeting'], [third]);
    expect(together(open('a', 'b'), alsoOpen, join)).toMatchObject({
      couldBe: ['ac', 'ad', 'bc', 'bd'],
      missing: ['formalMeeting', 'present'],
    });
  });

  it('are settled where every pair comes to the same', () => {
    expect(together(open('a', 'b'), decided('c', first), () => 'same')).toEqual(
      decided('same', second, first),
    );
  });
});
