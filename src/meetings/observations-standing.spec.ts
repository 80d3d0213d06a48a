import { describe, expect, test } from '@jest/globals';
import type { Seen } from './observation-content.js';
import { whatSeemsWrong } from './observations-seem-wrong.js';
import { whatStands, type Observed } from './observations-standing.js';

const at = (time: string): Date => new Date(`2017-10-24T${time}:00Z`);
let made = 0;
const saw = (
  time: string,
  seen: Seen,
  more: { id?: string; correctsId?: string; by?: string; happened?: string } = {},
): Observed => ({
  ...seen,
  id: more.id ?? `o${++made}`,
  correctsId: more.correctsId,
  saidAt: at(time),
  happenedAt: at(more.happened ?? time),
  recordedBy: more.by ?? 'clerk',
});
const present = (memberId: string): Observed => saw('10:00', { kind: 'attendance', memberId, as: 'present' });
const left = (memberId: string, itemId = 'five'): Seen => ({ kind: 'left', memberId, itemId });
const back = (memberId: string, itemId = 'five'): Seen => ({ kind: 'returned', memberId, itemId });
const vote = (result: Extract<Seen, { kind: 'vote' }>['result']): Seen => ({
  ...{ kind: 'vote', itemId: 'five', question: 'motion', result },
});
const points = (...all: Observed[]): string[] => whatSeemsWrong(whatStands(all)).map(({ point }) => point);

describe('what stands', () => {
  test('of two about the same, the one that was said later, whichever arrived first', () => {
    const late = saw('10:02', { kind: 'attendance', memberId: 'ann', as: 'apologies' });
    const { attendance } = whatStands([late, present('ann')]);
    expect(attendance.get('ann')?.as).toBe('apologies');
  });
  test('a correction, although it was said earlier than a repetition of what it corrects', () => {
    const first = saw('10:05', left('ann'), { id: 'first' });
    const correction = saw('10:06', left('ann', 'six'), { correctsId: 'first' });
    expect(whatStands([first, correction]).absences.map((one) => one.left.itemId)).toEqual(['six']);
  });
  test('not what was taken back, nor the taking back', () => {
    const first = saw('10:05', { kind: 'closed' }, { id: 'first' });
    const { closed } = whatStands([first, saw('10:06', { kind: 'taken-back' }, { correctsId: 'first' })]);
    expect(closed).toBeUndefined();
  });
  test('one going of a member, seen by two people', () => {
    const seen = [saw('10:05', left('ann')), saw('10:06', left('ann'), { by: 'other' })];
    const { absences, differences } = whatStands([present('ann'), ...seen, saw('10:20', back('ann'))]);
    expect(absences).toHaveLength(1);
    expect(absences[0]?.returned?.happenedAt).toEqual(at('10:20'));
    expect(differences).toEqual([]);
  });
  test('each going of a member who leaves twice', () => {
    const seen = [saw('10:05', left('ann')), saw('10:20', back('ann')), saw('10:40', left('ann', 'six'))];
    const observed = whatStands([present('ann'), ...seen]);
    expect(observed.absences.map((one) => one.returned?.happenedAt)).toEqual([at('10:20'), undefined]);
  });
  test('comings and goings in the order of the room, not of the recording', () => {
    const seen = [
      saw('10:30', back('ann'), { happened: '10:20' }),
      saw('10:31', left('ann'), { happened: '10:05' }),
    ];
    expect(whatStands([present('ann'), ...seen])).toMatchObject({
      absences: [{ left: { happenedAt: at('10:05') }, returned: { happenedAt: at('10:20') } }],
      returnedOnly: [],
    });
  });
});

describe('what two people recorded differently', () => {
  const apologies = (more: object): Observed =>
    saw('10:02', { kind: 'attendance', memberId: 'ann', as: 'apologies' }, more);

  test('is told, with who said what', () => {
    const { differences } = whatStands([present('ann'), apologies({ by: 'other' })]);
    expect(differences).toMatchObject([
      { stands: { recordedBy: 'other', as: 'apologies' }, also: { recordedBy: 'clerk', as: 'present' } },
    ]);
  });
  test('is no difference when one person said both, or one corrected the other', () => {
    expect(whatStands([present('ann'), apologies({})]).differences).toEqual([]);
    const first = present('ann');
    expect(whatStands([first, apologies({ by: 'other', correctsId: first.id })]).differences).toEqual([]);
  });
  test.each([
    ['10:02', 0],
    ['10:03', 1],
  ])('a moment seen at 10:00 and at %s: %d differences', (time, count) => {
    const seen = [saw('10:00', { kind: 'opened' }), saw(time, { kind: 'opened' }, { by: 'other' })];
    expect(whatStands(seen).differences).toHaveLength(count);
  });
});

describe('what seems wrong', () => {
  const named = vote({ named: [{ memberId: 'ann', vote: 'for' }] });

  test('nothing, where a member who is present votes and one leaves and comes back', () => {
    expect(
      points(present('ann'), saw('10:10', left('ann')), saw('10:20', back('ann')), saw('10:20', named)),
    ).toEqual([]);
  });
  test('a vote of somebody who is not recorded as present', () => {
    expect(points(saw('10:10', named))).toEqual(['voted-not-present']);
    const absent = saw('10:00', { kind: 'attendance', memberId: 'ann', as: 'absent' });
    expect(points(absent, saw('10:10', named))).toEqual(['voted-not-present']);
  });
  test('a vote of somebody who is out of the room at that moment', () => {
    expect(points(present('ann'), saw('10:10', left('ann')), saw('10:10', named))).toEqual([
      'voted-while-out',
    ]);
    expect(points(present('ann'), saw('10:11', left('ann')), saw('10:10', named))).toEqual([]);
  });
  test.each([
    [2, 0],
    [3, 1],
  ])('%d votes counted in a room of two: %d', (inFavour, count) => {
    const counted = saw('10:10', vote({ counts: { for: inFavour, against: 0, abstained: 0 } }));
    const out = [present('cai'), saw('10:05', left('cai'))];
    expect(points(present('ann'), present('bob'), ...out, counted)).toHaveLength(count);
  });
  test('a substitute and the member they stand in for, both there and both voting', () => {
    const seen = [
      present('ann'),
      present('bob'),
      saw('10:01', { kind: 'substitution', memberId: 'bob', forMemberId: 'ann' }),
    ];
    const both = vote({ named: ['ann', 'bob'].map((memberId) => ({ memberId, vote: 'for' })) });
    expect(points(...seen, saw('10:10', both))).toEqual([
      'replaced-but-present',
      'both-of-a-substitution-voted',
    ]);
  });
  test('goings that cannot be', () => {
    expect(points(saw('10:10', left('ann')))).toEqual(['left-but-not-present']);
    expect(points(present('ann'), saw('10:10', back('ann')))).toEqual(['returned-but-not-left']);
    expect(points(present('ann'), saw('10:10', left('ann')), saw('10:40', left('ann', 'six')))).toEqual([
      'left-twice',
    ]);
  });
});
