import { describe, expect, test } from '@jest/globals';
import { standingOf } from './standing.js';

type Row = Parameters<typeof standingOf>[0][number];

const row = (id: string, position: number, more: Partial<Row> = {}): Row => ({
  ...{ id, position: String(position), memberId: 'ann', meetingId: 'october', kind: 'interest' },
  ...{ confirmsId: null, correctsId: null },
  ...more,
});
const standing = (...rows: Row[]): string[] => standingOf(rows).map(({ id }) => id);

describe('what stands of what was declared', () => {
  test('everything that no later row replaces', () => {
    expect(standing(row('a', 1), row('b', 2))).toEqual(['a', 'b']);
  });
  test('a correction in the place of what it corrects, and a confirmation in that of what it confirms', () => {
    expect(
      standing(
        row('a', 1),
        row('b', 2),
        row('a2', 3, { correctsId: 'a' }),
        row('b2', 4, { confirmsId: 'b' }),
      ),
    ).toEqual(['a2', 'b2']);
  });
  test('nothing of what was taken back', () => {
    expect(standing(row('a', 1), row('t', 2, { kind: 'taken-back', correctsId: 'a' }))).toEqual([]);
  });
  test('"nothing" until the same member declares something at the same meeting', () => {
    const nothing = row('n', 9, { kind: 'nothing' });
    expect(standing(nothing)).toEqual(['n']);
    // 10 comes after 9, though not as text.
    expect(standing(nothing, row('a', 10))).toEqual(['a']);
    expect(standing(nothing, row('a', 10, { memberId: 'bob' }))).toEqual(['n', 'a']);
    expect(standing(nothing, row('a', 10, { meetingId: 'november' }))).toEqual(['n', 'a']);
  });
  test('"nothing" again, once what was declared after it is taken back', () => {
    const rows = [row('n', 1, { kind: 'nothing' }), row('a', 2)];
    expect(standing(...rows, row('t', 3, { kind: 'taken-back', correctsId: 'a' }))).toEqual(['n']);
  });
});
