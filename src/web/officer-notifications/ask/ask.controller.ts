import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Database } from '../../../platform/database/index.js';
import { Queries } from '../../../register/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { Reading } from '../reading.js';
import { WHY_NOT_ASKED } from '../refusals.js';
import { askView, MOST_CHARACTERS, QuestionForm } from './page.js';

const PAGE = 'web/officer-notifications/ask/page.njk';

/** Sends a question back to the member: about a whole notification, or one interest in it. */
@Controller('officer/notifications/:id/ask')
@Requires('EnterNotification')
export class AskController {
  constructor(
    private readonly database: Database,
    private readonly queries: Queries,
    private readonly reading: Reading,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    response.render(PAGE, askView(await this.reading.open(person, id), undefined));
  }

  @Get(':interest')
  @Audits('none')
  async showAbout(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @IdInAddress('interest') interestId: string,
    @Res() response: Response,
  ): Promise<void> {
    response.render(PAGE, found(askView(await this.reading.open(person, id), interestId)));
  }

  @Post()
  @Audits('notification.queried')
  async ask(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.#ask(person, { notificationId: id }, body, response);
  }

  @Post(':interest')
  @Audits('notification.queried')
  async askAbout(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @IdInAddress('interest') interestId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.#ask(person, { notificationId: id, interestId }, body, response);
  }

  async #ask(
    person: Person,
    about: { notificationId: string; interestId?: string },
    body: unknown,
    response: Response,
  ): Promise<void> {
    const { notificationId, interestId } = about;
    const form = validateForm(QuestionForm, body, { longest: MOST_CHARACTERS });
    if (!form.ok) {
      const known = await this.reading.open(person, notificationId);
      response.status(400).render(PAGE, found(askView(known, interestId, refusedForm(form))));
      return;
    }
    const { question } = form.value;
    const asked = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.queries.ask(uow, { ...about, question }),
    );
    if (!('refused' in asked)) {
      response.redirect(303, `/officer/notifications/${notificationId}?asked=yes`);
      return;
    }
    const refusal = asked.refused === 'not-found' ? undefined : WHY_NOT_ASKED[asked.refused];
    const known = await this.reading.open(person, notificationId);
    const view = found(askView(known, interestId, blankForm(form.words), refusal));
    response.status(400).render(PAGE, view);
  }
}
