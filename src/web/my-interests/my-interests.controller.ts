import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Notifications, Register, type OpenedNotification } from '../../register/index.js';
import { Notifying } from '../notify-interests/notifying.js';
import { myInterestsView } from './page.js';

/** What the register holds of the member who asks, and the receipts of what they notified. */
@Controller('my/interests')
export class MyInterestsController {
  constructor(
    private readonly notifications: Notifications,
    private readonly notifying: Notifying,
    private readonly register: Register,
  ) {}

  @Get()
  @Requires('NotifyOwnInterests')
  @Audits('none')
  async show(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const held = await this.notifying.asMember(person, async (uow, memberId) => ({
      required: (await this.notifying.open(uow, memberId)).required,
      entries: await this.register.current(uow, memberId),
      notifications: await this.#opened(uow, memberId),
    }));
    response.render('web/my-interests/page.njk', myInterestsView(held));
  }

  async #opened(uow: UnitOfWork, memberId: string): Promise<OpenedNotification[]> {
    const opened: OpenedNotification[] = [];
    for (const { id } of await this.notifications.list(uow, memberId)) {
      const one = await this.notifications.open(uow, id);
      if (one !== undefined) opened.push(one);
    }
    return opened;
  }
}
