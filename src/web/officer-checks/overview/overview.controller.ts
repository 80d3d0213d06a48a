import { Controller, Get, Query, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { KnownFindings } from '../known.js';
import { DayOrNothing, daysIn } from '../period.js';
import { overviewView } from './page.js';

export class PeriodForm {
  @IsOptional()
  @DayOrNothing({ message: 'The first day must be a real date written as 2026-10-24, from 1 July 2012 on' })
  from?: string;

  @IsOptional()
  @DayOrNothing({ message: 'The last day must be a real date written as 2026-10-24, from 1 July 2012 on' })
  to?: string;
}

/** The checks, with how many questions of each are open. */
@Controller('officer/checks')
export class ChecksController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly known: KnownFindings,
  ) {}

  @Get()
  @Requires('ReadComplianceBoard')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(PeriodForm, query);
    const days = daysIn(form.ok ? form.value : {}, this.clock.today());
    const shown = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.known.shown(uow, person, days),
    );
    const words = { from: days.from, to: days.to, ...form.words };
    const state = form.ok ? blankForm({ from: days.from, to: days.to }) : refusedForm({ ...form, words });
    response.status(form.ok ? 200 : 400).render('web/officer-checks/overview/page.njk', {
      ...overviewView(shown, days, {
        seesAll: person.permissions.has('ReadSensitiveDetails'),
        mayGiveFiles: person.permissions.has('CloseFinding'),
      }),
      form: state,
    });
  }
}
