import { describe, expect, it } from '@jest/globals';
import { differencesInWords } from './differences.js';

describe('differences between the printed list and the seats', () => {
  it('gathers what is of one kind in one sentence', () => {
    expect(
      differencesInWords([
        { kind: 'not-a-member-here', printedName: 'Mr A', printedRole: 'chairman' },
        { kind: 'not-a-member-here', printedName: 'Mrs B', printedRole: 'co-opted-member' },
        { kind: 'vacancy-not-printed', seatId: '1', role: 'member' },
        { kind: 'vacancy-not-printed', seatId: '2', role: 'member' },
        { kind: 'vacancy-not-printed', seatId: '3', role: 'chairman' },
      ]),
    ).toEqual([
      'Printed on the agenda, and nobody of that name holds a seat here: Mr A (chairman) and Mrs B (co-opted member).',
      'Vacant here and not printed as a vacancy: member (2 vacancies) and chairman.',
    ]);
  });
  it('tells each difference of a role and of a vacancy by itself', () => {
    expect(
      differencesInWords([
        { kind: 'role-differs', memberId: 'm', name: 'Mr A', role: 'member', printedRole: 'vice-chairman' },
        { kind: 'vacancy-printed-but-held', printedRole: 'member', holder: { memberId: 'm', name: 'Ms C' } },
        { kind: 'vacancy-printed-but-held', printedRole: 'church-representative' },
        { kind: 'not-printed', memberId: 'n', name: 'Mr D', role: 'member' },
      ]),
    ).toEqual([
      'Holds a seat here and is not printed: Mr D (member).',
      'The agenda prints Mr A as vice-chairman; here it is member.',
      'The agenda prints a vacancy (member), and Ms C holds that seat here.',
      'The agenda prints a vacancy (church representative), and there is no such empty seat here.',
    ]);
  });
  it('says nothing where nothing differs', () => {
    expect(differencesInWords([])).toEqual([]);
  });
});
