import { Injectable } from '@nestjs/common';
import { Editions } from '../../briefings/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { RecordedMeeting } from './recorded-meetings.js';

/** Whether members who stand in for others have read their briefing: nobody reminded them before. */
@Injectable()
export class BriefedSubstitutes {
  constructor(private readonly editions: Editions) {}

  /** When each substitute first opened a briefing for this meeting; undefined for who has not. */
  async of(
    uow: UnitOfWork,
    { meeting, observed }: RecordedMeeting,
  ): Promise<ReadonlyMap<string, Date | undefined>> {
    const substitutes = observed.substitutions.map(({ memberId }) => memberId);
    if (substitutes.length === 0) return new Map();
    const editions = await this.editions.ofMeeting(uow, meeting.id);
    return new Map(
      substitutes.map((memberId) => {
        const opened = editions.find((one) => one.memberId === memberId && one.firstOpenedAt !== null);
        return [memberId, opened?.firstOpenedAt ?? undefined];
      }),
    );
  }
}
