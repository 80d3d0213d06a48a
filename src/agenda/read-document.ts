import type { Block } from './block.js';
import { blocksOfDocument, blocksOfText } from './blocks.js';
import { readModernGovMeeting, type XmlElement } from './moderngov-meeting.js';
import { readBlocks } from './read-blocks.js';
import type { AgendaReading } from './reading.js';

/** A document as a library took it apart, in whichever format it came. */
export type AgendaDocument =
  | { readonly format: 'text'; readonly text: string }
  | {
      readonly format: 'html' | 'pdf' | 'docx';
      readonly blocks: readonly Block[];
      readonly notes: readonly string[];
    }
  | { readonly format: 'xml'; readonly root: XmlElement };

/**
 * Understands an agenda in any format.
 * @param plainText the words of a piece of HTML, which ModernGov puts into its XML.
 */
export function readAgendaDocument(
  document: AgendaDocument,
  plainText: (html: string) => string,
): AgendaReading {
  switch (document.format) {
    case 'text':
      return readBlocks(blocksOfText(document.text));
    case 'xml':
      return readModernGovMeeting(document.root, plainText);
    default: {
      const reading = readBlocks(blocksOfDocument(document.blocks));
      return { ...reading, warnings: [...document.notes, ...reading.warnings] };
    }
  }
}
