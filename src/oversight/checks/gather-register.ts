import { Injectable } from '@nestjs/common';
import { addDays, civilDate, londonDateOf, type CivilDate } from '../../law/index.js';
import { covers, Members, type TermOfOffice } from '../../members/index.js';
import { grouped, type UnitOfWork } from '../../platform/database/index.js';
import {
  Confirmations,
  describeInterest,
  Notifications,
  Register,
  type OpenedEntry,
} from '../../register/index.js';
import type { EntriesOfMember } from './entry-unconfirmed.js';
import type { InterestEvidence } from './finding.js';
import { silentSince, type HeardOfMember } from './nothing-declared.js';
import type { AgreedEntry } from './review-overdue.js';

/** A council that goes out of office and comes in again within days leaves no gap (LGA 1972 s.7). */
const NO_GAP_DAYS = 7;

/** What the register holds of everybody in office, and when anything of it was last confirmed. */
@Injectable()
export class GatherRegister {
  constructor(
    private readonly confirmations: Confirmations,
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly register: Register,
  ) {}

  async entries(uow: UnitOfWork, asAt: CivilDate): Promise<{ facts: EntriesOfMember[]; untold: number }> {
    const memberIds = (await this.members.inOffice(uow, asAt)).map(({ member }) => member.id);
    const current = await this.register.currentOf(uow, memberIds);
    const told = await this.#lastToldWhole(uow, asAt);
    const facts: EntriesOfMember[] = [];
    let untold = 0;
    for (const memberId of memberIds) {
      const opened = openedOr(() => current(memberId));
      if (opened === undefined) untold += 1;
      else facts.push({ memberId, confirmedOn: told.get(memberId), entries: entriesIn(opened, asAt) });
    }
    return { facts, untold };
  }

  /** The days on which each member last confirmed everything, or notified all that they hold. */
  async #lastToldWhole(uow: UnitOfWork, asAt: CivilDate): Promise<ReadonlyMap<string, CivilDate>> {
    const whole = (await this.notifications.list(uow)).filter(({ kind }) => kind === 'whole');
    return lastDays(
      [
        ...whole.map(({ memberId, receivedOn }) => ({ memberId, on: receivedOn })),
        ...(await this.confirmations.list(uow)).map(({ memberId, confirmedOn }) => ({
          memberId,
          on: confirmedOn,
        })),
      ],
      asAt,
    );
  }

  async agreed(uow: UnitOfWork): Promise<AgreedEntry[]> {
    const entries = await this.register.outline(uow);
    return entries.flatMap(({ id, memberId, sensitive, sensitiveReviewOn }) =>
      sensitive === 'agreed' && sensitiveReviewOn !== null
        ? [{ entryId: id, memberId, reviewOn: civilDate(sensitiveReviewOn) }]
        : [],
    );
  }

  async heard(uow: UnitOfWork, asAt: CivilDate): Promise<HeardOfMember[]> {
    const since = silentSince(asAt);
    const inOffice = await this.members.inOffice(uow, asAt);
    const terms = grouped(await this.members.terms(uow), ({ memberId }) => memberId);
    const last = lastDays(await heardOf(uow), asAt);
    const meetings = await meetingsOfSeats(uow, since, asAt);
    return inOffice.map(({ member: { id } }) => ({
      memberId: id,
      inOfficeSince: withoutGap(terms(id), asAt),
      lastHeardOn: last.get(id),
      meetings: meetings.get(id) ?? 0,
    }));
  }
}

/** What cannot be opened is one member’s trouble, and is counted as what cannot be told. */
export function openedOr<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

const entriesIn = (opened: readonly OpenedEntry[], asAt: CivilDate): EntriesOfMember['entries'] =>
  opened
    .filter(({ entry }) => entry.category !== 'gifts' && entry.enteredOn <= asAt)
    .map((one) => ({ evidence: evidenceOfEntry(one), enteredOn: civilDate(one.entry.enteredOn) }));

