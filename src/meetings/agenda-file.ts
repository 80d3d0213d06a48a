import { createHash } from 'node:crypto';
import { readAgendaDocument, type AgendaReading } from '../agenda/index.js';
import { plainText, readFile, type FileRefusal, type ReadDocument } from '../files/index.js';

/** An agenda as it was read, before anything of it is kept. */
export interface AgendaFile {
  /** The words that were read: of a PDF or a Word document, what the library found in it. */
  readonly content: string;
  readonly contentHash: string;
  readonly reading: AgendaReading;
  readonly bytes: number;
}

/** Why a file is not an agenda that can be read. */
export type UnreadAgenda =
  { readonly refused: 'unreadable'; readonly why: FileRefusal } | { readonly refused: 'no-items' };

/** Reads a file that a clerk gave. It takes its time, so it is done before a unit of work is opened. */
export async function readAgendaFile(bytes: Uint8Array): Promise<AgendaFile | UnreadAgenda> {
  const document = await readFile(bytes);
  if ('refused' in document) {
    return document.refused === 'empty'
      ? { refused: 'no-items' }
      : { refused: 'unreadable', why: document.refused };
  }
  const reading = storable(readAgendaDocument(document, plainText));
  if (reading.items.length === 0) return { refused: 'no-items' };
  const content = keepable(wordsOf(document));
  return { content, contentHash: hashOf(content), reading, bytes: bytes.length };
}

function wordsOf(document: ReadDocument): string {
  switch (document.format) {
    case 'text':
      return document.text;
    case 'xml':
      return JSON.stringify(document.root);
    default:
      return document.blocks.map(({ text }) => text).join('\n');
  }
}

/** SHA-256 of the text. Line ends are left out of it: they change when a file is sent by mail. */
function hashOf(content: string): string {
  return createHash('sha256').update(content.replace(/\r\n?/g, '\n'), 'utf8').digest('hex');
}

/** A reading cuts quotations to a length and so may halve a character, which PostgreSQL's jsonb refuses. */
function storable(reading: AgendaReading): AgendaReading {
  return JSON.parse(
    JSON.stringify(reading, (_, value: unknown) => (typeof value === 'string' ? keepable(value) : value)),
  ) as AgendaReading;
}

/** What a database cannot keep: halves of characters, and NUL, which a PDF may hold. */
export function keepable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\u0000', '');
}
