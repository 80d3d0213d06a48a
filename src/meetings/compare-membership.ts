import type { ReadMember, ReadRole } from '../agenda/index.js';
import type { SeatOnDay, SeatRole } from '../members/index.js';

/** One difference between the list that an agenda prints and the council's own seats. The clerk decides who is right. */
export type MembershipDifference =
  | { readonly kind: 'not-a-member-here'; readonly printedName: string; readonly printedRole: ReadRole }
  | {
      readonly kind: 'not-printed';
      readonly memberId: string;
      readonly name: string;
      readonly role: SeatRole;
    }
  | {
      readonly kind: 'role-differs';
      readonly memberId: string;
      readonly name: string;
      readonly role: SeatRole;
      readonly printedRole: ReadRole;
    }
  | {
      readonly kind: 'vacancy-printed-but-held';
      readonly printedRole: ReadRole;
      /** Who holds the seat here and is not printed, where there is such a member. */
      readonly holder?: { readonly memberId: string; readonly name: string };
    }
  | { readonly kind: 'vacancy-not-printed'; readonly seatId: string; readonly role: SeatRole };

type Held = SeatOnDay & { readonly holder: NonNullable<SeatOnDay['holder']> };

/**
 * Compares the list of members that an agenda prints with the seats of the body on the meeting's day. It only tells
 * what differs: nobody becomes a member by being printed.
 * @param printed undefined where the agenda prints no list: then nothing differs.
 */
export function compareMembership(
  printed: readonly ReadMember[] | undefined,
  seats: readonly SeatOnDay[],
): MembershipDifference[] {
  if (printed === undefined) return [];
  const unprinted = seats.filter(isHeld);
  const differences: MembershipDifference[] = [];
  for (const { name, role } of printed) {
    if (name === null) continue;
    const index = unprinted.findIndex((seat) => sameName(seat.holder.name, name));
    const [seat] = index === -1 ? [] : unprinted.splice(index, 1);
    if (seat === undefined) {
      // Substitutes are printed with a panel and hold no seat on it.
      if (role !== 'substitute')
        differences.push({ kind: 'not-a-member-here', printedName: name, printedRole: role });
    } else if (SEAT_ROLE[role] !== seat.role) {
      differences.push({ kind: 'role-differs', ...seat.holder, role: seat.role, printedRole: role });
    }
  }
  const vacancies = compareVacancies(printed, seats, unprinted);
  const missing = unprinted.map((seat) => ({
    kind: 'not-printed' as const,
    ...seat.holder,
    role: seat.role,
  }));
  return [...differences, ...missing, ...vacancies];
}

/** Takes out of `unprinted` the members whose seats the agenda prints as vacant: they are told of once. */
function compareVacancies(
  printed: readonly ReadMember[],
  seats: readonly SeatOnDay[],
  unprinted: Held[],
): MembershipDifference[] {
  const empty = seats.filter((seat) => !isHeld(seat));
  const differences: MembershipDifference[] = [];
  for (const { name, role } of printed) {
    if (name !== null || role === 'substitute') continue;
    const index = empty.findIndex((seat) => ofOneKind(seat.role, role));
    if (index !== -1) {
      empty.splice(index, 1);
      continue;
    }
    const held = unprinted.findIndex((seat) => ofOneKind(seat.role, role));
    const [seat] = held === -1 ? [] : unprinted.splice(held, 1);
    const holder = seat && { memberId: seat.holder.memberId, name: seat.holder.name };
    differences.push({ kind: 'vacancy-printed-but-held', printedRole: role, ...(holder && { holder }) });
  }
  return [
    ...differences,
    ...empty.map(({ seatId, role }) => ({ kind: 'vacancy-not-printed' as const, seatId, role })),
  ];
}

function isHeld(seat: SeatOnDay): seat is Held {
  return seat.holder !== undefined;
}

/** The seat that a printed role names. Nobody holds a seat as a substitute. */
const SEAT_ROLE: Readonly<Record<ReadRole, SeatRole | undefined>> = {
  chairman: 'chairman',
  'vice-chairman': 'vice-chairman',
  member: 'member',
  'church-representative': 'church-representative',
  'parent-governor-representative': 'parent-governor-representative',
  'co-opted-member': 'co-opted',
  substitute: undefined,
};

/** A vacancy is printed under its heading: one among the councillors may be the chair's seat. */
function ofOneKind(seat: SeatRole, printed: ReadRole): boolean {
  const councillors: readonly (SeatRole | undefined)[] = ['chairman', 'vice-chairman', 'member'];
  const printedSeat = SEAT_ROLE[printed];
  return printedSeat === seat || (councillors.includes(printedSeat) && councillors.includes(seat));
}

/** What stands before a name and is no part of it. */
const COURTESY_TITLES = new Set(
  (
    'mr mrs ms miss mx dr prof professor rev revd reverend canon sir dame lord lady baroness ' +
    'the rt right hon honourable county cllr councillor alderman'
  ).split(' '),
);

/** Whether two ways of writing a name are the same: 'Mrs F. M. Oborski', 'FM Oborski' and 'F M Oborski' are. */
export function sameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

function plainName(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/’/g, "'")
    .split(/[\s.,]+/)
    .filter((word) => word !== '');
  while (words.length > 1 && COURTESY_TITLES.has(words[0] ?? '')) words.shift();
  // Initials are written together or apart.
  return words.join(' ').replace(/(?<=^| )(\p{L}) (?=\p{L}(?: |$))/gu, '$1');
}