export function evidenceOfEntry({ entry, details }: OpenedEntry): InterestEvidence {
  const { id, memberId, category, heldBy, sensitive } = entry;
  return {
    ...{ kind: 'interest', memberId, id, category, heldBy, description: describeInterest(details) },
    sensitive: sensitive !== 'no',
  };
}

/** The latest day of each member that is not after the day asked about. */
function lastDays(
  all: readonly { readonly memberId: string; readonly on: string }[],
  asAt: CivilDate,
): ReadonlyMap<string, CivilDate> {
  const last = new Map<string, CivilDate>();
  for (const { memberId, on } of all)
    if (on <= asAt && on > (last.get(memberId) ?? '')) last.set(memberId, civilDate(on));
  return last;
}

export function withoutGap(terms: readonly TermOfOffice[], asAt: CivilDate): CivilDate {
  const current = terms.find((term) => covers(term, asAt));
  if (current === undefined) return asAt;
  let since = civilDate(current.becameMemberOn);
  for (;;) {
    const before = terms.find(
      ({ becameMemberOn, endedOn }) =>
        becameMemberOn < since && endedOn !== null && endedOn >= addDays(since, -NO_GAP_DAYS),
    );
    if (before === undefined) return since;
    since = civilDate(before.becameMemberOn);
  }
}

/** Every act of a member that tells something of their interests. "I have nothing to declare" tells of none. */
async function heardOf(uow: UnitOfWork): Promise<{ memberId: string; on: string }[]> {
  const days = await uow.manager.query<{ memberId: string; on: string }[]>(
    `select member_id as "memberId", to_char(received_on, 'YYYY-MM-DD') as "on" from notification where authority_id = $1
     union all
     select member_id, to_char(entered_on, 'YYYY-MM-DD') from register_entry where authority_id = $1
     union all
     select member_id, to_char(confirmed_on, 'YYYY-MM-DD') from register_confirmation where authority_id = $1`,
    [uow.authorityId],
  );
  const said = await uow.manager.query<{ memberId: string; at: Date }[]>(
    `select member_id as "memberId", said_at as "at" from disclosure where authority_id = $1 and kind = 'interest'`,
    [uow.authorityId],
  );
  return [...days, ...said.map(({ memberId, at }) => ({ memberId, on: londonDateOf(at) }))];
}

/** How many meetings each member had to attend: of bodies on which they held a seat on the day. */
async function meetingsOfSeats(
  { authorityId, manager }: UnitOfWork,
  from: CivilDate,
  to: CivilDate,
): Promise<ReadonlyMap<string, number>> {
  const meetings = await manager.query<{ bodyId: string; on: string }[]>(
    `select body_id as "bodyId", to_char(meets_on, 'YYYY-MM-DD') as "on" from meeting
     where authority_id = $1 and meets_on between $2 and $3 and status <> 'cancelled'`,
    [authorityId, from, to],
  );
  const seats = await manager.query<{ id: string; bodyId: string }[]>(
    `select id, body_id as "bodyId" from seat where authority_id = $1`,
    [authorityId],
  );
  const holdings = await manager.query<
    { seatId: string; memberId: string; from: string; to: string | null }[]
  >(
    `select seat_id as "seatId", member_id as "memberId", to_char(from_on, 'YYYY-MM-DD') as "from",
       to_char(to_on, 'YYYY-MM-DD') as "to"
     from seat_holding where authority_id = $1`,
    [authorityId],
  );
  const bodyOf = new Map(seats.map(({ id, bodyId }) => [id, bodyId]));
  const ofBody = grouped(meetings, ({ bodyId }) => bodyId);
  const counts = new Map<string, number>();
  for (const { seatId, memberId, ...held } of holdings) {
    const attended = ofBody(bodyOf.get(seatId) ?? '').filter(
      ({ on }) => held.from <= on && (held.to === null || on <= held.to),
    );
    counts.set(memberId, (counts.get(memberId) ?? 0) + attended.length);
  }
  return counts;
}
