import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { civilDate, type CivilDate } from '../../../law/index.js';
import { CaseFiles, type OpenedCaseFile } from '../../../oversight/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import {
  blankForm,
  DateField,
  refusedForm,
  validateForm,
  wordsOfDate,
  type FormState,
} from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { WHY_NOT } from '../open/page.js';
import { actView, CLOSED } from './page.js';

const PAGE = 'web/officer-cases/act/evidence.njk';

class EvidenceForm {
  @DateField({
    enter: 'Enter the day on which the evidence was known',
    name: 'The day on which the evidence was known',
    mustBe: 'today or in the past',
    optional: true,
  })
  evidenceKnownOn: CivilDate | undefined;

  @DateField({
    enter: 'Enter the day that the certificate states',
    name: 'The day that the certificate states',
    mustBe: 'today or in the past',
    optional: true,
  })
  certifiedOn: CivilDate | undefined;
}

/** The days from which s.34(6) counts, as the prosecutor says. */
@Controller('officer/cases/:id/evidence')
@Requires('KeepCaseFiles')
export class EvidenceController {
  constructor(
    private readonly clock: Clock,
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
    const file = found(known);
    response.render(PAGE, evidenceView(file, blankForm(wordsOf(file))));
  }

  @Post()
  @Audits('case-file.dated')
  async record(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(EvidenceForm, body, { today: this.clock.today() });
    const { file, result } = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const known = await this.files.find(uow, id);
      if (known === undefined || !form.ok) return { file: known, result: undefined };
      const { evidenceKnownOn = null, certifiedOn = null } = form.value;
      const days = { evidenceKnownOn, certifiedOn };
      return { file: known, result: await this.files.recordEvidence(uow, id, days) };
    });
    const known = found(file);
    const refused = result !== undefined && 'refused' in result ? result.refused : undefined;
    if (refused === 'closed') throw new Refusal(409, CLOSED);
    if (refused === 'not-found') throw new Error('The file was read in the same transaction.');
    if (form.ok && refused === undefined) {
      response.redirect(303, `/officer/cases/${known.id}?done=dated`);
      return;
    }
    const errors = refused === undefined ? (form.ok ? [] : form.errors) : [WHY_NOT[refused]];
    const state = refusedForm({ errors, words: form.words });
    response.status(400).render(PAGE, evidenceView(known, state));
  }
}

function evidenceView(file: OpenedCaseFile, form: FormState): object {
  if (file.closedAt !== null) throw new Refusal(409, CLOSED);
  return actView(file, { title: 'When was the evidence known?', button: 'Save', form });
}

const dayOf = (day: string | null): CivilDate | undefined => (day === null ? undefined : civilDate(day));
const wordsOf = ({ evidenceKnownOn, certifiedOn }: OpenedCaseFile): FormState['words'] => ({
  ...wordsOfDate('evidenceKnownOn', dayOf(evidenceKnownOn)),
  ...wordsOfDate('certifiedOn', dayOf(certifiedOn)),
});
