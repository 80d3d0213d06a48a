import { describe, expect, test } from '@jest/globals';
import type { Finding, MeetingAnswer } from '../law/index.js';
import { boundsOf, forecastItem, partOf, quorumOf, type Standing } from './forecast.js';

const decided = <T>(value: T): Finding<T> => ({ kind: 'decided', value, reasons: [] }) as never;
const open = <T>(...couldBe: T[]): Finding<T> =>
  ({
    kind: 'cannot-tell',
    couldBe,
    missing: ['likelyToPrejudice'],
    question: 'likelyToPrejudice',
    reasons: [],
  }) as never;
const answer = (
  discuss: boolean | 'as_public_only',
  vote: boolean,
  leave: boolean | 'vote_only' | 'discussion_only',
): MeetingAnswer => ({ discuss: decided(discuss), vote: decided(vote), leave: decided(leave) }) as never;

let people = 0;
const yes = { surely: true, maybe: true };
const no = { surely: false, maybe: false };
const perhaps = { surely: false, maybe: true };
const somebody = (given: Partial<Standing> = {}): Standing => ({
  memberId: `m${++people}`,
  name: `Member ${people}`,
  group: 'Blue',
  part: 'takes-part',
  because: null,
  open: false,
  votes: yes,
  stays: yes,
  ...given,
});
const members = (count: number, given: Partial<Standing> = {}): Standing[] =>
  Array.from({ length: count }, () => somebody(given));
const out = { part: 'leaves', because: 'declared', votes: no, stays: no } as const;
const mayBeOut = { part: 'leaves', because: 'expected', votes: perhaps, stays: perhaps } as const;

describe('what the law’s answer comes to in the room', () => {
  test.each([
    ['takes-part', answer(true, true, false)],
    ['leaves', answer(false, false, true)],
    ['silent', answer(false, false, false)],
    ['speaks-only', answer(true, false, false)],
    ['speaks-then-out', answer(true, false, 'vote_only')],
    ['votes-only', answer(false, true, false)],
    ['out-then-votes', answer(false, true, 'discussion_only')],
    ['speaks-and-leaves', answer('as_public_only', false, true)],
    ['leaves', answer(false, true, true)],
  ])('%s', (part, given) => {
    expect(partOf(given)).toEqual({ part, open: false });
  });
  test('where it cannot tell, the strictest that is possible, and it says that it is open', () => {
    const free = answer(true, true, false);
    expect(
      partOf({
        ...free,
        discuss: open(true, false),
        vote: open(true, false),
        leave: open<boolean>(false, true),
      }),
    ).toEqual({
      part: 'leaves',
      open: true,
    });
    expect(
      partOf({
        ...free,
        leave: open<false | 'vote_only' | 'discussion_only'>('vote_only', 'discussion_only'),
      }).part,
    ).toBe('leaves');
  });
});

describe('who is counted, in the worst case and in the best', () => {
  const free = answer(true, true, false);
  const barred = answer(false, false, true);
  test.each([
    ['nothing is known', free, free, yes, yes],
    ['out for certain', barred, barred, no, no],
    ['out if the words mean it', free, barred, perhaps, perhaps],
    [
      'no vote for certain, and whether they leave is open',
      { ...barred, leave: open<boolean>(false, true) },
      { ...barred, leave: open<boolean>(false, true) },
      no,
      perhaps,
    ],
    [
      'out for the vote alone is out while it is decided',
      answer(true, false, 'vote_only'),
      answer(true, false, 'vote_only'),
      no,
      no,
    ],
    [
      'out for the discussion alone is back to decide',
      answer(false, true, 'discussion_only'),
      answer(false, true, 'discussion_only'),
      yes,
      yes,
    ],
  ])('%s', (_, sure, worst, votes, stays) => {
    expect(boundsOf(sure, worst)).toEqual({ votes, stays });
  });
});

