import { describe, expect, test } from '@jest/globals';
import type { Finding, MeetingAnswer } from '../law/index.js';
import { forecastItem, partOf, quorumOf, type Standing } from './forecast.js';

const decided = <T>(value: T): Finding<T> => ({ kind: 'decided', value, reasons: [] }) as never;
const open: Finding<never> = {
  kind: 'cannot-tell',
  missing: ['likelyToPrejudice'],
  question: 'likelyToPrejudice',
} as never;
const answer = (
  discuss: boolean | 'as_public_only',
  vote: boolean,
  leave: boolean | 'vote_only' | 'discussion_only',
): MeetingAnswer => ({ discuss: decided(discuss), vote: decided(vote), leave: decided(leave) }) as never;

let people = 0;
const somebody = (given: Partial<Standing> = {}): Standing => ({
  memberId: `m${++people}`,
  name: `Member ${people}`,
  group: 'Blue',
  part: 'takes-part',
  because: null,
  open: false,
  ...given,
});
const members = (count: number, given: Partial<Standing> = {}): Standing[] =>
  Array.from({ length: count }, () => somebody(given));
const out = { part: 'leaves', because: 'declared' } as const;
const mayBeOut = { part: 'leaves', because: 'expected' } as const;

describe('what the law’s answer comes to in the room', () => {
  test.each([
    ['takes-part', answer(true, true, false)],
    ['leaves', answer(false, false, true)],
    ['silent', answer(false, false, false)],
    ['speaks-only', answer(true, false, 'vote_only')],
    ['votes-only', answer(false, true, 'discussion_only')],
    ['speaks-and-leaves', answer('as_public_only', false, true)],
  ])('%s', (part, given) => {
    expect(partOf(given)).toEqual({ part, open: false });
  });
  test('where it cannot tell, the strictest that is possible, and it says that it is open', () => {
    expect(partOf({ ...answer(true, true, false), discuss: open, vote: open, leave: open })).toEqual({
      part: 'leaves',
      open: true,
    });
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
    const forecast = forecastItem([...members(2), ...members(2, { part: 'silent', because: 'said' })], 3);
    expect(forecast).toMatchObject({ inTheRoom: { atLeast: 4 }, voting: { atMost: 2 }, quorate: 'no' });
  });
  test('an open answer of somebody who has told us still may go either way', () => {
    const unsure = { part: 'leaves', because: 'said', open: true } as const;
    expect(forecastItem([...members(2), somebody(unsure)], 3).voting).toEqual({ atMost: 3, atLeast: 2 });
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
});
