import { Injectable } from '@nestjs/common';
import { Bodies } from '../../authorities/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import type { Meeting } from '../../meetings/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';

/** Meetings as messages name them: by body and day. */
@Injectable()
export class NamedMeetings {
  constructor(private readonly bodies: Bodies) {}

  /** Reads the names of all bodies once, and names any meeting of them. */
  async of(
    uow: UnitOfWork,
  ): Promise<(meeting: Pick<Meeting, 'bodyId' | 'meetsOn'>) => { body: string; on: CivilDate }> {
    const names = new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name]));
    return ({ bodyId, meetsOn }) => ({ body: names.get(bodyId) ?? '', on: civilDate(meetsOn) });
  }
}
