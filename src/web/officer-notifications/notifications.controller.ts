import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, StepUp, type Person } from '../../identity/index.js';
import type { Rulebook } from '../../law/index.js';
import { Members } from '../../members/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { Notifications, Queries, Register, type WhyNotEntered } from '../../register/index.js';
import { validateForm } from '../form/index.js';
import { IdInAddress } from '../page/index.js';
import { notificationView } from './one/page.js';
import { nothingSelected, PartForm, unselected } from './one/part-form.js';
import { queueRows, type QueueRow, type Waiting } from './queue/page.js';
import { Reading } from './reading.js';
import { WHY_NOT_ENTERED } from './refusals.js';
import { wholeTiming } from './timing.js';

const PAGE = 'web/officer-notifications/one/page.njk';

/** Said above the page of a notification after something was done. */
const DONE: Readonly<Record<string, string>> = {
  part: 'What you selected is in the register. The rest waits.',
  asked: 'Your question was sent. The member reads it on their own page.',
  aside: 'You have left this member’s interests to a deputy.',
  typed: 'The form is recorded. It counts as received on the day on which it arrived.',
};

/** What members notified: the queue of what is to be entered, and each notification whole. */
@Controller('officer/notifications')
@StepUp()
export class NotificationsController {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly queries: Queries,
    private readonly reading: Reading,
    private readonly register: Register,
  ) {}

  @Get()
  @Requires('ReadNotifications')
  @Audits('none')
  async queue(
    @CurrentPerson() person: Person,
    @Query('entered') entered: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const rows = await this.database.unitOfWork(actingOf(person), (uow) => this.#rows(uow));
    const banner =
      entered === 'yes' ? { text: 'The notification is in the register.', success: true } : undefined;
    response.render('web/officer-notifications/queue/page.njk', {
      ...{ title: 'Notifications to enter', rows, banner },
    });
  }

  @Get(':id')
  @Requires('ReadNotifications')
  @Audits('none')
  async one(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const done = Object.keys(query).find((name) => Object.hasOwn(DONE, name));
    const banner = done === undefined ? undefined : { text: DONE[done], success: true };
    const known = await this.reading.open(person, id);
    response.render(PAGE, { ...notificationView(known), banner });
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
    if (!('refused' in result)) response.redirect(303, '/officer/notifications?entered=yes');
    else await this.#refuse(person, id, result.refused, response);
  }

  /** Enters the interests that were selected; the others wait. */
  @Post(':id/part')
  @Requires('EnterNotification')
  @Audits('notification.entered')
  async enterPart(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.reading.open(person, id);
    const form = validateForm(PartForm, body);
    const waiting = unselected(known.opened, form);
    if (!form.ok || waiting === 'all') {
      response.status(400).render(PAGE, notificationView(known, nothingSelected(form.words)));
      return;
    }
    const result = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.register.enter(uow, id, waiting),
    );
    if ('refused' in result) await this.#refuse(person, id, result.refused, response);
    else if (result.waiting === 0) response.redirect(303, '/officer/notifications?entered=yes');
    else response.redirect(303, `/officer/notifications/${id}?part=yes`);
  }

  async #refuse(person: Person, id: string, why: WhyNotEntered, response: Response): Promise<void> {
    const known = await this.reading.open(person, id);
    const banner = why === 'not-found' ? undefined : { text: WHY_NOT_ENTERED[why] };
    response.status(400).render(PAGE, { ...notificationView(known), banner });
  }

  async #rows(uow: UnitOfWork): Promise<QueueRow[]> {
    const names = new Map((await this.members.list(uow)).map(({ id, name }) => [id, name]));
    const states = await this.queries.states(uow);
    const pending = await this.notifications.pending(uow);
    const board = await this.reading.board(uow);
    const rulebooks = new Map<string, Rulebook | undefined>();
    const waiting: Waiting[] = [];
    for (const opened of await this.notifications.openEach(uow, pending)) {
      const { id, kind } = opened.notification;
      const timing =
        kind === 'whole'
          ? wholeTiming(opened.notification, board)
          : await this.reading.timingOfChange(uow, opened, rulebooks);
      waiting.push({ opened, timing, question: states.get(id) });
    }
    return queueRows(waiting, names);
  }
}
