import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { civilDate } from '../law/index.js';
import { covers, Members, Seats } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
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
    const rows = await uow.manager.find(AttendanceIntention, {
      where: { authorityId: uow.authorityId, meetingId },
      order: { position: 'ASC' },
    });
    return new Map(rows.map(({ memberId, attends }) => [memberId, attends]));
  }

  /** Who is expected in the room, and as what: before the meeting by what was said, during it by what was seen. */
  async expected(uow: UnitOfWork, meeting: Meeting): Promise<ExpectedMember[]> {
    return expectedMembers(
      await this.seats.ofBody(uow, meeting.bodyId, civilDate(meeting.meetsOn)),
      await this.said(uow, meeting.id),
      await this.observations.ofMeeting(uow, meeting.id),
    );
  }
}

/** Only a person says that they will come. */
function personOf({ actor }: UnitOfWork): string {
  if (actor.kind !== 'person')
    throw new Error('Whether a member attends is said by a person with an account.');
  return actor.accountId;
}
