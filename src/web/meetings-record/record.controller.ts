import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Request, Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Database } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { IdInAddress } from '../page/index.js';
import { BriefedSubstitutes } from './briefed-substitutes.js';
import { recordView } from './page.js';
import { RecordedMeetings } from './recorded-meetings.js';
import { Recording, type RefusedEntry } from './recording.js';

/** Recording a meeting while it runs, by small forms: each is sent, recorded, and comes back to where it stood. */
@Controller('meetings/:id/record')
@Requires('RecordMeeting')
export class RecordController {
  constructor(
    private readonly briefed: BriefedSubstitutes,
    private readonly database: Database,
    private readonly recorded: RecordedMeetings,
    private readonly recording: Recording,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('item') item: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.#render(person, id, item, response);
  }

  /** For a page that was open longer than its session: a token of the session that there is now, and whose it is. */
  @Get('token.json')
  @Audits('none')
  token(@CurrentPerson() person: Person, @Req() request: Request): object {
    return {
      csrf: request.csrfToken?.(),
      account: person.accountId,
      authority: person.acting?.slug,
    };
  }

  @Post('observations')
  @Audits('meeting.observed')
  async observe(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.#answer(person, id, await this.recording.observe(person, id, body), request, response);
  }

  @Post('declarations')
  @Audits('disclosure.made, or disclosure.taken-back')
  async declare(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.#answer(person, id, await this.recording.declare(person, id, body), request, response);
  }

  /** A page that sends by itself is answered in JSON, a form by the page again. */
  async #answer(
    person: Person,
    id: string,
    refused: RefusedEntry | undefined,
    request: Request,
    response: Response,
  ): Promise<void> {
    const { item: sent } = request.body as { item?: unknown };
    const item = typeof sent === 'string' && isUUID(sent) ? sent : undefined;
    const bySelf = request.accepts(['html', 'json']) === 'json';
    if (refused !== undefined && bySelf) throw new Refusal(refused.status, sentencesOf(refused));
    if (refused !== undefined) await this.#render(person, id, item, response, refused);
    else if (bySelf) response.status(200).json({ recorded: true });
    else
      response.redirect(
        303,
        `/meetings/${id}/record${item === undefined ? '' : `?item=${item}#item-${item}`}`,
      );
  }

  async #render(
    person: Person,
    id: string,
    item: unknown,
    response: Response,
    refused?: RefusedEntry,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const recorded = await this.recorded.of(uow, id);
      const briefed = await this.briefed.of(uow, recorded);
      return recordView(recorded, { briefed, item, refused, accountId: person.accountId });
    });
    response.status(refused?.status ?? 200).render('web/meetings-record/page.njk', view);
  }
}

function sentencesOf({ form }: RefusedEntry): string {
  return form.errorList.map(({ text }) => (text.endsWith('.') ? text : `${text}.`)).join(' ');
}
