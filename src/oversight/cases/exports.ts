import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { caseAsFolder, sha256Of } from './as-folder.js';
import { caseAsPdf } from './as-pdf.js';
import { Assembly } from './assembly.js';
import type { WithheldFromReader } from './reader.js';

/** A case file as bytes to keep outside. */
export interface ExportedCase {
  readonly fileName: string;
  readonly bytes: Buffer;
}

const FORMS = { pdf: caseAsPdf, folder: caseAsFolder } as const;
export type CaseForm = keyof typeof FORMS;

/** Exports case files. What left, when, for whom and with which hash is on the record. */
@Injectable()
export class CaseExports {
  constructor(
    private readonly assembly: Assembly,
    private readonly audit: Audit,
  ) {}

  /** Undefined where this authority has no such file. */
  async make(
    uow: UnitOfWork,
    id: string,
    form: CaseForm,
    withheldFor: (memberId: string) => Promise<WithheldFromReader>,
  ): Promise<ExportedCase | undefined> {
    const file = await this.assembly.of(uow, id, withheldFor);
    if (file === undefined) return undefined;
    const bytes = await FORMS[form](file);
    this.audit.record(uow, {
      action: 'case-file.exported',
      subject: { type: 'case-file', id },
      payload: {
        ...{ form, bytes: bytes.length, sha256: sha256Of(bytes), withheld: file.withheld },
        chain: file.head,
      },
    });
    const name = `case-${file.reference.replace('/', '-')}`;
    return { bytes, fileName: form === 'pdf' ? `${name}.pdf` : `${name}.zip` };
  }
}
