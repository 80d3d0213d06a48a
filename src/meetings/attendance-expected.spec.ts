import { describe, expect, test } from '@jest/globals';
import { expectedMembers } from './attendance-expected.js';
import type { AttendanceKind } from './observation-content.js';
import { whatStands, type Observed } from './observations-standing.js';

const seat = (memberId: string | undefined) => ({
  ...{ seatId: `seat of ${memberId ?? 'nobody'}`, role: 'member' as const, note: undefined },
  holder: memberId === undefined ? undefined : { memberId, name: memberId },
});
const common = { correctsId: undefined, saidAt: new Date(0), happenedAt: new Date(0), recordedBy: 'clerk' };
const seen = (memberId: string, as: AttendanceKind): Observed => ({
  ...{ ...common, id: `${memberId} ${as}`, kind: 'attendance', memberId, as },
});
const instead = (memberId: string, forMemberId: string): Observed => ({
  ...{ ...common, id: `${memberId} for ${forMemberId}`, kind: 'substitution', memberId, forMemberId },
});
const expected = (says: Record<string, boolean>, ...all: Observed[]): string[] =>
  expectedMembers(
    [seat('ann'), seat('bob'), seat(undefined)],
    new Map(Object.entries(says)),
    whatStands(all),
  ).map(({ memberId, as }) => `${memberId}: ${as}`);

describe('who is expected', () => {
  test('the holders of seats, who need say nothing', () => {
    expect(expected({})).toEqual(['ann: seat', 'bob: seat']);
  });
  test('not who says that they stay away; and a member without a seat who says that they come', () => {
    expect(expected({ bob: false, cai: true, dee: false })).toEqual(['ann: seat', 'cai: visitor']);
  });
  test('a substitute in place of the member they stand in for', () => {
    expect(expected({ cai: true }, instead('cai', 'ann'))).toEqual(['bob: seat', 'cai: substitute']);
  });
  test('what was seen counts for more than what was said', () => {
    expect(
      expected(
        { ann: false, cai: true },
        seen('ann', 'remote'),
        seen('bob', 'apologies'),
        seen('cai', 'absent'),
      ),
    ).toEqual(['ann: seat']);
    expect(expected({}, seen('cai', 'present'))).toEqual(['ann: seat', 'bob: seat', 'cai: visitor']);
  });
  test('both, where the member who was replaced came all the same', () => {
    expect(expected({}, instead('cai', 'ann'), seen('ann', 'present'))).toEqual([
      'ann: seat',
      'bob: seat',
      'cai: substitute',
    ]);
  });
});