describe('the quorum', () => {
  test.each([
    [{ kind: 'number', members: 4 } as const, 11, 4],
    [{ kind: 'fraction', oneIn: 4, atLeast: 3 } as const, 11, 3],
    [{ kind: 'fraction', oneIn: 4, atLeast: 3 } as const, 12, 3],
    [{ kind: 'fraction', oneIn: 4, atLeast: 3 } as const, 13, 4],
    [{ kind: 'fraction', oneIn: 3, atLeast: 2 } as const, 4, 2],
  ])('%j of %i seats is %i', (rule, seats, quorum) => {
    expect(quorumOf(rule, seats)).toBe(quorum);
  });
});

describe('whether an item can be decided', () => {
  test('with everybody it can, and no ground of s.33(2) is named', () => {
    expect(forecastItem(members(11), 3)).toMatchObject({
      voting: { atMost: 11, atLeast: 11 },
      quorate: 'yes',
      grounds: [],
    });
  });
  test.each([
    [8, 'yes'],
    [9, 'no'],
  ] as const)('with %i of 11 out for certain and a quorum of 3: %s', (gone, quorate) => {
    const forecast = forecastItem(
      [...members(11 - gone, { group: null }), ...members(gone, { ...out, group: null })],
      3,
    );
    expect(forecast.quorate).toBe(quorate);
    expect(forecast.grounds).toEqual(quorate === 'yes' ? [] : ['a']);
  });
  test('with as many who may be out it is at risk, and it says between which numbers', () => {
    const forecast = forecastItem(
      [...members(2, { group: null }), ...members(9, { ...mayBeOut, group: null })],
      3,
    );
    expect(forecast).toMatchObject({
      voting: { atMost: 11, atLeast: 2 },
      quorate: 'at-risk',
      grounds: ['a'],
    });
  });
  test('who stays without a vote is in the room and counts for no quorum', () => {
    const silent = { part: 'silent', because: 'said', votes: no, stays: yes } as const;
    const forecast = forecastItem([...members(2), ...members(2, silent)], 3);
    expect(forecast).toMatchObject({ inTheRoom: { atLeast: 4 }, voting: { atMost: 2 }, quorate: 'no' });
  });
  test('with nobody there it cannot', () => {
    expect(forecastItem([], 3)).toMatchObject({ expected: 0, quorate: 'no', grounds: ['a'] });
  });
});

describe('the balance of the groups', () => {
  const blue = members(6);
  const green = members(5, { group: 'Green' });
  test('is given before and after', () => {
    const forecast = forecastItem([...blue.slice(1), somebody(out), ...green], 3);
    expect(forecast.groups).toEqual([
      { group: 'Blue', before: 6, after: { atMost: 5, atLeast: 5 } },
      { group: 'Green', before: 5, after: { atMost: 5, atLeast: 5 } },
    ]);
  });
  test('one member less takes the majority away: ground (b) might be met', () => {
    expect(forecastItem([...blue.slice(1), somebody(out), ...green], 3).grounds).toEqual(['b']);
  });
  test('one of each group less leaves it: it is not named', () => {
    const both = [...blue.slice(1), somebody(out), ...green.slice(1), somebody({ ...out, group: 'Green' })];
    expect(forecastItem(both, 3).grounds).toEqual([]);
  });
  test('a majority that is gained is named as well', () => {
    const hung = [...members(5), ...members(5, { group: 'Green' })];
    expect(forecastItem(hung, 3).grounds).toEqual([]);
    expect(forecastItem([...hung.slice(0, 9), somebody({ ...out, group: 'Green' })], 3).grounds).toEqual([
      'b',
    ]);
  });
  test('where one of each may be out, it may turn out that only the one is', () => {
    const both = [
      ...blue.slice(1),
      somebody(mayBeOut),
      ...green.slice(1),
      somebody({ ...mayBeOut, group: 'Green' }),
    ];
    expect(forecastItem(both, 3).grounds).toEqual(['b']);
  });
});
