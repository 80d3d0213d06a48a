import { Body, Controller, Get, NotFoundException, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies } from '../../../authorities/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { civilDate } from '../../../law/index.js';
import { Meetings } from '../../../meetings/index.js';
import { Escalating } from '../../../oversight/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { dateInWords, escalationReport } from '../../../wording/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { send, type Answer } from '../../my-dispensations/index.js';
import { IdInAddress } from '../../page/index.js';
import { addressOf, KnownLadders, reminderDays, type KnownLadder } from '../known.js';
import { keptWords, statusOf, whyNot } from '../refusals.js';
import { doneBefore } from '../words.js';
import { checkView, LONGEST, ReportForm, reportView, type Committees } from './page.js';

const PAGE = 'web/officer-escalation/report/page.njk';
const CHECK = 'web/officer-escalation/report/check.njk';

/** The officer reports to a committee: a neutral text from the facts, changed as they like, and kept as made. */
@Controller('officer/escalations/:member/:duty/report')
@Requires('EscalateDuty')
export class ReportController {
  constructor(
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly escalating: Escalating,
    private readonly known: KnownLadders,
    private readonly meetings: Meetings,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('duty') subject: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const known = await this.known.open(uow, memberId, subject);
      const facts = await this.known.letterFacts(uow, known.duty);
      const done = doneBefore(known.ladder, reminderDays(known.ladder), known.committeeOf);
      const report = escalationReport(facts, done, this.clock.today());
      return reportView(known, await this.#committees(uow), blankForm({ ...report }));
    });
    response.render(PAGE, view);
  }

  @Post()
  @Audits('escalation.reported')
  async report(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('duty') subject: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const answer = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.#answer(uow, memberId, subject, body),
    );
    send(response, answer);
  }

  async #answer(uow: UnitOfWork, memberId: string, subject: string, body: unknown): Promise<Answer> {
    const known = await this.known.of(uow, memberId, subject);
    const form = validateForm(ReportForm, body, { longest: LONGEST });
    if (!form.ok) return this.#again(uow, known, 400, refusedForm(form));
    const { value, words } = form;
    if (value.step === 'change') return this.#again(uow, known, 200, blankForm(words));
    if (value.step !== 'send') {
      const view = checkView(known, await this.#committees(uow), value, words);
      return { status: 200, page: CHECK, view };
    }
    const on = { memberId, subject, seen: Number(value.seen) };
    const to = { bodyId: value.bodyId, meetingId: value.meetingId === '' ? undefined : value.meetingId };
    const result = await this.escalating.report(uow, on, { subject: value.subject, text: value.text }, to);
    if ('id' in result) return { location: `${addressOf(known.ladder)}?done=report` };
    if (result.refused === 'not-found') throw new NotFoundException();
    const status = statusOf(result.refused);
    const errors = [whyNot(result.refused)];
    return this.#again(uow, known, status, refusedForm({ errors, words: keptWords(words, status) }));
  }

  async #again(
    uow: UnitOfWork,
    known: KnownLadder,
    status: 200 | 400 | 409,
    form: FormState,
  ): Promise<Answer> {
    return { status, page: PAGE, view: reportView(known, await this.#committees(uow), form) };
  }

  async #committees(uow: UnitOfWork): Promise<Committees> {
    const bodies = await this.bodies.list(uow);
    const names = new Map(bodies.map(({ id, name }) => [id, name]));
    const coming = await this.meetings.list(uow, { from: this.clock.today() });
    return {
      bodies: bodies.map(({ id, name }) => ({ value: id, text: name })),
      meetings: coming
        .filter(({ status }) => status === 'confirmed')
        .map(({ id, bodyId, meetsOn }) => ({
          value: id,
          text: `${names.get(bodyId) ?? ''}, ${dateInWords(civilDate(meetsOn))}`,
        })),
    };
  }
}
