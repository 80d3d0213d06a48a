import { fileKind, type FileKind } from '../file-kind.js';

/** The most rows of an intake, without its first line. */
export const INTAKE_MOST_ROWS = 10_000;

/** Why a file is not read at all; each is told with how to save it right. */
export type TextRefusal = Extract<FileKind, { refused: unknown }>['refused'] | 'utf-16' | 'web-page';

/**
 * The text of a file in UTF-8, with or without a byte order mark. Nothing else is guessed: an accent that was read in
 * the wrong character set would stand in somebody's name on a public register.
 */
export function readIntakeText(
  bytes: Uint8Array,
): { readonly text: string } | { readonly refused: TextRefusal } {
  if (isUtf16(bytes)) return { refused: 'utf-16' };
  const file = fileKind(bytes);
  if ('refused' in file) return file;
  return file.kind === 'html' ? { refused: 'web-page' } : { text: file.text };
}

/** By its mark; without one by its noughts, of which UTF-16 has one in nearly every letter of a western name. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 200);
  const noughts = start.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  return start.length >= 4 && noughts > start.length / 3;
}
