import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AuditExport } from '../../../audit/index.js';
import { actingOf, Audits, CurrentPerson, Requires, StepUp, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { LOGGER, type Logger } from '../../../platform/logging/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { ExportForm, fileName, periodIn, REFUSALS } from './page.js';

/** The record, or a period of it, to take away: as files that can be checked without Probity. */
@Controller('officer/audit/export')
@Requires('ReadAudit')
@StepUp()
export class AuditExportController {
  constructor(
    private readonly clock: Clock,
    private readonly exports: AuditExport,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get()
  @Audits('none')
  show(@Res() response: Response): void {
    render(response, blankForm());
  }

  @Post()
  @Audits('audit.exported')
  async take(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(ExportForm, body);
    if (!form.ok) {
      render(response, refusedForm(form));
      return;
    }
    const acting = actingOf(person);
    const range = await this.exports.begin(acting, periodIn(form.value));
    if ('refused' in range) {
      const errors = [{ field: 'from', href: '#from', text: REFUSALS[range.refused] }];
      render(response, refusedForm({ errors, words: form.words }));
      return;
    }
    response.status(200).type('application/zip');
    response.attachment(fileName(person.acting?.slug, this.clock.today(), range));
    try {
      await pipeline(Readable.from(this.exports.zip(acting, range)), response);
    } catch (error) {
      // The beginning has gone out with its status: the broken connection tells the reader, and this the operator.
      const { name, code } = error as NodeJS.ErrnoException;
      if (code !== 'ERR_STREAM_PREMATURE_CLOSE') this.logger.error({ error: name }, 'an export broke off');
      response.destroy();
    }
  }
}

function render(response: Response, form: FormState): void {
  response.status(form.errorList.length > 0 ? 400 : 200).render('web/officer-audit/export/page.njk', {
    ...{ title: 'Export the audit record', backHref: '/officer/audit', form, button: 'Download' },
  });
}
