import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any, IsNull, LessThanOrEqual } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Body } from '../authorities/index.js';
import type { CivilDate } from '../law/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import { Seat, SeatHolding, type SeatRole } from './seat.entity.js';

/** One place on a body on a day, with whoever holds it. No holder is a vacancy. */
export interface SeatOnDay {
  readonly seatId: string;
  readonly role: SeatRole;
  readonly note: string | undefined;
  readonly holder: { readonly memberId: string; readonly name: string } | undefined;
}

/** Who sits on which body. */
@Injectable()
export class Seats {
  constructor(private readonly audit: Audit) {}

  async add(
    uow: UnitOfWork,
    seat: { bodyId: string; role: SeatRole; note?: string },
  ): Promise<{ id: string }> {
    const { authorityId } = uow;
    const { bodyId } = seat;
    // Locked, so that two seats added at once do not take the same place.
    await uow.manager.findOneOrFail(Body, {
      where: { authorityId, id: bodyId },
      lock: { mode: 'pessimistic_write' },
    });
    const last = await uow.manager.maximum(Seat, 'position', { authorityId, bodyId });
    const position = 1 + (last ?? 0);
    const id = randomUUID();
    await uow.manager.insert(Seat, {
      authorityId,
      id,
      ...seat,
      note: seat.note ?? null,
      position,
    });
    this.audit.record(uow, {
      action: 'seat.added',
      subject: { type: 'body', id: seat.bodyId },
      payload: { seatId: id, role: seat.role },
    });
    return { id };
  }

  /** Seats a member from a day on. Refused while somebody else holds the seat. */
  async fill(
    uow: UnitOfWork,
    holding: { seatId: string; memberId: string; fromOn: CivilDate },
  ): Promise<{ id: string } | { refused: 'seat-is-held' }> {
    // Locked, so that of two who fill the seat at once the second one finds it held.
    await uow.manager.findOne(Seat, {
      where: { authorityId: uow.authorityId, id: holding.seatId },
      lock: { mode: 'pessimistic_write' },
    });
    const holdings = await uow.manager.findBy(SeatHolding, {
      authorityId: uow.authorityId,
      seatId: holding.seatId,
    });
    if (holdings.some((other) => other.toOn === null || other.toOn >= holding.fromOn))
      return { refused: 'seat-is-held' };
    const id = randomUUID();
    await uow.manager.insert(SeatHolding, { authorityId: uow.authorityId, id, ...holding, toOn: null });
    this.audit.record(uow, {
      action: 'seat.filled',
      subject: { type: 'member', id: holding.memberId },
      payload: { seatId: holding.seatId, fromOn: holding.fromOn },
    });
    return { id };
  }

  /** Ends the holding of a seat; `lastDay` is the last day on which the member holds it. */
  async empty(
    uow: UnitOfWork,
    seatId: string,
    lastDay: CivilDate,
  ): Promise<{ id: string } | { refused: 'nobody-holds-it' | 'before-it-began' }> {
    const { authorityId } = uow;
    const holding = await uow.manager.findOne(SeatHolding, {
      where: { authorityId, seatId, toOn: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (holding === null) return { refused: 'nobody-holds-it' };
    if (lastDay < holding.fromOn) return { refused: 'before-it-began' };
    await this.#end(uow, holding, lastDay);
    return { id: holding.id };
  }

  /** Ends every seat that a member holds after a day: who leaves the council leaves its bodies too. */
  async leaveAll(uow: UnitOfWork, memberId: string, lastDay: CivilDate): Promise<void> {
    const { authorityId } = uow;
    const holdings = await uow.manager.find(SeatHolding, {
      where: { authorityId, memberId, fromOn: LessThanOrEqual(lastDay) },
      lock: { mode: 'pessimistic_write' },
    });
    for (const holding of holdings) {
      if (holding.toOn === null || holding.toOn > lastDay) await this.#end(uow, holding, lastDay);
    }
  }

  async #end(uow: UnitOfWork, { id, seatId, memberId }: SeatHolding, lastDay: CivilDate): Promise<void> {
    await uow.manager.update(SeatHolding, { authorityId: uow.authorityId, id }, { toOn: lastDay });
    this.audit.record(uow, {
      action: 'seat.emptied',
      subject: { type: 'member', id: memberId },
      payload: { seatId, lastDay },
    });
  }

  /** The membership of a body on a day, in the order in which it is printed, vacancies included. */
  async ofBody(uow: UnitOfWork, bodyId: string, on: CivilDate): Promise<SeatOnDay[]> {
    return (await this.ofBodies(uow, [bodyId]))(bodyId, on);
  }

  /** The same of several bodies, on whichever days, in one reading. */
  async ofBodies(
    uow: UnitOfWork,
    bodyIds: readonly string[],
  ): Promise<(bodyId: string, on: CivilDate) => SeatOnDay[]> {
    const seats = await uow.manager.find(Seat, {
      where: { authorityId: uow.authorityId, bodyId: Any(bodyIds) },
      order: { position: 'ASC' },
    });
    const ofBody = grouped(seats, (seat) => seat.bodyId);
    const ofSeat = grouped(await heldIn(uow, bodyIds), (holding) => holding.seatId);
    return (bodyId, on) =>
      ofBody(bodyId).map(({ id, role, note }) => {
        const holding = ofSeat(id).find((one) => covers(one, on));
        const holder = holding && { memberId: holding.memberId, name: holding.name };
        return { seatId: id, role, note: note ?? undefined, holder };
      });
  }

  /** The ids of the bodies on which a member sits on a day. */
  async bodiesOf(uow: UnitOfWork, memberId: string, on: CivilDate): Promise<string[]> {
    return (await this.bodiesOfMembers(uow, [memberId]))(memberId, on);
  }

  /** The same of many members, on whichever days, in one reading. */
  async bodiesOfMembers(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string, on: CivilDate) => string[]> {
    const rows = await uow.manager.query<(Held & { memberId: string; bodyId: string })[]>(
      `select h.member_id as "memberId", s.body_id as "bodyId", ${DAYS}
       from seat_holding h join seat s on s.authority_id = h.authority_id and s.id = h.seat_id
       where h.authority_id = $1 and h.member_id = any($2)`,
      [uow.authorityId, memberIds],
    );
    const ofMember = grouped(rows, (row) => row.memberId);
    return (memberId, on) => [
      ...new Set(ofMember(memberId).flatMap((row) => (covers(row, on) ? [row.bodyId] : []))),
    ];
  }
}

/** The days on which a seat was held, both included; without a last one it still is. */
interface Held {
  readonly fromOn: string;
  readonly toOn: string | null;
}

const DAYS = `to_char(h.from_on, 'YYYY-MM-DD') as "fromOn", to_char(h.to_on, 'YYYY-MM-DD') as "toOn"`;

const covers = ({ fromOn, toOn }: Held, on: CivilDate): boolean =>
  fromOn <= on && (toOn === null || toOn >= on);

async function heldIn(
  uow: UnitOfWork,
  bodyIds: readonly string[],
): Promise<(Held & { readonly seatId: string; readonly memberId: string; readonly name: string })[]> {
  return uow.manager.query(
    `select h.seat_id as "seatId", m.id as "memberId", m.name, ${DAYS}
     from seat_holding h
     join seat s on s.authority_id = h.authority_id and s.id = h.seat_id
     join member m on m.authority_id = h.authority_id and m.id = h.member_id
     where h.authority_id = $1 and s.body_id = any($2)`,
    [uow.authorityId, bodyIds],
  );
}
