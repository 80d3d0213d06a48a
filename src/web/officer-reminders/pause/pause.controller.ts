import { Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Database } from '../../../platform/database/index.js';
import { ReminderPractices } from '../../../reminders/index.js';

const PAGE = 'web/officer-reminders/pause/page.njk';
const AT = '/officer/reminders';

/** Holds every reminder of the authority back, and lets them go on. */
@Controller('officer/reminders')
@Requires('ManageReminders')
export class PauseController {
  constructor(
    private readonly database: Database,
    private readonly practices: ReminderPractices,
  ) {}

  @Get('pause')
  @Audits('none')
  async ask(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const { pausedAt } = await this.database.unitOfWork(actingOf(person), (uow) => this.practices.of(uow));
    response.render(PAGE, viewOf(pausedAt !== null));
  }

  @Post('pause')
  @Audits('reminders.paused')
  async pause(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const result = await this.database.unitOfWork(actingOf(person), (uow) => this.practices.pause(uow));
    if ('refused' in result) refuse(response, true, 'Reminders are paused already. Nothing was changed.');
    else response.redirect(303, `${AT}?done=paused`);
  }

  @Post('go-on')
  @Audits('reminders.resumed')
  async goOn(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const result = await this.database.unitOfWork(actingOf(person), (uow) => this.practices.resume(uow));
    if ('refused' in result) refuse(response, false, 'Reminders are not paused. Nothing was changed.');
    else response.redirect(303, `${AT}?done=gone-on`);
  }
}

function refuse(response: Response, isPaused: boolean, text: string): void {
  response.status(400).render(PAGE, { ...viewOf(isPaused), banner: { text } });
}

function viewOf(isPaused: boolean): object {
  return { title: isPaused ? 'All reminders are paused' : 'Pause all reminders?', backHref: AT, isPaused };
}
