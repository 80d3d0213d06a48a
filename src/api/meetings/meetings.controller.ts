import { Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies } from '../../authorities/index.js';
import { actingAs, Audits, CurrentCaller, Requires, Scoped, type Caller } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import {
  AgendaImports,
  Meetings,
  type AgendaItem,
  type Meeting as KnownMeeting,
} from '../../meetings/index.js';
import { Database } from '../../platform/database/index.js';
import { AskedChange, Once, type Change } from '../once.js';
import { ApiResource, found, IdInPath, Operation, SentBody, SentQuery } from '../operation.js';
import { pageOf } from '../paging.js';
import { correctedAgenda, receivedAgenda } from './agenda-given.js';
import { alreadyCancelled, refusalOf } from './refusals.js';
import {
  AgendaGiven,
  AgendaSaved,
  MeetingCancelled,
  MeetingPage,
  MeetingsQuery,
  MeetingWithItems,
  type Item,
  type Meeting,
} from './shapes.js';

/** Meetings and their agendas: read, and given in by the system in which the council writes them. */
@ApiResource('meetings')
export class ApiMeetingsController {
  constructor(
    private readonly bodies: Bodies,
    private readonly database: Database,
    private readonly imports: AgendaImports,
    private readonly meetings: Meetings,
    private readonly once: Once,
  ) {}

  @Get()
  @Requires('ReadMeetings')
  @Scoped('meetings:read')
  @Audits('none')
  @Operation({
    ...{
      id: 'listMeetings',
      summary: 'Meetings, the earliest first',
      query: MeetingsQuery,
      answer: MeetingPage,
    },
    says: 'Cancelled ones too. The business is told by `getMeeting`.',
  })
  async list(@CurrentCaller() caller: Caller, @SentQuery() query: MeetingsQuery): Promise<MeetingPage> {
    const { from, to, body } = query;
    const days = {
      ...(from === undefined ? {} : { from: civilDate(from) }),
      ...(to === undefined ? {} : { to: civilDate(to) }),
    };
    const all = await this.database.unitOfWork(actingAs(caller), (uow) => this.meetings.list(uow, days));
    const asked = all.filter(({ bodyId }) => body === undefined || bodyId === body);
    const page = pageOf(asked, query, ({ meetsOn, startsAt, id }) => [meetsOn, startsAt, id]);
    return { ...page, items: page.items.map(told) };
  }

  @Get(':meeting')
  @Requires('ReadMeetings')
  @Scoped('meetings:read')
  @Audits('none')
  @Operation({ id: 'getMeeting', summary: 'One meeting with its business', answer: MeetingWithItems })
  async one(@CurrentCaller() caller: Caller, @IdInPath('meeting') id: string): Promise<MeetingWithItems> {
    return this.database.unitOfWork(actingAs(caller), async (uow) => {
      const meeting = found(await this.meetings.find(uow, id));
      const items = await this.meetings.items(uow, id);
      return { ...told(meeting), participationBy: meeting.participationBy, items: items.map(toldItem) };
    });
  }

  @Post()
  @Requires('ImportAgenda')
  @Scoped('meetings:write')
  @Audits('agenda.received, and meeting.saved or agenda.revised')
  @Operation({
    ...{
      id: 'saveAgenda',
      summary: 'Give in an agenda',
      body: AgendaGiven,
      answer: AgendaSaved,
      status: 201,
    },
    says: 'The first agenda for a body, a day and a time makes the meeting; a later one revises it. Items keep their ids where they are recognised. Members who sit on the body are briefed. The same agenda twice is answered 409, with the meeting in `existing`.',
  })
  async save(
    @CurrentCaller() caller: Caller,
    @SentBody() given: AgendaGiven,
    @AskedChange() change: Change,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AgendaSaved> {
    const { answer } = await this.once.make(caller, change, async (uow) => {
      const body = await this.bodies.find(uow, given.bodyId);
      const received = await this.imports.keep(uow, 'agenda.json', receivedAgenda(given, body?.name ?? ''));
      if ('refused' in received) throw refusalOf(received);
      const saved = await this.meetings.saveFromImport(uow, received.id, correctedAgenda(given, body));
      if ('refused' in saved) throw refusalOf(saved);
      return { status: 201, answer: { meetingId: saved.meetingId, revision: saved.revision } };
    });
    const saved = answer as AgendaSaved;
    response.setHeader('Location', `/api/v1/meetings/${saved.meetingId}`);
    return saved;
  }

  @Post(':meeting/cancellation')
  @Requires('ImportAgenda')
  @Scoped('meetings:write')
  @Audits('meeting.cancelled')
  @Operation({
    ...{ id: 'cancelMeeting', summary: 'Say that a meeting will not take place', answer: MeetingCancelled },
    says: 'It stays on the record with its agenda, and its members are told.',
  })
  async cancel(
    @CurrentCaller() caller: Caller,
    @IdInPath('meeting') id: string,
    @AskedChange() change: Change,
  ): Promise<MeetingCancelled> {
    const { answer } = await this.once.make(caller, change, async (uow) => {
      const cancelled = await this.meetings.cancel(uow, id);
      if ('refused' in cancelled && cancelled.refused === 'already-cancelled') throw alreadyCancelled();
      found('refused' in cancelled ? undefined : cancelled.id);
      return { status: 200, answer: { meetingId: id } };
    });
    return answer as MeetingCancelled;
  }
}

const told = ({
  id,
  bodyId,
  meetsOn,
  startsAt,
  venue,
  issuedOn,
  status,
  changes,
}: KnownMeeting): Meeting => ({
  ...{ id, bodyId, meetsOn, startsAt, venue, issuedOn, status, changes },
});

const toldItem = ({ id, number, title, text, restricted }: AgendaItem): Item => ({
  ...{ id, number, title, text, restricted },
});
