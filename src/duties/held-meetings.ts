import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../law/index.js';
import { Meetings, Observations, type Meeting } from '../meetings/index.js';
import type { UnitOfWork } from '../platform/database/index.js';

/** Meetings that took place, for the duties that begin with one. */
@Injectable()
export class HeldMeetings {
  constructor(
    private readonly meetings: Meetings,
    private readonly observations: Observations,
  ) {}

  /** A meeting of a day or before it. One that is cancelled is none, unless it was recorded that it began. */
  async find(uow: UnitOfWork, id: string, by: CivilDate): Promise<Meeting | undefined> {
    const meeting = await this.meetings.find(uow, id);
    if (meeting === undefined || meeting.meetsOn > by) return undefined;
    if (meeting.status !== 'cancelled') return meeting;
    return (await this.observations.ofMeeting(uow, id)).opened === undefined ? undefined : meeting;
  }
}
