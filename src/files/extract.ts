import type { ReadDocument, RefusedFile } from './document.js';
import { blocksOfHtml } from './html/blocks-of-html.js';
import { type FileKind, textOf } from './kind-of-file.js';
import { readPdf } from './pdf/read-pdf.js';
import { withoutLibrary } from './without-library.js';
import { readWord } from './word/read-word.js';
import { readXml } from './xml.js';

/** Reads a file of a known kind in this process. `readFile` has it done by one that may fail. */
export async function extract(kind: FileKind, bytes: Uint8Array): Promise<ReadDocument | RefusedFile> {
  switch (kind) {
    case 'pdf':
      return readPdf(bytes);
    case 'zip':
      return readWord(bytes);
    case 'html':
      return { format: 'html', blocks: blocksOfHtml(textOf(bytes) ?? ''), notes: [] };
    case 'xml': {
      const read = readXml(bytes);
      return 'refused' in read ? read : { format: 'xml', root: read.root };
    }
    default:
      return withoutLibrary(kind, bytes);
  }
}
