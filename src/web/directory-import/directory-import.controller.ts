import { Body as SentBody, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { Request, Response } from 'express';
import { Authorities } from '../../authorities/index.js';
import { DirectoryImports, type Differences, type DirectoryImport } from '../../exchange/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { blankForm, refusedForm, validateForm, type FormError, type FormState } from '../form/index.js';
import { uploadedFile } from '../layout/index.js';
import { found, IdInAddress } from '../page/index.js';
import { choicesIn, problemInWords, reviewView, wordsFor, type Beside } from './choices.js';
import { doneView } from './done.js';
import { ReadingAnswers } from './reading-answers.js';
import { importInWords, refusedUpload, uploadView } from './upload.js';

const UPLOAD = 'web/directory-import/upload.njk';

/** The page has as many inputs as the directory has entries; `choicesIn` reads them. */
class ReviewForm {
  @IsOptional()
  take?: string | string[];
}

interface Opened {
  readonly row: DirectoryImport;
  readonly differences: Differences;
  readonly beside: Beside;
}

/** A clerk brings in committees, meetings and councillors: read, compared with what is here, taken over. */
@Controller('meetings/directory')
export class DirectoryImportController {
  constructor(
    private readonly answers: ReadingAnswers,
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly imports: DirectoryImports,
  ) {}

  @Get()
  @Requires('ImportDirectory')
  @Audits('none')
  async ask(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    response.render(UPLOAD, uploadView(await this.#waiting(person), blankForm()));
  }

  @Post()
  @Requires('ImportDirectory')
  @Audits('directory.read, or agenda.received')
  async receive(
    @CurrentPerson() person: Person,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const file = uploadedFile(request, 'file');
    const taken =
      file === undefined ? { why: 'Choose a file' } : await this.answers.take(person, file.content, 'file');
    if ('page' in taken) response.redirect(303, taken.page);
    else
      response.status(400).render(UPLOAD, uploadView(await this.#waiting(person), refusedUpload(taken.why)));
  }

  @Get(':id')
  @Requires('ImportDirectory')
  @Audits('none')
  async one(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.database.unitOfWork(actingOf(person), async (uow) => {
      const row = found(await this.imports.find(uow, id));
      if ('taken' in row.reading) {
        response.render('web/directory-import/done.njk', doneView(row, row.reading.taken));
        return;
      }
      const opened = await this.#open(uow, row);
      draw(response, opened, blankForm(wordsFor(opened.differences, opened.beside)));
    });
  }

  @Post(':id')
  @Requires('ImportDirectory')
  @Audits('directory.taken-over')
  async takeOver(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @SentBody() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(ReviewForm, sent);
    const answer = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const row = found(await this.imports.find(uow, id));
      if ('taken' in row.reading) throw new Refusal(409, GONE);
      const opened = await this.#open(uow, row);
      const again = (errors: readonly FormError[]): Again => ({
        ...{ opened, form: refusedForm({ errors, words: form.words }) },
      });
      if (!form.ok) return again(form.errors);
      const chosen = choicesIn(opened.differences, form.words, opened.beside);
      if ('errors' in chosen) return again(chosen.errors);
      const taken = await this.imports.takeOver(uow, id, chosen.choices);
      if ('refused' in taken) throw new Refusal(409, GONE);
      return 'problem' in taken ? again([problemInWords(taken.problem, opened.differences)]) : undefined;
    });
    if (answer === undefined) response.redirect(303, `/meetings/directory/${id}`);
    else draw(response.status(400), answer.opened, answer.form);
  }

  @Post(':id/discard')
  @Requires('ImportDirectory')
  @Audits('directory.discarded')
  async discard(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.database.unitOfWork(actingOf(person), (uow) => this.imports.discard(uow, id));
    if ('refused' in result) throw new Refusal(409, GONE);
    response.redirect(303, '/meetings/directory');
  }

  async #waiting(person: Person): Promise<DirectoryImport[]> {
    return this.database.unitOfWork(actingOf(person), (uow) => this.imports.waiting(uow));
  }

  async #open(uow: UnitOfWork, row: DirectoryImport): Promise<Opened> {
    if ('taken' in row.reading) throw new Refusal(409, GONE);
    const { kind: authority } = await this.authorities.get(uow);
    return {
      row,
      differences: await this.imports.differences(uow, row.reading),
      beside: { authority, today: this.clock.today() },
    };
  }
}

interface Again {
  readonly opened: Opened;
  readonly form: FormState;
}

function draw(response: Response, { row, differences }: Opened, form: FormState): void {
  const { template, view } = reviewView(differences, form);
  response.render(template, {
    ...view,
    id: row.id,
    backHref: '/meetings/directory',
    readFrom: importInWords(row),
    leftOut: 'leftOut' in row.reading ? row.reading.leftOut : 0,
  });
}

const GONE = 'This was taken over or thrown away in the meantime. Nothing was changed.';
