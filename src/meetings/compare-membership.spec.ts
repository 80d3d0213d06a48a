import { describe, expect, test } from '@jest/globals';
import type { ReadMember, ReadRole } from '../agenda/index.js';
import type { SeatOnDay, SeatRole } from '../members/index.js';
import { compareMembership, sameName } from './compare-membership.js';

const seat = (role: SeatRole, name?: string): SeatOnDay => ({
  seatId: `seat of ${name ?? role}`,
  role,
  note: undefined,
  holder: name === undefined ? undefined : { memberId: `id of ${name}`, name },
});
const printed = (role: ReadRole, name: string | null): ReadMember => ({ role, name });
const held = (name: string) => ({ memberId: `id of ${name}`, name });

const SEATS = [
  seat('chairman', 'D E Vale'),
  seat('vice-chairman', 'L K Reed'),
  seat('member', 'P Quillon'),
  seat('church-representative', 'Cara Finch'),
  seat('parent-governor-representative'),
];
const LIST = [
  printed('chairman', 'Mrs D E Vale'),
  printed('vice-chairman', 'Mrs L. K. Reed'),
  printed('member', 'Ms P Quillon'),
  printed('church-representative', 'Cara Finch'),
  printed('parent-governor-representative', null),
];

describe('comparing a printed list with the seats on the day', () => {
  test('a list that agrees differs in nothing', () => {
    expect(compareMembership(LIST, SEATS)).toEqual([]);
  });

  test('an agenda that prints no list differs in nothing', () => {
    expect(compareMembership(undefined, SEATS)).toEqual([]);
  });

  test('an empty list lacks every holder and every vacancy', () => {
    expect(compareMembership([], SEATS).map((one) => one.kind)).toEqual([
      ...['not-printed', 'not-printed', 'not-printed', 'not-printed'],
      'vacancy-not-printed',
    ]);
  });

  test('somebody who is printed and holds no seat here', () => {
    expect(compareMembership([...LIST, printed('member', 'Mr X Strange')], SEATS)).toEqual([
      { kind: 'not-a-member-here', printedName: 'Mr X Strange', printedRole: 'member' },
    ]);
  });

  test('somebody who holds a seat and is not printed', () => {
    const list = LIST.filter((one) => one.name !== 'Ms P Quillon');
    expect(compareMembership(list, SEATS)).toEqual([
      { kind: 'not-printed', ...held('P Quillon'), role: 'member' },
    ]);
  });

  test('somebody who is printed in another role', () => {
    const list = LIST.map((one) => (one.role === 'vice-chairman' ? printed('member', one.name) : one));
    expect(compareMembership(list, SEATS)).toEqual([
      { kind: 'role-differs', ...held('L K Reed'), role: 'vice-chairman', printedRole: 'member' },
    ]);
  });

  test('a vacancy is printed where somebody sits: they are told of once', () => {
    const list = LIST.map((one) => (one.role === 'church-representative' ? printed(one.role, null) : one));
    expect(compareMembership(list, SEATS)).toEqual([
      { kind: 'vacancy-printed-but-held', printedRole: 'church-representative', holder: held('Cara Finch') },
    ]);
  });

  test('a vacancy is printed for which there is no seat', () => {
    expect(compareMembership([...LIST, printed('church-representative', null)], SEATS)).toEqual([
      { kind: 'vacancy-printed-but-held', printedRole: 'church-representative' },
    ]);
  });

  test('a vacancy is not printed', () => {
    const list = LIST.filter((one) => one.name !== null);
    expect(compareMembership(list, SEATS)).toEqual([
      {
        kind: 'vacancy-not-printed',
        seatId: 'seat of parent-governor-representative',
        role: 'parent-governor-representative',
      },
    ]);
  });

  test('a seat that is empty here and filled in print is two differences, for the clerk to put together', () => {
    const list = LIST.map((one) => (one.name === null ? printed(one.role, 'Ms C Rich') : one));
    expect(compareMembership(list, SEATS).map((one) => one.kind)).toEqual([
      'not-a-member-here',
      'vacancy-not-printed',
    ]);
  });

  test('a vacancy among the councillors may be the chair’s seat', () => {
    const seats = [seat('chairman'), seat('member', 'P Quillon')];
    const list = [printed('member', 'Ms P Quillon'), printed('member', null)];
    expect(compareMembership(list, seats)).toEqual([]);
  });

  test('a substitute who holds no seat is no difference; one who holds a seat is', () => {
    expect(compareMembership([...LIST, printed('substitute', 'Mr S Stand')], SEATS)).toEqual([]);
    const list = LIST.map((one) => (one.name === 'Ms P Quillon' ? printed('substitute', one.name) : one));
    expect(compareMembership(list, SEATS).map((one) => one.kind)).toEqual(['role-differs']);
  });

  test('of two members of one name each is matched once', () => {
    const seats = [seat('member', 'A Smith'), seat('member', 'A Smith')];
    const once = [printed('member', 'Mr A Smith')];
    expect(compareMembership([...once, ...once], seats)).toEqual([]);
    expect(compareMembership(once, seats).map((one) => one.kind)).toEqual(['not-printed']);
  });
});

describe('names', () => {
  test.each([
    ['Mrs F M Tavistone', 'F M Tavistone'],
    ['Mrs F. M. Tavistone', 'F M Tavistone'],
    ['F.M.Tavistone', 'FM Tavistone'],
    ['Councillor Mrs F M OBORSKI', 'f m oborski'],
    ['The Rt Hon Dame Ann Lee', 'Ann Lee'],
    ['County Councillor Pat O’Neill', "Pat O'Neill"],
    ['Rev. John Hall', 'Reverend John Hall'],
  ])('%s and %s are the same', (one, other) => {
    expect(sameName(one, other)).toBe(true);
  });

  test.each([
    ['Mrs F M Tavistone', 'Mrs F N Tavistone'],
    ['F Tavistone', 'F M Tavistone'],
    ['Ann Lee', 'Anne Lee'],
    ['Mr Dean', 'Mrs Deane'],
    ['A B Lord', 'A B Sir'],
  ])('%s and %s are not', (one, other) => {
    expect(sameName(one, other)).toBe(false);
  });
});
