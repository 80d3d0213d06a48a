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

  /** Meetings of a day or before it, by id. One that is cancelled is none, unless it was recorded that it began. */
  async found(uow: UnitOfWork, ids: readonly string[], by: CivilDate): Promise<ReadonlyMap<string, Meeting>> {
    const held = new Map<string, Meeting>();
    for (const [id, meeting] of await this.meetings.found(uow, [...new Set(ids)]))
      if (meeting.meetsOn <= by && (await this.#tookPlace(uow, meeting))) held.set(id, meeting);
    return held;
  }

  async #tookPlace(uow: UnitOfWork, { id, status }: Meeting): Promise<boolean> {
    return status !== 'cancelled' || (await this.observations.ofMeeting(uow, id)).opened !== undefined;
  }
}
