import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { looksLikeText, readAgenda, type AgendaReading } from '../agenda/index.js';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { AgendaImport } from './agenda.entity.js';
import { savedAgenda, type SavedAgenda } from './saved-agenda.js';

/** The largest agenda that is read, in bytes: 2 MB. A long one with its reports is a tenth of it. */
export const AGENDA_MOST_BYTES = 2 * 1024 * 1024;

/** Why a file is not taken as an agenda. Nothing of it is kept. */
export type AgendaRefusal =
  | { readonly refused: 'too-large'; readonly mostBytes: number }
  | { readonly refused: 'not-text' }
  | { readonly refused: 'no-items' }
  | { readonly refused: 'already-imported'; readonly saved: SavedAgenda };

/** Agendas that were received and read, and wait for the clerk to correct and save them. */
@Injectable()
export class AgendaImports {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Reads a file and keeps what was understood as a draft; `Meetings.saveFromImport` makes a meeting of it. */
  async receive(
    uow: UnitOfWork,
    file: { readonly fileName: string; readonly bytes: Uint8Array },
  ): Promise<{ id: string } | AgendaRefusal> {
    if (file.bytes.length > AGENDA_MOST_BYTES) return { refused: 'too-large', mostBytes: AGENDA_MOST_BYTES };
    if (!looksLikeText(file.bytes)) return { refused: 'not-text' };
    const content = new TextDecoder().decode(file.bytes);
    const reading = storable(readAgenda(content));
    if (reading.items.length === 0) return { refused: 'no-items' };
    const contentHash = hashOf(content);
    const saved = await savedAgenda(uow, contentHash);
    if (saved !== undefined) return { refused: 'already-imported', saved };
    const id = randomUUID();
    await uow.manager.insert(AgendaImport, {
      authorityId: uow.authorityId,
      id,
      fileName: plainFileName(file.fileName),
      content,
      contentHash,
      reading: reading as object,
      receivedAt: this.clock.now(),
      recordedBy: clerkOf(uow),
    });
    this.audit.record(uow, {
      action: 'agenda.received',
      subject: { type: 'agenda-import', id },
      payload: {
        contentHash,
        bytes: file.bytes.length,
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

/** SHA-256 of the text. Line ends are left out of it: they change when a file is sent by mail. */
function hashOf(content: string): string {
  return createHash('sha256').update(content.replace(/\r\n?/g, '\n'), 'utf8').digest('hex');
}

/** Only a person gives an agenda to the system. */
function clerkOf(uow: UnitOfWork): string {
  if (uow.actor.kind !== 'person') throw new Error('An agenda is received from a person with an account.');
  return uow.actor.accountId;
}

/** The name that the file had on the clerk's machine, without folders and without what a database cannot keep. */
function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return (
    wellFormed(
      last
        .replace(/\p{Cc}/gu, '')
        .trim()
        .slice(0, 200),
    ) || 'agenda.txt'
  );
}

/** A reading cuts quotations to a length and so may halve a character, which PostgreSQL's jsonb refuses. */
function storable(reading: AgendaReading): AgendaReading {
  return JSON.parse(
    JSON.stringify(reading, (_, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value)),
  ) as AgendaReading;
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
