import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { Audit } from '../audit/index.js';
import { civilDate } from '../law/index.js';
import { covers, Members, Seats, type SeatOnDay } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import { expectedMembers, type ExpectedMember } from './attendance-expected.js';
import { AttendanceIntention } from './attendance-intention.entity.js';
import { Meeting } from './meeting.entity.js';
import { Observations } from './observations.js';

/** Who says that they will attend, and who is expected. */
@Injectable()
export class Attendance {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly observations: Observations,
    private readonly seats: Seats,
  ) {}

  /** Records what a member says before a meeting. Said again the same way, nothing is added. */
  async says(
    uow: UnitOfWork,
    said: { readonly meetingId: string; readonly memberId: string; readonly attends: boolean },
  ): Promise<{ id: string } | { refused: 'unknown-meeting' | 'cancelled-meeting' | 'not-in-office' }> {
    const { authorityId } = uow;
    const meeting = await uow.manager.findOneBy(Meeting, { authorityId, id: said.meetingId });
    if (meeting === null) return { refused: 'unknown-meeting' };
    if (meeting.status === 'cancelled') return { refused: 'cancelled-meeting' };
    const day = civilDate(meeting.meetsOn);
    const terms = await this.members.terms(uow, said.memberId);
    if (!terms.some((term) => covers(term, day))) return { refused: 'not-in-office' };
    const latest = await this.latestOf(uow, said.meetingId, said.memberId);
    if (latest?.attends === said.attends) return { id: latest.id };
    const id = randomUUID();
    await uow.manager.insert(AttendanceIntention, {
      ...{ authorityId, id, ...said, saidAt: this.clock.now(), recordedBy: personOf(uow) },
    });
    this.audit.record(uow, {
      action: 'attendance.said',
      subject: { type: 'meeting', id: said.meetingId },
      payload: { memberId: said.memberId, attends: said.attends },
    });
    return { id };
  }

  /** The latest word of a member; undefined where they have said nothing. */
  async latestOf(
    uow: UnitOfWork,
    meetingId: string,
    memberId: string,
  ): Promise<AttendanceIntention | undefined> {
    const [latest] = await uow.manager.find(AttendanceIntention, {
      where: { authorityId: uow.authorityId, meetingId, memberId },
      order: { position: 'DESC' },
      take: 1,
    });
    return latest;
  }

  /** Whether each member says that they will attend. Who has said nothing is not in it. */
  async said(uow: UnitOfWork, meetingId: string): Promise<ReadonlyMap<string, boolean>> {
    return (await this.#saidOf(uow, [meetingId]))(meetingId);
  }

  /** Who is expected in the room, and as what: before the meeting by what was said, during it by what was seen. */
  async expected(uow: UnitOfWork, meeting: Meeting): Promise<ExpectedMember[]> {
    return (await this.around(uow, [meeting]))(meeting).expected;
  }

  /** The seats of each meeting's body on its day, and who is expected there: of several meetings, in one reading. */
  async around(
    uow: UnitOfWork,
    meetings: readonly Meeting[],
  ): Promise<(meeting: Meeting) => { readonly seats: SeatOnDay[]; readonly expected: ExpectedMember[] }> {
    const ids = meetings.map(({ id }) => id);
    const seatsOf = await this.seats.ofBodies(uow, [...new Set(meetings.map(({ bodyId }) => bodyId))]);
    const said = await this.#saidOf(uow, ids);
    const observed = await this.observations.ofMeetings(uow, meetings);
    return (meeting) => {
      const seats = seatsOf(meeting.bodyId, civilDate(meeting.meetsOn));
      return { seats, expected: expectedMembers(seats, said(meeting.id), observed(meeting)) };
    };
  }

  async #saidOf(
    uow: UnitOfWork,
    meetingIds: readonly string[],
  ): Promise<(meetingId: string) => ReadonlyMap<string, boolean>> {
    const rows = await uow.manager.find(AttendanceIntention, {
      where: { authorityId: uow.authorityId, meetingId: Any(meetingIds) },
      order: { position: 'ASC' },
    });
    const ofMeeting = grouped(rows, (row) => row.meetingId);
    return (meetingId) => new Map(ofMeeting(meetingId).map(({ memberId, attends }) => [memberId, attends]));
  }
}

/** Only a person says that they will come. */
function personOf({ actor }: UnitOfWork): string {
  if (actor.kind !== 'person')
    throw new Error('Whether a member attends is said by a person with an account.');
  return actor.accountId;
}
