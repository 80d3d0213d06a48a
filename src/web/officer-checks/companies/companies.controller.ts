import { Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Companies, officersTemplate } from '../../../oversight/index.js';
import { Database } from '../../../platform/database/index.js';
import { blankForm } from '../../form/index.js';
import { uploadedFile } from '../../layout/index.js';
import { receivedIn, receivedInWords, refusalInWords, refusedUpload, uploadView } from './upload.js';

const UPLOAD = 'web/officer-checks/companies/upload.njk';

/** An officer compares members with a file of company officers. */
@Controller('officer/checks/companies')
@Requires('CloseFinding')
export class CompaniesController {
  constructor(
    private readonly companies: Companies,
    private readonly database: Database,
  ) {}

  @Get()
  @Audits('none')
  ask(@Query() query: Readonly<Record<string, unknown>>, @Res() response: Response): void {
    const received = receivedIn(query);
    const banner = received && { text: receivedInWords(received), success: true };
    response.render(UPLOAD, { ...uploadView(blankForm()), banner, received: received !== undefined });
  }

  @Get('template.csv')
  @Audits('none')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="company-officers-template.csv"')
  template(): string {
    return officersTemplate();
  }

  @Post()
  @Audits('company-officers.read')
  async receive(
    @CurrentPerson() person: Person,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const file = uploadedFile(request, 'file');
    if (file === undefined) {
      response.status(400).render(UPLOAD, uploadView(refusedUpload('Choose a file')));
      return;
    }
    const result = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.companies.receive(uow, file.content),
    );
    if (!('refused' in result)) {
      const { rows, alike, known } = result;
      response.redirect(303, `/officer/checks/companies?rows=${rows}&alike=${alike}&known=${known}`);
      return;
    }
    const { refused } = result;
    const problems = 'problems' in refused ? refused.problems : [];
    response.status(400).render(UPLOAD, uploadView(refusedUpload(refusalInWords(refused)), problems));
  }
}
