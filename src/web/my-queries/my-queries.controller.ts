import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Notifications, Queries, Register } from '../../register/index.js';
import { refusedForm, validateForm } from '../form/index.js';
import { AsMember } from '../my-interests/index.js';
import { found, IdInAddress } from '../page/index.js';
import { AnswerForm, questionView, type AskedOfMe } from './page.js';

const PAGE = 'web/my-queries/page.njk';
const SENT = { text: 'Your answer was sent to the monitoring officer.', success: true } as const;
const ANSWERED_ALREADY = { text: 'You have answered this question already. Nothing more was sent.' };

/** A question that the officer asks about a notification, and the member's answer. */
@Controller('my/interests/questions')
@Requires('NotifyOwnInterests')
export class MyQueriesController {
  constructor(
    private readonly asMember: AsMember,
    private readonly notifications: Notifications,
    private readonly queries: Queries,
    private readonly register: Register,
  ) {}

  @Get(':id')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('sent') sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const asked = await this.asMember.do(person, (uow, memberId) => this.#asked(uow, memberId, id));
    const isSent = sent !== undefined && asked.opened.answer !== null;
    response.render(PAGE, questionView(asked, undefined, isSent ? SENT : undefined));
  }

  @Post(':id')
  @Audits('notification.query-answered')
  async answer(
    @CurrentPerson() person: Person,
    @IdInAddress('id') queryId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(AnswerForm, body);
    const { asked, result } = await this.asMember.do(person, async (uow, memberId) => {
      const asked = await this.#asked(uow, memberId, queryId);
      if (!form.ok) return { asked, result: undefined };
      const { answer, withdraws } = form.value;
      const given = { queryId, answer, withdraws: withdraws === 'yes' };
      return { asked, result: await this.queries.answer(uow, memberId, given) };
    });
    if (!form.ok) response.status(400).render(PAGE, questionView(asked, refusedForm(form)));
    else if (result !== undefined && 'refused' in result)
      response.status(409).render(PAGE, questionView(asked, undefined, ANSWERED_ALREADY));
    else response.redirect(303, `/my/interests/questions/${queryId}?sent`);
  }

  /** A question about a notification of this member and no other. */
  async #asked(uow: UnitOfWork, memberId: string, id: string): Promise<AskedOfMe> {
    for (const { id: notificationId } of await this.notifications.list(uow, memberId)) {
      const opened = (await this.queries.of(uow, notificationId)).find(({ query }) => query.id === id);
      if (opened === undefined) continue;
      const notification = found(await this.notifications.open(uow, notificationId));
      const interest = notification.interests.find((one) => one.id === opened.query.notifiedInterestId);
      const about = interest?.aboutEntryId ?? undefined;
      const before = about === undefined ? undefined : (await this.register.find(uow, about))?.details;
      return { opened, notification, interest, before };
    }
    return found<AskedOfMe>(undefined);
  }
}
