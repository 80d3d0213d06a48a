import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { IsNotEmpty, MaxLength } from 'class-validator';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { CaseFiles, type OpenedCaseFile } from '../../../oversight/index.js';
import { Database } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { actView, CLOSED } from './page.js';

const PAGE = 'web/officer-cases/act/close.njk';
const TITLE = 'Close this case file';
const BUTTON = 'Close the case file';

class CloseForm {
  @MaxLength(4000, { message: 'What came of it must be 4,000 characters or less' })
  @IsNotEmpty({ message: 'Enter what came of it' })
  outcome: string;
}

/** Closes a case file with what came of it. It stays to be read, and is not opened again. */
@Controller('officer/cases/:id/close')
@Requires('KeepCaseFiles')
export class CloseCaseController {
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
    const known = await this.database.unitOfWork(actingOf(person), (uow) => this.files.find(uow, id));
    const file = open(found(known));
    response.render(PAGE, actView(file, { title: TITLE, button: BUTTON, form: blankForm() }));
  }

  @Post()
  @Audits('case-file.closed')
  async close(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(CloseForm, body);
    const known = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const file = await this.files.find(uow, id);
      if (file?.closedAt !== null || !form.ok) return file;
      const closed = await this.files.close(uow, id, form.value.outcome);
      // Somebody closed it between the two: what they wrote stands, and this would be lost unsaid.
      if ('refused' in closed) throw new Refusal(409, CLOSED);
      return file;
    });
    const file = open(found(known));
    if (form.ok) response.redirect(303, `/officer/cases/${file.id}?done=closed`);
    else {
      const view = actView(file, { title: TITLE, button: BUTTON, form: refusedForm(form) });
      response.status(400).render(PAGE, view);
    }
  }
}

function open(file: OpenedCaseFile): OpenedCaseFile {
  if (file.closedAt !== null) throw new Refusal(409, CLOSED);
  return file;
}
