import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../../law/index.js';
import type { SeatRole } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';

/** Where the members of an authority sit on a day. */
export interface Places {
  /** By name. */
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  /** The bodies that a member has a seat on. */
  readonly bodiesOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly groupOf: ReadonlyMap<string, string>;
  /** Seats that nobody holds: how many of each role, body by body. */
  readonly vacancies: readonly { readonly body: string; readonly role: SeatRole; readonly count: number }[];
}

interface SeatRow {
  readonly body: string;
  readonly role: SeatRole;
  readonly member: string | null;
}

const COVERS = 'from_on <= $2 and (to_on is null or to_on >= $2)';

/** Seats and groups in four statements: a board asks of everybody at once. */
@Injectable()
export class MemberPlaces {
  async on(uow: UnitOfWork, day: CivilDate): Promise<Places> {
    const bodies = await uow.manager.query<{ id: string; name: string }[]>(
      'select id, name from body where authority_id = $1 order by name',
      [uow.authorityId],
    );
    const seats = await this.#seats(uow, day);
    const groups = await uow.manager.query<{ member: string; name: string }[]>(
      `select member_id as member, group_name as name from group_membership where authority_id = $1 and ${COVERS}`,
      [uow.authorityId, day],
    );
    return {
      bodies,
      bodiesOf: bodiesOf(seats),
      groupOf: new Map(groups.map(({ member, name }) => [member, name])),
      vacancies: vacanciesIn(bodies, seats),
    };
  }

  /** Put together here: behind row-level security the planner joins the two row by row. */
  async #seats(uow: UnitOfWork, on: CivilDate): Promise<SeatRow[]> {
    const seats = await uow.manager.query<{ id: string; body: string; role: SeatRole }[]>(
      'select id, body_id as body, role from seat where authority_id = $1 order by body_id, position',
      [uow.authorityId],
    );
    const held = await uow.manager.query<{ seat: string; member: string }[]>(
      `select seat_id as seat, member_id as member from seat_holding where authority_id = $1 and ${COVERS}`,
      [uow.authorityId, on],
    );
    const holders = new Map(held.map(({ seat, member }) => [seat, member]));
    return seats.map(({ id, body, role }) => ({ body, role, member: holders.get(id) ?? null }));
  }
}

function bodiesOf(seats: readonly SeatRow[]): Places['bodiesOf'] {
  const found = new Map<string, Set<string>>();
  for (const { body, member } of seats) {
    if (member === null) continue;
    const own = found.get(member);
    if (own === undefined) found.set(member, new Set([body]));
    else own.add(body);
  }
  return found;
}

function vacanciesIn(bodies: Places['bodies'], seats: readonly SeatRow[]): Places['vacancies'] {
  const empty = new Map<string, Map<SeatRole, number>>();
  for (const { body, role, member } of seats) {
    if (member !== null) continue;
    const roles = empty.get(body) ?? new Map<SeatRole, number>();
    empty.set(body, roles.set(role, (roles.get(role) ?? 0) + 1));
  }
  return bodies.flatMap(({ id, name }) =>
    [...(empty.get(id) ?? [])].map(([role, count]) => ({ body: name, role, count })),
  );
}
