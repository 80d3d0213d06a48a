import { Injectable } from '@nestjs/common';
import { addDays, civilDate } from '../law/index.js';
import { AgendaItem, Meetings, type Meeting } from '../meetings/index.js';
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
  /** When it was said; without it, now. */
  readonly saidAt?: Date | undefined;
  /** Puts right what was declared, which can be done at any time. */
  readonly corrects?: boolean;
}

export type NoOccasion =
  'not-found' | 'not-in-office' | 'meeting-cancelled' | 'meeting-over' | 'meeting-not-begun' | 'item-changed';

export interface FoundOccasion {
  readonly meeting: Meeting;
  readonly item: AgendaItem | undefined;
  readonly stage: Stage;
  readonly saidAt: Date;
  /** Whether the meeting and the day after it are past: nothing new can be said to it. */
  readonly isOver: boolean;
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
    const item = named && (await this.#item(uow, meeting.id, named.id, asked.atMeeting === true));
    if (named !== undefined && item === undefined) return { refused: 'not-found' };
    const day = civilDate(meeting.meetsOn);
    const terms = await this.members.terms(uow, asked.memberId);
    if (!terms.some((term) => covers(term, day))) return { refused: 'not-in-office' };
    if (meeting.status === 'cancelled') return { refused: 'meeting-cancelled' };
    // It may go on after midnight. Whoever remembers later than that tells the officer, and no meeting.
    const isOver = addDays(day, 1) < this.clock.today();
    if (asked.atMeeting === true) {
      if (this.clock.today() < day) return { refused: 'meeting-not-begun' };
      return { meeting, item, stage: 'at-meeting', saidAt: this.#inTheRoom(meeting, asked.saidAt), isOver };
    }
    // A revised agenda may have put another matter in its place since the page was drawn.
    if (named?.title !== undefined && named.title !== item?.title) return { refused: 'item-changed' };
    if (isOver && asked.corrects !== true) return { refused: 'meeting-over' };
    const saidAt = asked.saidAt ?? this.clock.now();
    return { meeting, item, stage: this.#stageOf(meeting), saidAt, isOver };
  }

  /** What was said in the room was said, also at an item that a revised agenda has withdrawn meanwhile. */
  async #item(
    uow: UnitOfWork,
    meetingId: string,
    id: string,
    alsoWithdrawn: boolean,
  ): Promise<AgendaItem | undefined> {
    const { authorityId, manager } = uow;
    const item = await manager.findOneBy(AgendaItem, { authorityId, meetingId, id });
    return item !== null && (alsoWithdrawn || item.withdrawnInRevision === null) ? item : undefined;
  }

  /** Nothing is said at a meeting before its day, nor later than now, whatever a device that was cut off has counted. */
  #inTheRoom({ meetsOn }: Meeting, saidAt: Date | undefined): Date {
    const now = this.clock.now();
    const earliest = londonInstant(meetsOn, '00:00');
    if (saidAt === undefined || saidAt > now) return now;
    return saidAt < earliest ? earliest : saidAt;
  }

  /** What is said before the hour at which the meeting begins is said before it. */
  #stageOf({ meetsOn, startsAt }: Meeting): Stage {
    return this.clock.now() < londonInstant(meetsOn, startsAt) ? 'before' : 'at-meeting';
  }
}
