import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Members } from '../../../members/index.js';
import { CaseFiles } from '../../../oversight/index.js';
import { Database } from '../../../platform/database/index.js';
import { caseListView } from './page.js';

/** The case files of the council, open ones first. */
@Controller('officer/cases')
@Requires('ReadCaseFiles')
export class CaseListController {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly members: Members,
  ) {}

  @Get()
  @Audits('none')
  async show(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const names = new Map((await this.members.list(uow)).map(({ id, name }) => [id, name]));
      return caseListView(await this.files.list(uow), names, person.permissions);
    });
    response.render('web/officer-cases/list/page.njk', view);
  }
}
