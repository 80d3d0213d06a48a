import { Injectable } from '@nestjs/common';
import { Bodies } from '../../authorities/index.js';
import { Disclosures, type OpenedDisclosure } from '../../disclosures/index.js';
import { Accounts } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import {
  AgendaItem,
  Attendance,
  isEarly,
  Meetings,
  Observations,
  type Meeting,
  type MeetingObserved,
} from '../../meetings/index.js';
import { Members, Seats, type SeatOnDay } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { found } from '../page/index.js';

/** A member who has something to do with a meeting, and as what they are there. */
export interface MemberAtMeeting {
  readonly memberId: string;
  readonly name: string;
  readonly as: 'seat' | 'substitute' | 'visitor';
  readonly seatRole: SeatOnDay['role'] | undefined;
  /** For whom a substitute stands in. */
  readonly forMemberId: string | undefined;
}

/** Everything that was recorded of a meeting, with the names that it needs. */
export interface RecordedMeeting {
  readonly meeting: Meeting;
  readonly bodyName: string;
  /** It is too early for anything but apologies and substitutes. */
  readonly early: boolean;
  /** The business, with what was withdrawn from it after something had been recorded there. */
  readonly items: readonly AgendaItem[];
  /** Holders of seats, substitutes, and whoever else was or says that they will be there; in the printed order. */
  readonly members: readonly MemberAtMeeting[];
  /** Everybody in office on the day, by name. */
  readonly inOffice: readonly { readonly memberId: string; readonly name: string }[];
  readonly nameOf: (memberId: string) => string;
  /** Whether members say that they will attend. */
  readonly says: ReadonlyMap<string, boolean>;
  readonly observed: MeetingObserved;
  /** What stands of what was declared, before the meeting and at it. */
  readonly declared: readonly OpenedDisclosure[];
  /** What a clerk recorded and the member put right since. */
  readonly putRight: readonly OpenedDisclosure[];
  /** Who recorded something, by account. */
  readonly recorderOf: (accountId: string) => string;
}

/** Gathers what was recorded of a meeting, for the page that records and for the minutes. */
@Injectable()
export class RecordedMeetings {
  constructor(
    private readonly accounts: Accounts,
    private readonly attendance: Attendance,
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly disclosures: Disclosures,
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly observations: Observations,
    private readonly seats: Seats,
  ) {}

  /** Throws what is answered 404 where the acting authority has no such meeting. */
  async of(uow: UnitOfWork, meetingId: string): Promise<RecordedMeeting> {
    const meeting = found(await this.meetings.find(uow, meetingId));
    const day = civilDate(meeting.meetsOn);
    const observed = await this.observations.ofMeeting(uow, meetingId);
    const declared = await this.disclosures.standing(uow, meetingId);
    const names = new Map((await this.members.list(uow)).map(({ id, name }) => [id, name]));
    const nameOf = (memberId: string): string => names.get(memberId) ?? '';
    const recorders = await this.accounts.names(
      uow,
      observed.differences.flatMap(({ stands, also }) => [stands.recordedBy, also.recordedBy]),
    );
    return {
      ...{ meeting, observed, declared, nameOf },
      early: isEarly(meeting, this.clock.now()),
      putRight: await this.disclosures.heardAndPutRight(uow, meetingId),
      bodyName: found(await this.bodies.find(uow, meeting.bodyId)).name,
      items: await this.#items(uow, meetingId, observed, declared),
      members: await this.#members(uow, meeting, observed, nameOf),
      inOffice: (await this.members.inOffice(uow, day)).map(({ member }) => ({
        ...{ memberId: member.id, name: member.name },
      })),
      says: await this.attendance.said(uow, meetingId),
      recorderOf: (accountId) => recorders.get(accountId) ?? '',
    };
  }

  async #items(
    uow: UnitOfWork,
    meetingId: string,
    observed: MeetingObserved,
    declared: readonly OpenedDisclosure[],
  ): Promise<AgendaItem[]> {
    const spokenOf = new Set([
      ...observed.begun.keys(),
      ...observed.votes.map(({ itemId }) => itemId),
      ...observed.absences.map(({ left }) => left.itemId),
      ...declared.map(({ agendaItemId }) => agendaItemId),
    ]);
    const all = await uow.manager.find(AgendaItem, {
      where: { authorityId: uow.authorityId, meetingId },
      order: { position: 'ASC' },
    });
    return all.filter(({ id, withdrawnInRevision }) => withdrawnInRevision === null || spokenOf.has(id));
  }

  /** Also who said that they stay away: their apologies are to be recorded. */
  async #members(
    uow: UnitOfWork,
    meeting: Meeting,
    observed: MeetingObserved,
    nameOf: (memberId: string) => string,
  ): Promise<MemberAtMeeting[]> {
    const seats = await this.seats.ofBody(uow, meeting.bodyId, civilDate(meeting.meetsOn));
    const seated = seats.flatMap(({ holder, role }) =>
      holder === undefined ? [] : [{ memberId: holder.memberId, as: 'seat' as const, seatRole: role }],
    );
    const substitutes = observed.substitutions.map(({ memberId, forMemberId }) => ({
      ...{ memberId, as: 'substitute' as const, forMemberId },
    }));
    const placed = new Set([...seated, ...substitutes].map(({ memberId }) => memberId));
    const expected = (await this.attendance.expected(uow, meeting)).map(({ memberId }) => memberId);
    const visitors = [...new Set([...expected, ...observed.attendance.keys()])].filter(
      (memberId) => !placed.has(memberId),
    );
    return [
      ...seated.map((one) => ({ ...one, forMemberId: undefined })),
      ...substitutes.map((one) => ({ ...one, seatRole: undefined })),
      ...visitors.map((memberId) => ({
        ...{ memberId, as: 'visitor' as const, seatRole: undefined, forMemberId: undefined },
      })),
    ].map((one) => ({ ...one, name: nameOf(one.memberId) }));
  }
}
