import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { Sensitivities, type Decision } from '../../../register/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { SensitiveReading } from '../reading.js';
import { reviewDayError, WHY_NOT } from '../refusals.js';
import { DecisionForm, decideView, decisionIn, type DecideView } from './page.js';

const PAGE = 'web/officer-sensitive/decide/page.njk';

/** The details of one request, for those who may read them, and the officer's decision. */
@Controller('officer/sensitive/requests/:id')
export class DecideController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly reading: SensitiveReading,
    private readonly sensitivities: Sensitivities,
  ) {}

  @Get()
  @Requires('ReadSensitiveDetails')
  @Audits('sensitivity.read')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    response.render(PAGE, await this.#view(person, id, blankForm()));
  }

  @Post()
  @Requires('DecideSensitivity')
  @Audits('sensitivity.agreed')
  async decide(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const again = async (form: FormState, status: 400 | 409, banner?: { text: string }): Promise<void> => {
      response.status(status).render(PAGE, { ...(await this.#view(person, id, form)), banner });
    };
    const form = validateForm(DecisionForm, body);
    if (!form.ok) return again(refusedForm(form), 400);
    const { words } = form;
    const decided = decisionIn(form.value);
    if ('field' in decided) return again(refusedForm({ errors: [decided], words }), 400);
    const result = await this.#decide(person, id, decided);
    if (!('refused' in result)) {
      response.redirect(303, `/officer/sensitive?done=${decided.decision}`);
      return;
    }
    if (result.refused === 'review-day')
      return again(refusedForm({ errors: [reviewDayError(this.clock.today())], words }), 400);
    found(result.refused === 'not-found' ? undefined : result);
    return again(blankForm(words), 409, { text: WHY_NOT[result.refused] });
  }

  async #decide(person: Person, id: string, decided: Decision): ReturnType<Sensitivities['decide']> {
    return this.database.unitOfWork(actingOf(person), (uow) => this.sensitivities.decide(uow, id, decided));
  }

  async #view(person: Person, id: string, form: FormState): Promise<DecideView> {
    return this.database.unitOfWork(actingOf(person), async (uow) => {
      const opened = found(await this.sensitivities.find(uow, id));
      return decideView(opened, await this.reading.ofRequest(uow, opened.request), form);
    });
  }
}
