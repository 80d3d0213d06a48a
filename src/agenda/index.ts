/**
 * Understands an agenda: blocks of text in, one shape out. Pure, and it refuses nothing by throwing: what it could
 * not read is a warning. Another format (HTML, PDF, DOCX, XML) needs only its own way to make blocks.
 */
import { blocksOfText } from './blocks.js';
import { readBlocks } from './read-blocks.js';
import type { AgendaReading } from './reading.js';

export type {
  AgendaReading,
  ItemFactName,
  ItemFacts,
  ReadItem,
  ReadMember,
  ReadRole,
  SuggestedFact,
} from './reading.js';
export { readAgendaDocument, type AgendaDocument } from './read-document.js';

/** Reads an agenda given as plain text. Takes time in proportion to the text, also on one line of many megabytes. */
export function readAgenda(text: string): AgendaReading {
  return readBlocks(blocksOfText(text));
}
