import { Injectable } from '@nestjs/common';
import { Attendance, Meetings, type Meeting } from '../meetings/index.js';
import { atOnce, type UnitOfWork } from '../platform/database/index.js';
import type { Briefing, NoBriefing } from './briefing.js';
import { KnownCouncils } from './known-council.js';
import { KnownMembers } from './known-members.js';
import { PreparedItems } from './prepared-items.js';
import { BriefingsTogether } from './together.js';

/** One member, one meeting: which items may touch their interests, and what the law makes them do. */
@Injectable()
export class Briefings {
  constructor(
    private readonly attendance: Attendance,
    private readonly councils: KnownCouncils,
    private readonly meetings: Meetings,
    private readonly members: KnownMembers,
    private readonly prepared: PreparedItems,
  ) {}

  /** Works the briefing out from what is known now. Any member in office on the day may ask: presence binds them. */
  async make(uow: UnitOfWork, meetingId: string, memberId: string): Promise<Briefing | NoBriefing> {
    const { meeting, together } = await atOnce({
      meeting: this.meetings.find(uow, meetingId),
      together: this.together(uow, [memberId]),
    });
    if (meeting !== undefined) {
      for await (const { brief } of together.before([meeting])) return brief(memberId);
    }
    return { kind: 'not-found' };
  }

  /** Briefings of all these members, before whichever meetings, from few readings. */
  async together(uow: UnitOfWork, memberIds: readonly string[]): Promise<BriefingsTogether> {
    const { meetings, prepared } = this;
    const { council, members } = await atOnce({
      council: this.councils.acting(uow),
      members: this.members.of(uow, memberIds),
    });
    const member = members({ authority: council.name });
    return new BriefingsTogether(uow, { council, member, meetings, prepared });
  }

  /**
   * The members who hold a seat on the body on the meeting's day, whether or not they say that they will come; then
   * substitutes, and whoever without a seat says that they will attend: s.31 binds them all the same.
   */
  async membersBriefed(uow: UnitOfWork, meeting: Meeting): Promise<string[]> {
    return (await this.membersBriefedBefore(uow, [meeting]))(meeting);
  }

  /** The same of several meetings, in one reading. */
  async membersBriefedBefore(
    uow: UnitOfWork,
    meetings: readonly Meeting[],
  ): Promise<(meeting: Meeting) => string[]> {
    const around = await this.attendance.around(uow, meetings);
    return (meeting) => {
      const { seats, expected } = around(meeting);
      const holders = seats.flatMap(({ holder }) => (holder === undefined ? [] : [holder.memberId]));
      return [...new Set([...holders, ...expected.map(({ memberId }) => memberId)])];
    };
  }
}
