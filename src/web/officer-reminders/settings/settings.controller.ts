import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Database } from '../../../platform/database/index.js';
import { ReminderPractices } from '../../../reminders/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { changeView, practiceIn, SettingsForm, settingsView, wordsOfPractice } from './page.js';

const CHANGE = 'web/officer-reminders/settings/change.njk';
const AT = '/officer/reminders/settings';

/** When reminders go: to read for whoever reads the board, to change for whoever answers for them. */
@Controller('officer/reminders/settings')
export class ReminderSettingsController {
  constructor(
    private readonly database: Database,
    private readonly practices: ReminderPractices,
  ) {}

  @Get()
  @Requires('ReadComplianceBoard')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const practice = await this.database.unitOfWork(actingOf(person), (uow) => this.practices.of(uow));
    const text = 'Saved. What is planned already moves to the new days and times with the next round.';
    const banner = done === 'saved' ? { text, success: true } : undefined;
    const mayManage = person.permissions.has('ManageReminders');
    response.render('web/officer-reminders/settings/page.njk', {
      ...{ ...settingsView(practice, mayManage), banner },
    });
  }

  @Get('change')
  @Requires('ManageReminders')
  @Audits('none')
  async ask(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const practice = await this.database.unitOfWork(actingOf(person), (uow) => this.practices.of(uow));
    response.render(CHANGE, changeView(blankForm(wordsOfPractice(practice))));
  }

  @Post('change')
  @Requires('ManageReminders')
  @Audits('reminder-setting.changed')
  async save(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(SettingsForm, body);
    if (!form.ok) {
      response.status(400).render(CHANGE, changeView(refusedForm(form)));
      return;
    }
    await this.database.unitOfWork(actingOf(person), (uow) =>
      this.practices.set(uow, practiceIn(form.value)),
    );
    response.redirect(303, `${AT}?done=saved`);
  }
}
