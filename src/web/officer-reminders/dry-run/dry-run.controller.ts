import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { DryRun, ReminderPractices } from '../../../reminders/index.js';
import { NamesOfReminders } from '../known.js';
import { pageIn } from '../../page/index.js';
import { askedDay, dayForm, dryRunView } from './page.js';

const PAGE = 'web/officer-reminders/dry-run/page.njk';

/** What would go out on a day, before it comes. Nothing is written and nothing is sent. */
@Controller('officer/reminders/dry-run')
@Requires('ReadComplianceBoard')
@Audits('none')
export class DryRunController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly dryRun: DryRun,
    private readonly names: NamesOfReminders,
    private readonly practices: ReminderPractices,
  ) {}

  @Get()
  async show(
    @CurrentPerson() person: Person,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const asked = askedDay(query.day, this.clock.today());
    const { day, form } = asked;
    if (day === undefined) {
      response.status(form.errorList.length > 0 ? 400 : 200).render(PAGE, dayForm(form));
      return;
    }
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const played = await this.dryRun.of(uow, day);
      const told = played.going.flatMap(({ reader, messages }) =>
        messages.flatMap(({ rows }) => rows.map(({ subject }) => ({ ...reader, subject }))),
      );
      const names = await this.names.of(uow, told);
      const isPaused = (await this.practices.of(uow)).pausedAt !== null;
      return dryRunView({ day, form }, played, { names, page: pageIn(query.page), isPaused });
    });
    response.render(PAGE, view);
  }
}
