import { Body, Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  Intakes,
  intakeTemplateCsv,
  TakenIn,
  TakingIn,
  type IntakeProblem,
  type OpenedIntake,
} from '../../../exchange/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { csvCell } from '../../../publication/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { uploadedFile } from '../../layout/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { actorOf } from '../admin-scope.js';
import { bannerFor } from '../banners.js';
import { refusalInWords } from './file-refusals.js';
import { BeginForm, dryRunView, progressView, refusedView, takenView } from './intake-page.js';
import { columnsView, refusedUpload, UploadForm, uploadView } from './upload-page.js';

const UPLOAD = 'web/admin/intake/upload.njk';
/** Seconds after which the progress page loads itself again. */
const LOOK_AGAIN = '4';

/** Thousands of newly elected members from one file: read, checked, shown, taken in. */
@Controller('admin/intake')
@Requires('AdministerInstallation')
export class IntakeController {
  constructor(
    private readonly intakes: Intakes,
    private readonly takenIn: TakenIn,
    private readonly takingIn: TakingIn,
  ) {}

  @Get()
  @Audits('none')
  async ask(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    response.render(UPLOAD, uploadView(await this.intakes.list(actorOf(person)), blankForm()));
  }

  @Get('columns')
  @Audits('none')
  columns(@Res() response: Response): void {
    response.render('web/admin/intake/columns.njk', columnsView());
  }

  @Get('template.csv')
  @Audits('none')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="members-template.csv"')
  template(): string {
    return intakeTemplateCsv();
  }

  @Post()
  @Audits('intake.read')
  async receive(
    @CurrentPerson() person: Person,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const actor = actorOf(person);
    const form = validateForm(UploadForm, request.body);
    const again = async (text: string): Promise<void> => {
      const view = uploadView(await this.intakes.list(actor), refusedUpload(text, form.words));
      response.status(400).render(UPLOAD, view);
    };
    const file = uploadedFile(request, 'file');
    if (file === undefined) return again('Choose a file');
    const wholeCouncil = form.ok && form.value.wholeCouncil === 'yes';
    const received = await this.intakes.receive(file.content, wholeCouncil, actor);
    if (!('refused' in received)) response.redirect(303, `/admin/intake/${received.id}`);
    else if ('knownAs' in received.refused)
      response.redirect(303, `/admin/intake/${received.refused.knownAs}?done=intake-known`);
    else await again(refusalInWords(received.refused));
  }

  @Get(':intake')
  @Audits('none')
  async one(
    @CurrentPerson() person: Person,
    @IdInAddress('intake') id: string,
    @Query('still') still: unknown,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const opened = found(await this.intakes.find(id, actorOf(person)));
    const { state } = opened.intake;
    const banner = bannerFor(done);
    if (state === 'taking-in') {
      // In the answer's head and not in the page: a person can stop it, and the page is whole without it.
      if (still !== 'yes') response.setHeader('Refresh', LOOK_AGAIN);
      const view = progressView(opened.intake, still === 'yes');
      response.render('web/admin/intake/progress.njk', { ...view, banner });
    } else if (state === 'taken-in' || state === 'discarded') {
      const councils = await this.takenIn.councils(id, actorOf(person));
      response.render('web/admin/intake/taken.njk', { ...takenView(opened.intake, councils), banner });
    } else {
      await this.#show(person, opened, blankForm(), response, banner);
    }
  }

  /** Every error by row and column, for putting them right in the spreadsheet. */
  @Get(':intake/errors.csv')
  @Audits('none')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="errors.csv"')
  async errors(@CurrentPerson() person: Person, @IdInAddress('intake') id: string): Promise<string> {
    const opened = found(await this.intakes.find(id, actorOf(person)));
    const lines = (await this.#problems(person, opened)).map(({ row, column, value, wrong, write }) =>
      [String(row), column, value, wrong, write].map(csvCell).join(','),
    );
    return `\ufeff${['row,column,value,what is wrong,what to write', ...lines].join('\r\n')}\r\n`;
  }

  @Post(':intake/begin')
  @Audits('intake.begun')
  async begin(
    @CurrentPerson() person: Person,
    @IdInAddress('intake') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const opened = found(await this.intakes.find(id, actorOf(person)));
    const form = validateForm(BeginForm, body);
    if (!form.ok) {
      await this.#show(person, opened, refusedForm(form), response.status(400));
      return;
    }
    const begun = await this.takingIn.begin(id, form.value.invitations === 'yes', actorOf(person));
    if ('refused' in begun && begun.refused === 'intake-gone') throw new Refusal(409, GONE);
    // What no longer fits is shown there.
    response.redirect(303, `/admin/intake/${id}`);
  }

  /** The job once more, for one that was lost. What is done is done once. */
  @Post(':intake/again')
  @Audits('intake.begun')
  async again(
    @CurrentPerson() person: Person,
    @IdInAddress('intake') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { intake } = found(await this.intakes.find(id, actorOf(person)));
    const begun = await this.takingIn.begin(id, intake.sendsInvitations, actorOf(person));
    if ('refused' in begun && begun.refused === 'intake-gone') throw new Refusal(409, GONE);
    response.redirect(303, `/admin/intake/${id}`);
  }

  @Post(':intake/discard')
  @Audits('intake.discarded')
  async discard(
    @CurrentPerson() person: Person,
    @IdInAddress('intake') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.intakes.discard(id, actorOf(person));
    if ('refused' in result) throw new Refusal(409, GONE);
    response.redirect(303, '/admin/intake');
  }

  @Post(':intake/invite-again')
  @Audits('intake.invited-again')
  async inviteAgain(
    @CurrentPerson() person: Person,
    @IdInAddress('intake') id: string,
    @Res() response: Response,
  ): Promise<void> {
    found(await this.intakes.find(id, actorOf(person)));
    await this.takenIn.inviteAgain(id, actorOf(person));
    response.redirect(303, `/admin/intake/${id}?done=invited-again`);
  }

  /** What is wrong, or what would be done. */
  async #show(
    person: Person,
    opened: OpenedIntake,
    form: ReturnType<typeof blankForm>,
    response: Response,
    banner?: object,
  ): Promise<void> {
    const planned = await this.intakes.dryRun(opened, actorOf(person));
    const problems = problemsOf(opened, planned.problems);
    if (problems.length > 0)
      response.render('web/admin/intake/refused.njk', { ...refusedView(opened, problems), banner });
    else response.render('web/admin/intake/dry-run.njk', { ...dryRunView(opened, planned, form), banner });
  }

  async #problems(person: Person, opened: OpenedIntake): Promise<readonly IntakeProblem[]> {
    const { problems } = await this.intakes.dryRun(opened, actorOf(person));
    return problemsOf(opened, problems);
  }
}

/** Of a file with rows, what is wrong with them now; of one that was refused, what was wrong when it was read. */
const problemsOf = ({ content }: OpenedIntake, now: readonly IntakeProblem[]): readonly IntakeProblem[] =>
  content.rows === undefined ? (content.problems ?? []) : now;

const GONE = 'This file was taken in or thrown away in the meantime. Nothing was changed.';
