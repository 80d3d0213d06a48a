import type { ReadDocument, RefusedFile } from './document.js';
import { type FileKind, textOf } from './kind-of-file.js';

/** Kinds that a library opens. */
export type OpenedKind = Extract<FileKind, 'pdf' | 'zip' | 'html' | 'xml'>;

export function isOpened(kind: FileKind): kind is OpenedKind {
  return kind === 'pdf' || kind === 'zip' || kind === 'html' || kind === 'xml';
}

/** Plain text needs no library, and what is refused for its kind needs no reading. */
export function withoutLibrary(
  kind: Exclude<FileKind, OpenedKind>,
  bytes: Uint8Array,
): ReadDocument | RefusedFile {
  switch (kind) {
    case 'text':
      return { format: 'text', text: textOf(bytes) ?? '' };
    case 'ole':
      return { refused: 'old-word' };
    case 'rtf':
      return { refused: 'rich-text' };
    case 'not-utf-8':
      return { refused: 'not-utf-8' };
    case 'binary':
      return { refused: 'unknown-format' };
  }
}
