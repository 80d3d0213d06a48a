import { Injectable } from '@nestjs/common';
import {
  DeclarationCounts,
  declarationCountsIn,
  DirectoryImports,
  readDirectory,
} from '../../exchange/index.js';
import type { XmlElement } from '../../files/index.js';
import { actingOf, type Person } from '../../identity/index.js';
import { AgendaImports, readAgendaFile } from '../../meetings/index.js';
import { Database } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { refusalInWords } from '../meetings-import/upload.js';
import { directoryRefusalInWords } from './refusals.js';

/** Reads what was given or fetched, and says where its page is; or why it is not taken, in words. */
@Injectable()
export class ReadingAnswers {
  constructor(
    private readonly agendas: AgendaImports,
    private readonly counts: DeclarationCounts,
    private readonly database: Database,
    private readonly imports: DirectoryImports,
  ) {}

  /** @param source the host that it was fetched from, or 'file' */
  async take(person: Person, bytes: Uint8Array, source: string): Promise<{ page: string } | { why: string }> {
    // Read before the unit of work begins: a file may take a second, and a transaction should not wait for it.
    const answer = await readDirectory(bytes);
    if ('refused' in answer) return { why: directoryRefusalInWords(answer.refused) };
    if ('agenda' in answer) return this.#takeAgenda(person, answer.agenda);
    const { reading } = answer;
    const { id } = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.imports.keep(uow, reading, source),
    );
    return { page: `/meetings/directory/${id}` };
  }

  /** An agenda has a reader and a page of its own. */
  async #takeAgenda(person: Person, bytes: Uint8Array): Promise<{ page: string } | { why: string }> {
    if (!person.permissions.has('ImportAgenda')) throw new Refusal(403, 'You may not bring in agendas.');
    const read = await readAgendaFile(bytes);
    if ('refused' in read) return { why: refusalInWords(read) };
    // What was read of XML is kept as it was taken apart.
    const counted = declarationCountsIn(JSON.parse(read.content) as XmlElement);
    const received = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const kept = await this.agendas.keep(uow, 'GetMeeting.xml', read);
      if (counted !== undefined && !('refused' in kept)) await this.counts.keep(uow, counted);
      return kept;
    });
    return 'refused' in received
      ? { why: refusalInWords(received) }
      : { page: `/meetings/import/${received.id}` };
  }
}
