import { Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Database } from '../../../platform/database/index.js';
import { Notifications, SteppingAside } from '../../../register/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { Reading } from '../reading.js';
import { stepAsideView } from './page.js';

/** An officer with an interest of their own leaves a member to a deputy. */
@Controller('officer/notifications/:id/step-aside')
@Requires('EnterNotification')
export class StepAsideController {
  constructor(
    private readonly database: Database,
    private readonly notifications: Notifications,
    private readonly reading: Reading,
    private readonly steppingAside: SteppingAside,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = stepAsideView(await this.reading.open(person, id));
    response.render('web/officer-notifications/step-aside/page.njk', view);
  }

  @Post()
  @Audits('officer.stepped-aside')
  async stepAside(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.database.unitOfWork(actingOf(person), async (uow) => {
      const { notification } = found(await this.notifications.open(uow, id));
      await this.steppingAside.stepAside(uow, notification.memberId);
    });
    response.redirect(303, `/officer/notifications/${id}?aside=yes`);
  }
}
