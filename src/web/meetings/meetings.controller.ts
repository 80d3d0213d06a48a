import { Body as SentBody, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies } from '../../authorities/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Meetings, type AgendaItem } from '../../meetings/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { blankForm, refusedForm, validateForm } from '../form/index.js';
import { found, IdInAddress } from '../page/index.js';
import { confirmedIn, FactsForm, factsView, wordsOfFacts } from './facts.js';
import { KnownMeetings } from './known-meetings.js';
import { meetingsView } from './list.js';
import { meetingView } from './one.js';

/** Meetings: the list, one with its business, what its items are about, and that it is cancelled. */
@Controller('meetings')
export class MeetingsController {
  constructor(
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly known: KnownMeetings,
    private readonly meetings: Meetings,
  ) {}

  @Get()
  @Requires('ReadMeetings')
  @Audits('none')
  async list(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const bodies = new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name]));
      const mayImport = person.permissions.has('ImportAgenda');
      return meetingsView(await this.meetings.list(uow), bodies, this.clock.today(), mayImport);
    });
    response.render('web/meetings/list.njk', view);
  }

  @Get(':id')
  @Requires('ReadMeetings')
  @Audits('none')
  async one(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('saved') saved: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.database.unitOfWork(actingOf(person), (uow) => this.known.of(uow, id, person));
    const text = typeof saved === 'string' ? SAVED[saved] : undefined;
    const banner = text === undefined ? undefined : { text, success: true };
    response.render('web/meetings/one.njk', { ...meetingView(known, person), banner });
  }

  @Get(':id/cancel')
  @Requires('ImportAgenda')
  @Audits('none')
  async askToCancel(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.database.unitOfWork(actingOf(person), (uow) => this.known.of(uow, id, person));
    const { title: body, when, cancelHref } = meetingView(known, person);
    if (cancelHref === undefined) throw new Refusal(409, ALREADY_CANCELLED);
    response.render('web/meetings/cancel.njk', {
      title: 'Cancel this meeting?',
      meeting: `${body}, ${when}`,
      backHref: `/meetings/${id}`,
      button: 'Cancel the meeting',
      secondary: { text: 'Keep it', href: `/meetings/${id}` },
    });
  }

  @Post(':id/cancel')
  @Requires('ImportAgenda')
  @Audits('meeting.cancelled')
  async cancel(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.database.unitOfWork(actingOf(person), (uow) => this.meetings.cancel(uow, id));
    if ('refused' in result && result.refused === 'already-cancelled')
      throw new Refusal(409, ALREADY_CANCELLED);
    found('refused' in result ? undefined : result.id);
    response.redirect(303, `/meetings/${id}?saved=cancelled`);
  }

  @Get(':id/items/:item/facts')
  @Requires('ImportAgenda')
  @Audits('none')
  async askFacts(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @IdInAddress('item') itemId: string,
    @Res() response: Response,
  ): Promise<void> {
    const item = await this.#item(person, id, itemId);
    response.render('web/meetings/facts.njk', factsView(item, blankForm(wordsOfFacts(item))));
  }

  @Post(':id/items/:item/facts')
  @Requires('ImportAgenda')
  @Audits('item.facts-confirmed')
  async confirmFacts(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @IdInAddress('item') itemId: string,
    @SentBody() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const item = await this.#item(person, id, itemId);
    const form = validateForm(FactsForm, body);
    if (!form.ok) {
      response.status(400).render('web/meetings/facts.njk', factsView(item, refusedForm(form)));
      return;
    }
    await this.database.unitOfWork(actingOf(person), (uow) =>
      this.meetings.setItemFacts(uow, itemId, confirmedIn(form.value, item)),
    );
    response.redirect(303, `/meetings/${id}?saved=facts`);
  }

  async #item(person: Person, meetingId: string, itemId: string): Promise<AgendaItem> {
    const items = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.meetings.items(uow, meetingId),
    );
    return found(items.find(({ id }) => id === itemId));
  }
}

/** What was just done, by the word in the address. */
const SAVED: Readonly<Record<string, string>> = {
  meeting: 'The meeting is saved. Members who sit on the body will be briefed.',
  revision: 'The new agenda is saved. What it changed stands under “Agendas received”.',
  facts: 'Your answers are saved.',
  cancelled: 'The meeting is cancelled.',
};

const ALREADY_CANCELLED = 'This meeting is cancelled already. Nothing was changed.';
