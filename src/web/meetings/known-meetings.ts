import { Injectable } from '@nestjs/common';
import { Bodies } from '../../authorities/index.js';
import type { Person } from '../../identity/index.js';
import { Briefings, Editions, type BriefingEdition } from '../../briefings/index.js';
import { AgendaItem, Meetings, type Meeting } from '../../meetings/index.js';
import { Members } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { found, instantInWords } from '../page/index.js';
import type { KnownOfMeeting } from './one.js';
import { SaidOfItems } from './said-of-items.js';

/** Gathers what a meeting’s page shows. */
@Injectable()
export class KnownMeetings {
  constructor(
    private readonly bodies: Bodies,
    private readonly briefings: Briefings,
    private readonly editions: Editions,
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly said: SaidOfItems,
  ) {}

  /** Throws what is answered 404 where the acting authority has no such meeting. */
  async of(uow: UnitOfWork, meetingId: string, person: Person): Promise<KnownOfMeeting> {
    const meeting = found(await this.meetings.find(uow, meetingId));
    const { authorityId } = uow;
    const items = await this.meetings.items(uow, meetingId);
    const mayReadNotifications = person.permissions.has('ReadNotifications');
    return {
      meeting,
      notRelevant: mayReadNotifications ? await this.said.notRelevant(uow, items) : [],
      bodyName: found(await this.bodies.find(uow, meeting.bodyId)).name,
      items: await uow.manager.find(AgendaItem, {
        where: { authorityId, meetingId },
        order: { position: 'ASC' },
      }),
      revisions: await this.meetings.revisions(uow, meetingId),
      retitled: await this.meetings.retitled(uow, meetingId),
      briefed: await this.#briefed(uow, meeting),
    };
  }

  async #briefed(uow: UnitOfWork, meeting: Meeting): Promise<KnownOfMeeting['briefed']> {
    const names = new Map((await this.members.list(uow)).map(({ id, name }) => [id, name]));
    const editions = await this.editions.ofMeeting(uow, meeting.id);
    const memberIds = await this.briefings.membersBriefed(uow, meeting);
    return memberIds.map((id) => ({
      name: names.get(id) ?? '',
      told: toldInWords(editions.filter(({ memberId }) => memberId === id)),
    }));
  }
}

/** Of several editions the newest one counts: it says what is known now. */
function toldInWords(editions: readonly BriefingEdition[]): string {
  const newest = editions.at(-1);
  if (newest === undefined) return 'nothing sent yet';
  const sent = newest.sentAt === null ? 'not sent' : `sent ${instantInWords(newest.sentAt)}`;
  const opened =
    newest.firstOpenedAt === null ? 'not opened' : `opened ${instantInWords(newest.firstOpenedAt)}`;
  return `${sent}, ${opened}`;
}
