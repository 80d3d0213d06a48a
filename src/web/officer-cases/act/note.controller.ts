import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { IsNotEmpty, MaxLength } from 'class-validator';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { CaseFiles } from '../../../oversight/index.js';
import { Database } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { actView } from './page.js';

const PAGE = 'web/officer-cases/act/note.njk';
const TITLE = 'Add a note';
const BUTTON = 'Add the note';

class NoteForm {
  @MaxLength(4000, { message: 'The note must be 4,000 characters or less' })
  @IsNotEmpty({ message: 'Enter the note' })
  words: string;
}

/** A note in a case file. It is never changed. */
@Controller('officer/cases/:id/note')
@Requires('KeepCaseFiles')
export class NoteController {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.database.unitOfWork(actingOf(person), (uow) => this.files.find(uow, id));
    response.render(PAGE, actView(found(file), { title: TITLE, button: BUTTON, form: blankForm() }));
  }

  @Post()
  @Audits('case-file.noted')
  async add(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(NoteForm, body);
    const file = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const known = await this.files.find(uow, id);
      if (known !== undefined && form.ok) await this.files.note(uow, id, form.value.words);
      return known;
    });
    const { id: fileId } = found(file);
    if (form.ok) {
      response.redirect(303, `/officer/cases/${fileId}?done=noted`);
      return;
    }
    const view = actView(found(file), { title: TITLE, button: BUTTON, form: refusedForm(form) });
    response.status(400).render(PAGE, view);
  }
}
