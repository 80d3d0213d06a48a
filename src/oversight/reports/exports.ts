import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Database, type Acting } from '../../platform/database/index.js';
import { reportAsCsv } from './as-csv.js';
import type { ReportDocument, ReportPeriod } from './report-document.js';
import type { WhyNoReport } from './periods.js';
import { Reports, type ReportName } from './reports.js';

export type ReportForm = 'docx' | 'csv';

const FORMS: Readonly<Record<ReportForm, (report: ReportDocument) => Buffer | Promise<Buffer>>> = {
  // The library of Word documents is large: it is loaded when the first is made.
  docx: async (report) => (await import('./as-docx.js')).reportAsDocx(report),
  csv: (report) => Buffer.from(reportAsCsv(report), 'utf8'),
};

/** Reports as files. That one left, over which period and with which hash, is on the record. */
@Injectable()
export class ReportExports {
  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly reports: Reports,
  ) {}

  async make(
    acting: Acting,
    name: ReportName,
    period: ReportPeriod,
    form: ReportForm,
  ): Promise<{ readonly fileName: string; readonly bytes: Buffer } | WhyNoReport> {
    const report = await this.reports.make(acting, name, period);
    if ('refused' in report) return report;
    const bytes = await FORMS[form](report);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.database.unitOfWork(acting, (uow) => {
      this.audit.record(uow, {
        action: 'report.exported',
        subject: { type: 'authority', id: uow.authorityId },
        payload: { report: name, ...period, form, sha256 },
      });
      return Promise.resolve();
    });
    return { bytes, fileName: `${name}-report-${period.from}-to-${period.to}.${form}` };
  }
}
