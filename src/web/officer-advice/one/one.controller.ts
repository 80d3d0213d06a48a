import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Advice } from '../../../oversight/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { IdInAddress } from '../../page/index.js';
import { KnownQuestions } from '../known.js';
import { oneView } from './page.js';

/** One question, with everything that was answered, for whoever may read it; that there is one, for the auditor. */
@Controller('officer/advice/:question')
export class OneController {
  constructor(
    private readonly advice: Advice,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly known: KnownQuestions,
  ) {}

  @Get()
  @Requires('ReadAdvice')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('question') id: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const one = await this.known.of(uow, person, id);
      const opened = one.mayRead ? this.advice.open(one.known) : undefined;
      return oneView(one, opened, { today: this.clock.today(), saved: done === 'answered' });
    });
    response.render('web/officer-advice/one/page.njk', view);
  }
}
