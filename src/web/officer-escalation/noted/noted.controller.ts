import { Body, Controller, Get, NotFoundException, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Escalating } from '../../../oversight/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { send, type Answer } from '../../my-dispensations/index.js';
import { IdInAddress } from '../../page/index.js';
import { addressOf, KnownLadders } from '../known.js';
import { keptWords, statusOf, whyNot } from '../refusals.js';
import { NotedForm, notedView, type Noted } from './page.js';

const PAGE = 'web/officer-escalation/noted/page.njk';

/** Notes what was said between an officer and a member: a refusal to answer, or a reminder. */
@Controller('officer/escalations/:member/:duty')
@Requires('EscalateDuty')
export class NotedController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly escalating: Escalating,
    private readonly known: KnownLadders,
  ) {}

  @Get('refused')
  @Audits('none')
  async showRefused(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('duty') subject: string,
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.#show(person, memberId, subject, 'refused'));
  }

  @Get('reminder')
  @Audits('none')
  async showReminder(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('duty') subject: string,
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.#show(person, memberId, subject, 'reminder'));
  }

  @Post('refused')
  @Audits('escalation.refusal-recorded')
  async refused(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('duty') subject: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.#note(person, { memberId, subject, body }, 'refused'));
  }

  @Post('reminder')
  @Audits('escalation.reminder-recorded')
  async reminded(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('duty') subject: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.#note(person, { memberId, subject, body }, 'reminder'));
  }

  #show(person: Person, memberId: string, subject: string, noted: Noted): Promise<Answer> {
    return this.database.unitOfWork(actingOf(person), async (uow) => {
      const known = await this.known.open(uow, memberId, subject);
      return { status: 200, page: PAGE, view: notedView(known, noted, blankForm()) };
    });
  }

  #note(
    person: Person,
    { body, ...of }: { memberId: string; subject: string; body: unknown },
    noted: Noted,
  ): Promise<Answer> {
    const form = validateForm(NotedForm, body, { today: this.clock.today() });
    return this.database.unitOfWork(actingOf(person), async (uow): Promise<Answer> => {
      const known = await this.known.of(uow, of.memberId, of.subject);
      if (!form.ok) return { status: 400, page: PAGE, view: notedView(known, noted, refusedForm(form)) };
      const result = await this.#record(uow, of, form.value, noted);
      if ('id' in result) return { location: `${addressOf(known.ladder)}?done=${noted}` };
      if (result.refused === 'not-found') throw new NotFoundException();
      const status = statusOf(result.refused);
      const state = refusedForm({
        errors: [whyNot(result.refused)],
        words: keptWords(form.words, status),
      });
      return { status, page: PAGE, view: notedView(known, noted, state) };
    });
  }

  #record(
    uow: UnitOfWork,
    of: { memberId: string; subject: string },
    { on, by, note, seen }: NotedForm,
    noted: Noted,
  ): ReturnType<Escalating['refused']> {
    const ladder = { ...of, seen: Number(seen) };
    return noted === 'refused'
      ? this.escalating.refused(uow, ladder, { on, by, note })
      : this.escalating.reminded(uow, ladder, { on, by, note });
  }
}
