import { describe, expect, it } from '@jest/globals';
import { KNOWN_CODES } from './codes/index.js';
import { compareCodes } from './compare-codes.js';
import { FREE, inShort } from './ordinary-meeting.js';

const OUT = ['existence_and_nature', 'false', 'false', 'true', 'null'];
const STAYS = ['existence_and_nature', 'true', 'true', 'false', 'null'];
const AS_THE_PUBLIC = ['existence_and_nature', 'as_public_only', 'false', 'true', 'null'];
const DISPENSED = ['existence_and_nature', 'excused: true', 'excused: true', 'excused: false', 'null'];
const SPEAKS_ONLY = ['existence_and_nature', 'excused: true', 'false', 'excused: vote_only', 'null'];
const SECRET = ['existence_only', 'false', 'false', 'true', 'null'];

describe('Two codes under the same meetings', () => {
  it('differ where one looks at what the matter is about and the other at what it does', () => {
    const { meetings } = compareCodes('worcestershire-2012', 'lga-model-2020') ?? { meetings: [] };
    expect(meetings.map(({ left, right }) => [inShort(left), inShort(right)])).toEqual([
      [OUT, OUT],
      [SECRET, SECRET],
      [DISPENSED, DISPENSED],
      [SPEAKS_ONLY, SPEAKS_ONLY],
      [FREE, FREE],
      [STAYS, STAYS],
      [OUT, AS_THE_PUBLIC],
      [STAYS, AS_THE_PUBLIC],
      [OUT, AS_THE_PUBLIC],
      [FREE, AS_THE_PUBLIC],
      [FREE, FREE],
    ]);
  });

  it('are met on the first day on which both are published', () => {
    expect(compareCodes('worcestershire-2012', 'statute-faithful')?.on).toBe('2017-10-24');
    expect(compareCodes('lga-model-2020', 'worcestershire-2012')?.on).toBe('2020-12-03');
    expect(compareCodes('worcestershire-2012', 'lga-model-2020')?.on).toBe('2020-12-03');
  });

  it('keep their sides, with what they are called', () => {
    expect(compareCodes('statute-faithful', 'worcestershire-2012')).toMatchObject({
      left: { code: 'statute-faithful', rule: 'england/codes/statute-faithful' },
      right: { code: 'worcestershire-2012', title: 'Worcestershire County Council code of conduct 2012' },
    });
  });

  it('are not compared where one of them is not held', () => {
    expect(compareCodes('worcestershire-2012', 'a-code-of-our-own')).toBeNull();
    expect(compareCodes('a-code-of-our-own', 'worcestershire-2012')).toBeNull();
  });

  it.each(KNOWN_CODES)('leave nothing open for want of a fact: $code', ({ code }) => {
    const { meetings } = compareCodes(code, code) ?? { meetings: [] };
    expect(meetings).toHaveLength(11);
    const open = meetings.filter(({ left }) => inShort(left).some((answer) => answer.startsWith('?')));
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});
