import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Duties, isOpen, type MemberDuty } from '../../duties/index.js';
import { Carrying } from '../../exchange/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Drafts, Notifications, type OpenedNotification } from '../../register/index.js';
import { dateInWords } from '../../wording/index.js';
import { refusedForm, validateForm } from '../form/index.js';
import { pathInstead } from '../journey/index.js';
import { lastDayInWords } from '../my/duty-panel.js';
import { checkView, DeclarationForm } from './check/page.js';
import { MEMBERS_DESK } from './desk.js';
import { Notifying, seenVersion } from './notifying.js';
import type { OpenedDraft } from './question-page.js';
import { sentView } from './sent/page.js';
import { taskListView } from './task-list/page.js';

const NOTIFY_PATH = MEMBERS_DESK.basePath;
const CHECK = 'web/notify-interests/check/page.njk';

/** The task list of the journey, its end, and the receipt. */
@Controller('my/interests/notify')
@Requires('NotifyOwnInterests')
export class NotifyController {
  constructor(
    private readonly carrying: Carrying,
    private readonly drafts: Drafts,
    private readonly duties: Duties,
    private readonly notifications: Notifications,
    private readonly notifying: Notifying,
  ) {}

  @Get()
  @Audits('none')
  async list(
    @CurrentPerson() person: Person,
    @Query('missing') missing: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.notifying.asMember(person, async (uow, memberId) => {
      const opened = await this.notifying.open(uow, memberId);
      const duty = await this.#dutyOf(uow, memberId);
      const clock = duty && isOpen(duty.state) ? duty.answer.clock : null;
      const sent = opened.version === 0 ? await this.#newest(uow, memberId) : undefined;
      // After sending, the browser's Back may lead here. Nothing is missing then.
      const showMissing = missing !== undefined && !isOfToday(sent, opened);
      return {
        ...taskListView(opened, showMissing),
        carried: opened.version === 0 ? [] : await this.carrying.carriedTo(uow, memberId),
        lastDay: clock && lastDayInWords(clock, opened.today),
        earlier:
          opened.version === 0 && opened.lastSaid !== undefined ? dateInWords(opened.lastSaid.on) : undefined,
      };
    });
    response.render('web/notify-interests/task-list/page.njk', view);
  }

  /** Begins a draft with what was said last. One that was begun meanwhile in another tab stays as it is. */
  @Post('start-from')
  @Audits('none')
  async startFrom(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    await this.notifying.asMember(person, async (uow, memberId) => {
      const { lastSaid } = await this.notifying.open(uow, memberId);
      if (lastSaid !== undefined)
        await this.drafts.save(uow, { memberId, channel: MEMBERS_DESK.channel }, lastSaid.draft, 0);
    });
    response.redirect(303, NOTIFY_PATH);
  }

  @Get('check')
  @Audits('none')
  async check(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const { opened, last } = await this.notifying.asMember(person, async (uow, memberId) => ({
      opened: await this.notifying.open(uow, memberId),
      last: await this.#newest(uow, memberId),
    }));
    const { journey, draft, version } = opened;
    if (version === 0 && isOfToday(last, opened)) response.redirect(303, `${NOTIFY_PATH}/sent`);
    else if (pathInstead(journey, draft, 'check') !== undefined)
      response.redirect(303, `${NOTIFY_PATH}?missing`);
    else response.render(CHECK, checkView(opened));
  }

  @Post('check')
  @Audits('notification.received')
  async send(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const opened = await this.notifying.openFor(this.notifying.ofMember(person));
    const form = validateForm(DeclarationForm, body);
    if (!form.ok) {
      response.status(400).render(CHECK, checkView(opened, refusedForm(form)));
      return;
    }
    const { required } = opened;
    const received = await this.notifying.asMember(person, (uow, memberId) =>
      this.notifications.receive(uow, memberId, required, seenVersion(body)),
    );
    if (!('refused' in received)) response.redirect(303, `${NOTIFY_PATH}/sent`);
    else if (received.refused === 'unanswered') response.redirect(303, `${NOTIFY_PATH}?missing`);
    else await this.#showAgain(person, response);
  }

  /** The receipt of the member's newest whole notification. */
  @Get('sent')
  @Audits('none')
  async sent(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const view = await this.notifying.asMember(person, async (uow, memberId) => {
      const { required, today } = await this.notifying.open(uow, memberId);
      const newest = await this.#newest(uow, memberId);
      if (newest === undefined) return undefined;
      const law = await this.notifying.lawThen(uow, newest);
      return sentView(newest, { required, law }, await this.#dutyOf(uow, memberId), today);
    });
    if (view === undefined) response.redirect(303, NOTIFY_PATH);
    else response.render('web/notify-interests/sent/page.njk', view);
  }

  /** What was sent was not what is there now. A draft that is gone was sent from the other tab. */
  async #showAgain(person: Person, response: Response): Promise<void> {
    const opened = await this.notifying.openFor(this.notifying.ofMember(person));
    if (opened.version === 0) response.redirect(303, `${NOTIFY_PATH}/sent`);
    else response.status(409).render(CHECK, checkView(opened, undefined, true));
  }

  async #newest(uow: UnitOfWork, memberId: string): Promise<OpenedNotification | undefined> {
    const received = await this.notifications.list(uow, memberId);
    const last = received.findLast(({ kind }) => kind === 'whole');
    return last && this.notifications.open(uow, last.id);
  }

  async #dutyOf(uow: UnitOfWork, memberId: string): Promise<MemberDuty | undefined> {
    const duty = await this.duties.ofMember(uow, memberId);
    return duty !== undefined && 'kind' in duty ? undefined : duty;
  }
}

/** Received on this very day: somebody without a draft has just sent it, and comes back to its pages. */
const isOfToday = (last: OpenedNotification | undefined, { today }: OpenedDraft): boolean =>
  last?.notification.receivedOn === today;
