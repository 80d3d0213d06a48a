import { Injectable } from '@nestjs/common';
import { Disclosures } from '../../../disclosures/index.js';
import { civilDate } from '../../../law/index.js';
import { Meetings } from '../../../meetings/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import type { DeclaredBefore } from './declared.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a member said to a meeting, for the notification that follows it (s.31(3)). */
@Injectable()
export class DeclaredAtMeetings {
  constructor(
    private readonly disclosures: Disclosures,
    private readonly meetings: Meetings,
  ) {}

  /** Undefined for what is no declaration of this member, or tells nothing. */
  async find(uow: UnitOfWork, memberId: string, id: unknown): Promise<DeclaredBefore | undefined> {
    if (typeof id !== 'string' || !UUID.test(id)) return undefined;
    const declared = await this.disclosures.find(uow, memberId, id);
    const meeting = declared && (await this.meetings.find(uow, declared.meetingId));
    const nature = declared?.details.nature;
    if (meeting === undefined || nature === undefined || declared?.kind !== 'interest') return undefined;
    return { nature, meetsOn: civilDate(meeting.meetsOn) };
  }
}
