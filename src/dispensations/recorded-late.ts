import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { londonDateOf } from '../law/index.js';
import { AgendaItem, Meeting } from '../meetings/index.js';
import { londonInstant } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { coverageKey, DispensationCoverages } from './coverage.js';
import type { OpenedDispensation } from './dispensations.js';

/** Grants that were recorded when a meeting had begun already: s.33 lifts nothing that was done before it was granted. */
@Injectable()
export class RecordedLate {
  constructor(private readonly coverages: DispensationCoverages) {}

  /**
   * The meetings in the period of a grant that had begun when it was recorded, the first one first. One of which
   * somebody has said that it reaches no item is left out; where nobody has said it, it may be meant.
   */
  async meetingsBefore(uow: UnitOfWork, one: OpenedDispensation): Promise<Meeting[]> {
    const { state, request, decision } = one;
    if (state !== 'granted' || request.kind !== 'restriction' || !decision?.fromOn || !decision.toOn)
      return [];
    const { fromOn, toOn, recordedAt } = decision;
    const recordedOn = londonDateOf(recordedAt);
    const inPeriod = await uow.manager.find(Meeting, {
      where: {
        ...{ authorityId: uow.authorityId, status: 'confirmed' },
        meetsOn: Between(fromOn, toOn < recordedOn ? toOn : recordedOn),
      },
      order: { meetsOn: 'ASC', startsAt: 'ASC', id: 'ASC' },
    });
    const said = await this.coverages.latest(uow, [request.id]);
    const before: Meeting[] = [];
    for (const meeting of inPeriod) {
      if (londonInstant(meeting.meetsOn, meeting.startsAt) > recordedAt) continue;
      const items = await uow.manager.findBy(AgendaItem, {
        ...{ authorityId: uow.authorityId, meetingId: meeting.id },
      });
      const isNotMeant = (item: AgendaItem): boolean => said.get(coverageKey(request.id, item)) === false;
      if (items.length === 0 || !items.every(isNotMeant)) before.push(meeting);
    }
    return before;
  }
}
