import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import type { CivilDate } from '../../law/index.js';
import { Members } from '../../members/index.js';
import { Database } from '../../platform/database/index.js';
import { Attachments, Drafts, Notifications } from '../../register/index.js';
import { dateInWords } from '../../wording/index.js';
import { refusedForm, validateForm, type FormState } from '../form/index.js';
import { pathInstead } from '../journey/index.js';
import { uploadedFile, type UploadedFile } from '../layout/index.js';
import { Notifying, seenVersion, type Filling } from '../notify-interests/notifying.js';
import type { OpenedDraft } from '../notify-interests/question-page.js';
import { taskListView } from '../notify-interests/task-list/page.js';
import { found, IdInAddress } from '../page/index.js';
import { inOrder, paperCheckView, PaperForm, scanProblem } from './check/page.js';
import { PaperForms } from './paper-forms.js';

const CHECK = 'web/officer-paper/check/page.njk';

/** A form on paper that an officer types in on a member's behalf: its task list, and its end. */
@Controller('officer/members/:member/paper')
@Requires('EnterNotification')
export class PaperController {
  constructor(
    private readonly attachments: Attachments,
    private readonly database: Database,
    private readonly drafts: Drafts,
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly notifying: Notifying,
    private readonly papers: PaperForms,
  ) {}

  @Get()
  @Audits('none')
  async list(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Query('missing') missing: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { opened, name } = await this.#open(await this.papers.filling(person, memberId));
    response.render('web/notify-interests/task-list/page.njk', {
      ...taskListView(opened, missing !== undefined),
      title: `Type in the form of ${name}`,
      earlier:
        opened.version === 0 && opened.lastSaid !== undefined ? dateInWords(opened.lastSaid.on) : undefined,
    });
  }

  /** Begins with what the member said last. A draft that was begun meanwhile stays as it is. */
  @Post('start-from')
  @Audits('none')
  async startFrom(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { desk } = await this.papers.filling(person, memberId);
    await this.database.unitOfWork(actingOf(person), async (uow) => {
      const { lastSaid } = await this.notifying.open(uow, memberId, desk);
      if (lastSaid !== undefined)
        await this.drafts.save(uow, { memberId, channel: desk.channel }, lastSaid.draft, 0);
    });
    response.redirect(303, desk.basePath);
  }

  @Get('check')
  @Audits('none')
  async check(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { opened, name } = await this.#open(await this.papers.filling(person, memberId));
    if (pathInstead(opened.journey, opened.draft, 'check') !== undefined)
      response.redirect(303, `${opened.desk.basePath}?missing`);
    else response.render(CHECK, paperCheckView(opened, name));
  }

  @Post('check')
  @Audits('notification.received')
  async record(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Req() request: Request,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const filling = await this.papers.filling(person, memberId);
    const { opened, name } = await this.#open(filling);
    const scan = uploadedFile(request, 'scan');
    const form = validateForm(PaperForm, body, { today: opened.today });
    const problem = scanProblem(this.attachments, scan);
    if (!form.ok || problem !== undefined || scan === undefined) {
      const errors = inOrder([...(form.ok ? [] : form.errors), ...(problem === undefined ? [] : [problem])]);
      const again: FormState = refusedForm({ errors, words: form.words });
      response.status(400).render(CHECK, paperCheckView(opened, name, again));
      return;
    }
    const seen = { seenVersion: seenVersion(body), receivedOn: form.value.arrivedOn };
    const received = await this.#record(filling, opened, seen, scan);
    if (!('refused' in received)) response.redirect(303, `/officer/notifications/${received.id}?typed=yes`);
    else if (received.refused === 'unanswered') response.redirect(303, `${opened.desk.basePath}?missing`);
    else {
      const fresh = await this.#open(filling);
      const view = paperCheckView(fresh.opened, name, refusedForm({ errors: [], words: form.words }), true);
      response.status(409).render(CHECK, view);
    }
  }

  /** The form and its scan are kept together or not at all. */
  async #record(
    { person, memberId }: Filling,
    { required }: OpenedDraft,
    arrived: { seenVersion: number; receivedOn: CivilDate },
    scan: UploadedFile,
  ): ReturnType<Notifications['receivePaper']> {
    return this.database.unitOfWork(actingOf(person), async (uow) => {
      const received = await this.notifications.receivePaper(uow, memberId, required, arrived);
      if ('refused' in received) return received;
      const attached = await this.attachments.attach(uow, received.id, scan.content);
      if ('refused' in attached) throw new Error(`A scan that was looked at is ${attached.refused}.`);
      return received;
    });
  }

  async #open({ person, memberId, desk }: Filling): Promise<{ opened: OpenedDraft; name: string }> {
    return this.database.unitOfWork(actingOf(person), async (uow) => ({
      opened: await this.notifying.open(uow, memberId, desk),
      name: found(await this.members.find(uow, memberId)).name,
    }));
  }
}
