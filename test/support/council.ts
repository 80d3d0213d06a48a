import { randomUUID } from 'node:crypto';
import { Authorities, Bodies, type AuthorityKind } from '../../src/authorities/index.js';
import { Account } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members, Seats, type SeatRole } from '../../src/members/index.js';
import type { Acting, Actor, UnitOfWork } from '../../src/platform/database/index.js';
import type { Rooms } from './rooms.js';

/** An authority with somebody who acts for it. Every call makes another one, so that tests do not meet. */
export interface Council {
  readonly authorityId: string;
  readonly slug: string;
  readonly accountId: string;
  readonly acting: Acting;
  /** Opens a unit of work for this authority and this person. */
  inUnit<T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T>;
}

export const SYSTEM: Actor = { kind: 'system', name: 'test' };

let made = 0;

/** Founds an authority of this kind. A parish is given its principal authority. */
export async function foundCouncil(
  rooms: Rooms,
  kind: AuthorityKind = 'county',
  principalAuthorityId?: string,
): Promise<Council> {
  const slug = `council-${++made}`;
  const authority = await rooms.get(Authorities).create(
    {
      slug,
      name: `Council ${made}`,
      kind,
      executiveArrangements: true,
      ...(principalAuthorityId !== undefined && { principalAuthorityId }),
    },
    SYSTEM,
  );
  if ('refused' in authority) throw new Error(authority.refused);
  const accountId = await addAccount(rooms, `clerk-${made}@example.org`);
  const acting: Acting = { authorityId: authority.id, actor: { kind: 'person', accountId } };
  return {
    authorityId: authority.id,
    slug,
    accountId,
    acting,
    inUnit: (work) => rooms.database.unitOfWork(acting, work),
  };
}

/** An account without a password: quick, because nothing is hashed, and nobody can sign in with it. */
export async function addAccount(rooms: Rooms, email: string, name = 'A Person'): Promise<string> {
  const id = randomUUID();
  await rooms.database.acrossAuthorities((manager) =>
    manager.insert(Account, {
      id,
      email,
      name,
      passwordHash: null,
      isAdministrator: false,
      createdAt: new Date('2017-01-01T00:00:00Z'),
      disabledAt: null,
    }),
  );
  return id;
}

/** A panel of a council; the quorum is a third. */
export async function addPanel(uow: UnitOfWork, rooms: Rooms, name: string): Promise<string> {
  const body = await rooms.get(Bodies).add(uow, {
    name,
    kind: 'overview-and-scrutiny',
    quorum: { kind: 'fraction', oneIn: 3, atLeast: 2 },
  });
  if ('refused' in body) throw new Error(body.refused);
  return body.id;
}

/** A member who took office on a day and holds a new seat on a body from then on. */
export async function seatMember(
  uow: UnitOfWork,
  rooms: Rooms,
  place: { name: string; bodyId: string; role: SeatRole; on: string },
): Promise<{ memberId: string; seatId: string }> {
  const on = civilDate(place.on);
  const { id: memberId } = await rooms.get(Members).add(uow, { name: place.name });
  const office = { memberId, standing: 'elected', votesOn: 'any', becameMemberOn: on } as const;
  await rooms.get(Members).takeOffice(uow, office);
  const { id: seatId } = await rooms.get(Seats).add(uow, { bodyId: place.bodyId, role: place.role });
  await rooms.get(Seats).fill(uow, { seatId, memberId, fromOn: on });
  return { memberId, seatId };
}

/** What a service answered, where the test needs it to have been done. */
export function done<T extends object>(answer: T): Exclude<T, { refused: unknown }> {
  if ('refused' in answer) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer as Exclude<T, { refused: unknown }>;
}
