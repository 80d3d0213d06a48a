import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { CaseExports, type CaseForm } from '../../../oversight/index.js';
import { Database } from '../../../platform/database/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { CaseReaders } from '../readers.js';

/** A case file to keep outside. Each copy is on the record with the hash of its bytes. */
@Controller('officer/cases')
@Requires('ReadCaseFiles')
export class CaseExportsController {
  constructor(
    private readonly database: Database,
    private readonly exports: CaseExports,
    private readonly readers: CaseReaders,
  ) {}

  @Get(':id/case.pdf')
  @Audits('case-file.exported')
  async pdf(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.#send(person, id, 'pdf', response);
  }

  @Get(':id/folder.zip')
  @Audits('case-file.exported')
  async folder(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.#send(person, id, 'folder', response);
  }

  async #send(person: Person, id: string, form: CaseForm, response: Response): Promise<void> {
    const made = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.exports.make(uow, id, form, this.readers.of(uow, person)),
    );
    const { fileName, bytes } = found(made);
    response
      .attachment(fileName)
      .type(form === 'pdf' ? 'application/pdf' : 'application/zip')
      .send(bytes);
  }
}
