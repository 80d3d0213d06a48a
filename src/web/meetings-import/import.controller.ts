import { Body as SentBody, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { AgendaImports, Meetings, readAgendaFile } from '../../meetings/index.js';
import { Database } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { blankForm, refusedForm, type FormState } from '../form/index.js';
import { uploadedFile } from '../layout/index.js';
import { IdInAddress } from '../page/index.js';
import { withOneRowMore } from './review-items.js';
import { reviewView, wordsOfReading } from './review.js';
import { Reviews, saveRefusalInWords } from './reviews.js';
import { givenIn, refusalInWords, refusedUpload, uploadView } from './upload.js';

/** A clerk gives an agenda to the system: it is read, corrected and then saved. */
@Controller('meetings/import')
export class ImportController {
  constructor(
    private readonly database: Database,
    private readonly imports: AgendaImports,
    private readonly meetings: Meetings,
    private readonly reviews: Reviews,
  ) {}

  @Get()
  @Requires('ImportAgenda')
  @Audits('none')
  ask(@Res() response: Response): void {
    response.render('web/meetings-import/upload.njk', uploadView(blankForm()));
  }

  @Post()
  @Requires('ImportAgenda')
  @Audits('agenda.received')
  async receive(
    @CurrentPerson() person: Person,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { pasted } = (request.body ?? {}) as { pasted?: unknown };
    const given = givenIn(uploadedFile(request, 'file'), pasted);
    if ('error' in given) {
      const form = refusedUpload(given.field, given.error, pasted);
      response.status(400).render('web/meetings-import/upload.njk', uploadView(form));
      return;
    }
    // Reading takes its time, so it is done before a unit of work is opened.
    const read = await readAgendaFile(given.file.bytes);
    const result =
      'refused' in read
        ? read
        : await this.database.unitOfWork(actingOf(person), (uow) =>
            this.imports.keep(uow, given.file.fileName, read),
          );
    if ('refused' in result) {
      const form = refusedUpload(given.field, refusalInWords(result), pasted);
      const saved = result.refused === 'already-imported' ? result.saved : undefined;
      response.status(400).render('web/meetings-import/upload.njk', uploadView(form, saved));
      return;
    }
    response.redirect(303, `/meetings/import/${result.id}`);
  }

  @Get(':id')
  @Requires('ImportAgenda')
  @Audits('none')
  async review(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const { draft, bodies } = await this.reviews.open(uow, id);
      const words = wordsOfReading(draft, bodies);
      return reviewView(draft, blankForm(words), await this.reviews.beside(uow, draft, bodies, words));
    });
    response.render('web/meetings-import/review.njk', view);
  }

  @Post(':id')
  @Requires('ImportAgenda')
  @Audits('meeting.saved, or agenda.revised')
  async save(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @SentBody() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const answer = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const { draft, bodies } = await this.reviews.open(uow, id);
      const again = async (form: FormState, extra = {}): Promise<object> => {
        const beside = await this.reviews.beside(uow, draft, bodies, form.words);
        return reviewView(draft, form, { ...beside, ...extra });
      };
      const corrected = this.reviews.read(draft, bodies, sent);
      const { words } = corrected;
      if (words.add !== undefined) return { added: await again(blankForm(withOneRowMore(words))) };
      if (!corrected.ok) return { refused: await again(refusedForm(corrected)) };
      const saved = await this.meetings.saveFromImport(uow, id, corrected.agenda);
      if (!('refused' in saved)) return { saved };
      if (saved.refused === 'import-gone') throw new Refusal(409, GONE);
      const form = refusedForm({ errors: [saveRefusalInWords(saved)], words });
      return {
        refused: await again(form, saved.refused === 'already-imported' ? { saved: saved.saved } : {}),
      };
    });
    if ('saved' in answer) {
      const { meetingId, revision } = answer.saved;
      response.redirect(303, `/meetings/${meetingId}?saved=${revision === 1 ? 'meeting' : 'revision'}`);
    } else if ('added' in answer) {
      response.status(200).render('web/meetings-import/review.njk', answer.added);
    } else {
      response.status(400).render('web/meetings-import/review.njk', answer.refused);
    }
  }

  @Post(':id/discard')
  @Requires('ImportAgenda')
  @Audits('agenda.discarded')
  async discard(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.database.unitOfWork(actingOf(person), (uow) => this.imports.discard(uow, id));
    if ('refused' in result) throw new Refusal(409, GONE);
    response.redirect(303, '/meetings');
  }
}

const GONE = 'Somebody has saved this agenda or thrown it away in the meantime. Nothing was changed.';
