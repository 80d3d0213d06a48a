import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { ByHand, ReminderOverview, ReminderPractices } from '../../../reminders/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { NamesOfReminders } from '../known.js';
import { reminderView, type ReminderView } from './page.js';
import { WHY_NOT_HURRIED, WHY_NOT_TRIED_AGAIN } from './refusals.js';

const PAGE = 'web/officer-reminders/one/page.njk';
/** So many others about the same are shown. */
const MOST_OTHERS = 50;
const DONE: Readonly<Record<string, string>> = {
  hurried:
    'It goes with the next round. It is asked once more whether it is owed. A reminder of a later day keeps its day.',
  'tried-again': 'The message is tried again with the next round, to the address that its reader has now.',
};

/** One reminder: why it was sent or not, and what an officer can do about it. */
@Controller('officer/reminders')
export class ReminderController {
  constructor(
    private readonly byHand: ByHand,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly names: NamesOfReminders,
    private readonly overview: ReminderOverview,
    private readonly practices: ReminderPractices,
  ) {}

  @Get(':id')
  @Requires('ReadComplianceBoard')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { view, isPaused } = await this.#view(person, id);
    const text = typeof done === 'string' ? DONE[done] : undefined;
    // What is written already goes out even then; what is still to be written waits.
    const waits =
      isPaused && done === 'hurried' ? ' Reminders are paused, so it waits until they go on.' : '';
    const banner = text === undefined ? undefined : { text: `${text}${waits}`, success: true };
    response.render(PAGE, { ...view, banner });
  }

  @Post(':id/send-now')
  @Requires('ManageReminders')
  @Audits('reminder.hurried')
  async sendNow(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.database.unitOfWork(actingOf(person), async (uow) => {
      found(await this.overview.find(uow, id));
      return this.byHand.sendNow(uow, id);
    });
    if (!('refused' in result)) response.redirect(303, `/officer/reminders/${id}?done=hurried`);
    else
      await this.#refuse(
        person,
        id,
        response,
        found(result.refused === 'not-found' ? undefined : WHY_NOT_HURRIED[result.refused]),
      );
  }

  @Post(':id/try-again')
  @Requires('ManageReminders')
  @Audits('message.tried-again')
  async tryAgain(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const { reminder } = found(await this.overview.find(uow, id));
      return this.byHand.tryAgain(uow, found(reminder.messageId));
    });
    if (!('refused' in result)) response.redirect(303, `/officer/reminders/${id}?done=tried-again`);
    else
      await this.#refuse(
        person,
        id,
        response,
        found(result.refused === 'not-found' ? undefined : WHY_NOT_TRIED_AGAIN[result.refused]),
      );
  }

  async #refuse(person: Person, id: string, response: Response, text: string): Promise<void> {
    const { view } = await this.#view(person, id);
    response.status(400).render(PAGE, { ...view, banner: { text } });
  }

  async #view(person: Person, id: string): Promise<{ view: ReminderView; isPaused: boolean }> {
    return this.database.unitOfWork(actingOf(person), async (uow) => {
      const known = found(await this.overview.find(uow, id));
      const others = await this.overview.aboutTheSame(uow, known.reminder, MOST_OTHERS);
      const practice = await this.practices.of(uow);
      const view = reminderView({
        ...{ known, others, practice, now: this.clock.now(), accountId: person.accountId },
        names: await this.names.of(uow, [known.reminder]),
        mayManage: person.permissions.has('ManageReminders'),
      });
      return { view, isPaused: practice.pausedAt !== null };
    });
  }
}
