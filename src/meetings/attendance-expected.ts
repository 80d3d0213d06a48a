import type { SeatOnDay, SeatRole } from '../members/index.js';
import type { MeetingObserved } from './observations-standing.js';

/** Somebody who is expected at a meeting, and as what. */
export type ExpectedMember =
  | { readonly memberId: string; readonly as: 'seat'; readonly seatRole: SeatRole }
  | { readonly memberId: string; readonly as: 'substitute'; readonly forMemberId: string }
  /** Without a seat: s.31 binds whoever is present. */
  | { readonly memberId: string; readonly as: 'visitor' };

/**
 * Who is expected: the holders of seats, substitutes, and other members who say that they will attend. What was seen in
 * the room counts for more than what somebody said beforehand; without either, the holder of a seat is expected.
 * @param says whether each member says that they will attend
 */
export function expectedMembers(
  seats: readonly SeatOnDay[],
  says: ReadonlyMap<string, boolean>,
  { attendance, substitutions }: Pick<MeetingObserved, 'attendance' | 'substitutions'>,
): ExpectedMember[] {
  const seen = (memberId: string): boolean | undefined => {
    const as = attendance.get(memberId)?.as;
    return as === undefined ? undefined : as === 'present' || as === 'remote';
  };
  const comes = (memberId: string): boolean | undefined => seen(memberId) ?? says.get(memberId);
  const replaced = new Set(substitutions.map(({ forMemberId }) => forMemberId));
  const seated = seats.flatMap(({ holder, role }) =>
    holder === undefined ? [] : [{ memberId: holder.memberId, as: 'seat' as const, seatRole: role }],
  );
  const substitutes = substitutions.map(({ memberId, forMemberId }) => ({
    ...{ memberId, as: 'substitute' as const, forMemberId },
  }));
  const placed = new Set([...seated, ...substitutes].map(({ memberId }) => memberId));
  const visitors = [...new Set([...says.keys(), ...attendance.keys()])].filter(
    (memberId) => !placed.has(memberId) && comes(memberId) === true,
  );
  return [
    // Who was replaced and came all the same is there, and what binds those present binds them.
    ...seated.filter(({ memberId }) => comes(memberId) ?? !replaced.has(memberId)),
    ...substitutes.filter(({ memberId }) => seen(memberId) ?? true),
    ...visitors.map((memberId) => ({ memberId, as: 'visitor' as const })),
  ];
}
