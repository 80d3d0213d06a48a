import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Duties, Rulebooks, type Board } from '../../duties/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { civilDate, type Category, type CivilDate } from '../../law/index.js';
import { Members } from '../../members/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { Notifications, Register, RegisterEntry } from '../../register/index.js';
import { found, IdInAddress } from '../page/index.js';
import { notificationView, withheldFrom, type NotificationView } from './one.js';
import { queueRows, timingOf } from './queue.js';
import { WHY_NOT_ENTERED } from './refusals.js';

/** What members notified: the queue of what is to be entered, and each notification whole. */
@Controller('officer/notifications')
export class NotificationsController {
  constructor(
    private readonly database: Database,
    private readonly duties: Duties,
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly register: Register,
    private readonly rulebooks: Rulebooks,
  ) {}

  @Get()
  @Requires('ReadNotifications')
  @Audits('none')
  async queue(
    @CurrentPerson() person: Person,
    @Query('entered') entered: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const rows = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const names = new Map((await this.members.list(uow)).map(({ id, name }) => [id, name]));
      return queueRows(await this.notifications.pending(uow), names, await this.#board(uow));
    });
    const banner =
      entered === 'yes' ? { text: 'The notification is in the register.', success: true } : undefined;
    response.render('web/officer-notifications/queue.njk', { title: 'Notifications to enter', rows, banner });
  }

  @Get(':id')
  @Requires('ReadNotifications')
  @Audits('none')
  async one(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    response.render('web/officer-notifications/one.njk', await this.#view(person, id));
  }

  @Post(':id/enter')
  @Requires('EnterNotification')
  @Audits('notification.entered')
  async enter(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.database.unitOfWork(actingOf(person), (uow) => this.register.enter(uow, id));
    if (!('refused' in result)) {
      response.redirect(303, '/officer/notifications?entered=yes');
      return;
    }
    const view = await this.#view(person, id);
    const banner = result.refused === 'not-found' ? undefined : { text: WHY_NOT_ENTERED[result.refused] };
    response.status(400).render('web/officer-notifications/one.njk', { ...view, banner });
  }

  async #view(person: Person, id: string): Promise<NotificationView> {
    return this.database.unitOfWork(actingOf(person), async (uow) => {
      const opened = found(await this.notifications.open(uow, id));
      const { memberId } = opened.notification;
      // Ended entries too: what was sensitive once does not become readable by ending.
      const entries = await uow.manager.findBy(RegisterEntry, { authorityId: uow.authorityId, memberId });
      return notificationView(opened, {
        memberName: found(await this.members.find(uow, memberId)).name,
        timing: timingOf(opened.notification, await this.#board(uow)),
        order: await this.#categories(uow, civilDate(opened.notification.receivedOn)),
        withheld: withheldFrom(person.permissions.has('ReadSensitiveDetails'), entries),
        mayEnter: person.permissions.has('EnterNotification'),
      });
    });
  }

  /** The categories in the order of the regulations. */
  async #categories(uow: UnitOfWork, on: CivilDate): Promise<Category[]> {
    const rulebook = await this.rulebooks.on(uow, on);
    return 'requiredCategories' in rulebook
      ? rulebook.requiredCategories().map(({ category }) => category)
      : [];
  }

  async #board(uow: UnitOfWork): Promise<Board | undefined> {
    const board = await this.duties.board(uow);
    return 'kind' in board ? undefined : board;
  }
}
