import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { LIMITS } from '../files/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { keepable, readAgendaFile, type AgendaFile, type UnreadAgenda } from './agenda-file.js';
import { AgendaImport } from './agenda.entity.js';
import { savedAgenda, type SavedAgenda } from './saved-agenda.js';

/** The largest file that is read as an agenda, in bytes: a PDF of 300 pages with pictures. */
export const AGENDA_MOST_BYTES = LIMITS.packedBytes;

/** Why a file is not taken as an agenda. Nothing of it is kept. */
export type AgendaRefusal =
  UnreadAgenda | { readonly refused: 'already-imported'; readonly saved: SavedAgenda };

/** Agendas that were received and read, and wait for the clerk to correct and save them. */
@Injectable()
export class AgendaImports {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Reads a file and keeps what was understood. A page reads first, so that no unit of work waits for a long PDF. */
  async receive(
    uow: UnitOfWork,
    file: { readonly fileName: string; readonly bytes: Uint8Array },
  ): Promise<{ id: string } | AgendaRefusal> {
    const read = await readAgendaFile(file.bytes);
    return 'refused' in read ? read : this.keep(uow, file.fileName, read);
  }

  /** Keeps what was understood of a file as a draft; `Meetings.saveFromImport` makes a meeting of it. */
  async keep(uow: UnitOfWork, fileName: string, read: AgendaFile): Promise<{ id: string } | AgendaRefusal> {
    const { content, contentHash, reading } = read;
    const saved = await savedAgenda(uow, contentHash);
    if (saved !== undefined) return { refused: 'already-imported', saved };
    const id = randomUUID();
    await uow.manager.insert(AgendaImport, {
      authorityId: uow.authorityId,
      id,
      fileName: plainFileName(fileName),
      content,
      contentHash,
      reading: reading as object,
      receivedAt: this.clock.now(),
      ...recorderOf(uow),
    });
    this.audit.record(uow, {
      action: 'agenda.received',
      subject: { type: 'agenda-import', id },
      payload: {
        contentHash,
        bytes: read.bytes,
        items: reading.items.length,
        warnings: reading.warnings.length,
      },
    });
    return { id };
  }

  async find(uow: UnitOfWork, id: string): Promise<AgendaImport | undefined> {
    return (await uow.manager.findOneBy(AgendaImport, { authorityId: uow.authorityId, id })) ?? undefined;
  }

  /** Throws a draft away unsaved. */
  async discard(uow: UnitOfWork, id: string): Promise<{ id: string } | { refused: 'import-gone' }> {
    const { affected } = await uow.manager.delete(AgendaImport, { authorityId: uow.authorityId, id });
    if (affected !== 1) return { refused: 'import-gone' };
    this.audit.record(uow, { action: 'agenda.discarded', subject: { type: 'agenda-import', id } });
    return { id };
  }
}

/** A clerk gives an agenda to the system, or a program of the authority does. */
function recorderOf({ actor }: UnitOfWork): Pick<AgendaImport, 'recordedBy' | 'recordedByClient'> {
  switch (actor.kind) {
    case 'person':
      return { recordedBy: actor.accountId, recordedByClient: null };
    case 'client':
      return { recordedBy: null, recordedByClient: actor.clientId };
    case 'system':
      throw new Error(
        'An agenda is received from a person with an account, or from a program of the authority.',
      );
  }
}

/** The name that the file had on the clerk's machine, without folders and without what a database cannot keep. */
function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return (
    keepable(
      last
        .replace(/\p{Cc}/gu, '')
        .trim()
        .slice(0, 200),
    ) || 'agenda.txt'
  );
}
