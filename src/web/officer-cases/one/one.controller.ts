import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audit } from '../../../audit/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Assembly } from '../../../oversight/index.js';
import { Database } from '../../../platform/database/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { CaseReaders } from '../readers.js';
import { caseView } from './page.js';

const DONE: Readonly<Record<string, string>> = {
  opened: 'The case file is open.',
  noted: 'The note is in the file.',
  dated: 'The days are recorded.',
  closed: 'The case file is closed. Notes can still be added.',
};

/** One case file, as it is gathered now. Whoever reads it is on the record, and so is whoever asks for another council's. */
@Controller('officer/cases')
@Requires('ReadCaseFiles')
export class CaseController {
  constructor(
    private readonly assembly: Assembly,
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly readers: CaseReaders,
  ) {}

  @Get(':id')
  @Audits('case-file.read')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const gathered = await this.assembly.of(uow, id, this.readers.of(uow, person));
      if (gathered !== undefined) {
        const { withheld } = gathered;
        const subject = { type: 'case-file', id };
        this.audit.record(uow, { action: 'case-file.read', subject, payload: { withheld } });
      }
      return gathered;
    });
    // Thrown when the unit of work is over, so that the refusal stays on the record.
    const view = caseView(found(file), person.permissions);
    const text = typeof done === 'string' ? DONE[done] : undefined;
    const banner = text === undefined ? undefined : { text, success: true };
    response.render('web/officer-cases/one/page.njk', { ...view, banner });
  }
}
