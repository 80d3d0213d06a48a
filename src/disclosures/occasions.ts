import { Injectable } from '@nestjs/common';
import { addDays, civilDate } from '../law/index.js';
import { Meetings, type AgendaItem, type Meeting } from '../meetings/index.js';
import { covers, Members } from '../members/index.js';
import { Clock, londonInstant } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import type { Stage } from './disclosure.entity.js';

/** Who declares, where, and about what. */
export interface Occasion {
  readonly memberId: string;
  readonly meetingId: string;
  /** With the title under which it was shown; without one, it is about to be. */
  readonly item?: { readonly id: string; readonly title: string | undefined };
  /** Said at the meeting, as its clerk records; otherwise the hour tells. */
  readonly atMeeting?: boolean;
  /** Puts right what was declared, which can be done at any time. */
  readonly corrects?: boolean;
}

export type NoOccasion =
  'not-found' | 'not-in-office' | 'meeting-cancelled' | 'meeting-over' | 'meeting-not-begun' | 'item-changed';

export interface FoundOccasion {
  readonly meeting: Meeting;
  readonly item: AgendaItem | undefined;
  readonly stage: Stage;
}

/** Whether there is a meeting, and an item on its agenda, at which this member can declare something now. */
@Injectable()
export class Occasions {
  constructor(
    private readonly clock: Clock,
    private readonly meetings: Meetings,
    private readonly members: Members,
  ) {}

  async find(uow: UnitOfWork, asked: Occasion): Promise<FoundOccasion | { refused: NoOccasion }> {
    const meeting = await this.meetings.find(uow, asked.meetingId);
    if (meeting === undefined) return { refused: 'not-found' };
    const { item: named } = asked;
    const items = named && (await this.meetings.items(uow, meeting.id));
    const item = items?.find(({ id }) => id === named?.id);
    if (named !== undefined && item === undefined) return { refused: 'not-found' };
    const day = civilDate(meeting.meetsOn);
    const terms = await this.members.terms(uow, asked.memberId);
    if (!terms.some((term) => covers(term, day))) return { refused: 'not-in-office' };
    if (meeting.status === 'cancelled') return { refused: 'meeting-cancelled' };
    // A revised agenda may have put another matter in its place since the page was drawn.
    if (named?.title !== undefined && named.title !== item?.title) return { refused: 'item-changed' };
    const stage = this.#stageOf(meeting);
    if (asked.atMeeting === true) {
      return this.clock.today() < day
        ? { refused: 'meeting-not-begun' }
        : { meeting, item, stage: 'at-meeting' };
    }
    // It may go on after midnight. Whoever remembers later than that tells the officer, and no meeting.
    const isOver = addDays(day, 1) < this.clock.today() && asked.corrects !== true;
    return isOver ? { refused: 'meeting-over' } : { meeting, item, stage };
  }

  /** What is said before the hour at which the meeting begins is said before it. */
  #stageOf({ meetsOn, startsAt }: Meeting): Stage {
    return this.clock.now() < londonInstant(meetsOn, startsAt) ? 'before' : 'at-meeting';
  }
}
