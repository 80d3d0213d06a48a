import { Injectable } from '@nestjs/common';
import { Authorities, Bodies } from '../../authorities/index.js';
import { RecordedLate, type OpenedDispensation } from '../../dispensations/index.js';
import { civilDate } from '../../law/index.js';
import { AgendaItem, Meetings, type Meeting } from '../../meetings/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { dayAndDateInWords } from '../../wording/index.js';
import type { NamesOf } from './words.js';

/** An item with the meeting that it is business of. */
export interface ItemAtMeeting {
  readonly item: AgendaItem;
  readonly meeting: Meeting;
  readonly bodyName: string;
}

/** Finds the names that words about dispensations need. */
@Injectable()
export class Naming {
  constructor(
    private readonly authorities: Authorities,
    private readonly bodies: Bodies,
    private readonly meetings: Meetings,
    private readonly recordedLate: RecordedLate,
  ) {}

  async of(uow: UnitOfWork, itemIds: readonly (string | null)[]): Promise<NamesOf> {
    const bodies = new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name]));
    const items = new Map<string, string>();
    for (const id of new Set(itemIds)) {
      const found = id === null ? undefined : await this.item(uow, id);
      if (found !== undefined) items.set(found.item.id, itemInWords(found));
    }
    const { kind } = await this.authorities.get(uow);
    return { item: (id) => items.get(id), body: (id) => bodies.get(id), isParish: kind === 'parish' };
  }

  /** 'Highways Panel, Tuesday 24 October 2017', of each meeting in its period that had begun when it was recorded. */
  async begunBefore(uow: UnitOfWork, one: OpenedDispensation): Promise<string[]> {
    const meetings = await this.recordedLate.meetingsBefore(uow, one);
    const bodies = new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name]));
    return meetings.map(
      ({ bodyId, meetsOn }) => `${bodies.get(bodyId) ?? ''}, ${dayAndDateInWords(civilDate(meetsOn))}`,
    );
  }

  async item(uow: UnitOfWork, id: string): Promise<ItemAtMeeting | undefined> {
    const item = await uow.manager.findOneBy(AgendaItem, { authorityId: uow.authorityId, id });
    const meeting = item === null ? undefined : await this.meetings.find(uow, item.meetingId);
    if (item === null || meeting === undefined) return undefined;
    return { item, meeting, bodyName: (await this.bodies.find(uow, meeting.bodyId))?.name ?? '' };
  }
}

/** 'Item 5, Lease of the town hall. Planning Committee, Tuesday 24 October 2017'. */
export function itemInWords({ item, meeting, bodyName }: ItemAtMeeting): string {
  const number = item.number === null ? '' : `Item ${item.number}, `;
  return `${number}${item.title}. ${bodyName}, ${dayAndDateInWords(civilDate(meeting.meetsOn))}`;
}
