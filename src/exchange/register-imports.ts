import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Members } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { fileKind, type FileKind } from './file-kind.js';
import { ImportSeal, type ImportContent } from './import-content.js';
import { membersOfRows } from './known-members.js';
import { readModernGovRegister, type ModernGovReading } from './moderngov-register/index.js';
import { readRegisterCsv, type CsvRefusal, type RowProblem } from './register-csv/index.js';
import { RegisterImport } from './register-import.entity.js';

/** Why a file is not taken. Nothing of it is kept. */
export type ImportRefusal =
  | { readonly file: Extract<FileKind, { refused: unknown }>['refused'] }
  | { readonly page: Extract<ModernGovReading, { refused: unknown }>['refused'] }
  | { readonly csv: CsvRefusal }
  | { readonly problems: readonly RowProblem[]; readonly total: number };

/** A register that was read, opened. */
export interface OpenedImport {
  readonly row: RegisterImport;
  readonly content: ImportContent;
}

/** Registers that were read and wait for an officer, who takes them over or throws them away. */
@Injectable()
export class RegisterImports {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly seal: ImportSeal,
  ) {}

  /** Reads a page of ModernGov or a CSV file of our own form. A file with one bad row is not kept at all. */
  async receive(uow: UnitOfWork, bytes: Uint8Array): Promise<{ id: string } | { refused: ImportRefusal }> {
    const file = fileKind(bytes);
    if ('refused' in file) return { refused: { file: file.refused } };
    return file.kind === 'html' ? this.#receivePage(uow, file.text) : this.#receiveCsv(uow, file.text);
  }

  async find(uow: UnitOfWork, id: string): Promise<OpenedImport | undefined> {
    const row = await uow.manager.findOneBy(RegisterImport, { authorityId: uow.authorityId, id });
    return row === null ? undefined : { row, content: this.seal.open(row) };
  }

  /** What waits for an officer, newest first, without its content. */
  async waiting(uow: UnitOfWork): Promise<RegisterImport[]> {
    return uow.manager.find(RegisterImport, {
      where: { authorityId: uow.authorityId, state: In(['read', 'taking-over', 'failed']) },
      order: { madeAt: 'DESC', id: 'ASC' },
    });
  }

  /** Throws it away, also while a job takes it over: the job then finds it gone at its end and saves nothing. */
  async discard(uow: UnitOfWork, id: string): Promise<{ id: string } | { refused: 'import-gone' }> {
    const emptied = { state: 'discarded' as const, content: this.seal.seal({ ...uow, id }, {}) };
    const { affected } = await uow.manager.update(
      RegisterImport,
      { authorityId: uow.authorityId, id, state: In(['read', 'taking-over', 'failed']) },
      emptied,
    );
    if (affected !== 1) return { refused: 'import-gone' };
    this.audit.record(uow, { action: 'register-import.discarded', subject: { type: 'register-import', id } });
    return { id };
  }

  async #receivePage(uow: UnitOfWork, html: string): Promise<{ id: string } | { refused: ImportRefusal }> {
    const reading = readModernGovRegister(html);
    if ('refused' in reading) return { refused: { page: reading.refused } };
    const { register } = reading;
    const total = register.categories.reduce((sum, { rows }) => sum + rows.length, 0);
    return this.#keep(uow, 'moderngov', { register }, total);
  }

  async #receiveCsv(uow: UnitOfWork, text: string): Promise<{ id: string } | { refused: ImportRefusal }> {
    const reading = readRegisterCsv(text, this.clock.today());
    if ('refused' in reading) return { refused: { csv: reading } };
    const { members, problems } = membersOfRows(reading, await this.members.list(uow));
    const all = [...reading.problems, ...problems].sort((a, b) => a.row - b.row);
    if (all.length > 0) return { refused: { problems: all, total: reading.total } };
    return this.#keep(uow, 'csv', { members }, reading.total);
  }

  async #keep(
    uow: UnitOfWork,
    form: RegisterImport['form'],
    content: ImportContent,
    total: number,
  ): Promise<{ id: string }> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person imports a register.');
    const id = randomUUID();
    const { authorityId, actor } = uow;
    await uow.manager.insert(RegisterImport, {
      ...{ authorityId, id, form, state: 'read', done: 0, total, takenOverAt: null },
      content: this.seal.seal({ authorityId, id }, content),
      ...{ madeAt: this.clock.now(), madeBy: actor.accountId },
    });
    this.audit.record(uow, {
      action: 'register-import.read',
      subject: { type: 'register-import', id },
      payload: { form, rows: total, ...(content.members && { members: content.members.length }) },
    });
    return { id };
  }
}
