/** What kind of file it is, by its content: names and content types are what somebody says. */
export type FileKind = 'pdf' | 'zip' | 'ole' | 'rtf' | 'xml' | 'html' | 'text' | 'not-utf-8' | 'binary';

const START_LENGTH = 1_024;
const HTML_ELEMENT =
  /<(?:!doctype html|html|head|body|div|p|table|ol|ul|li|h[1-6]|section|article|main|button|span|time)\b[^>]*>/gi;
/** A text may quote an element or hold a table; a page is made of them. */
const ELEMENTS_OF_A_PAGE = 6;

export function kindOfFile(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, START_LENGTH));
  // Some writers put a few bytes before the mark; readers look for it in the first kilobyte.
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK\u0003\u0004')) return 'zip';
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0')) return 'ole';
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (bytes.some(isControl)) return isUtf16(bytes) ? 'not-utf-8' : 'binary';
  const text = textOf(bytes);
  return text === undefined ? 'not-utf-8' : kindOfText(text);
}

function kindOfText(text: string): FileKind {
  const start = text.slice(0, START_LENGTH).trimStart();
  if (/^<!doctype html|^<html\b/i.test(start)) return 'html';
  const root =
    /^(?:<\?xml[^>]*>)?\s*(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[\s\S]*?(?:\]\s*)?>\s*)*<([a-z_][\w.:-]*)/i.exec(
      start,
    )?.[1];
  if (start.startsWith('<?xml')) return root?.toLowerCase() === 'html' ? 'html' : 'xml';
  if (/^<!DOCTYPE/i.test(start)) return 'xml';
  if (root !== undefined && !isHtmlName(root)) return 'xml';
  return isPage(text) ? 'html' : 'text';
}

function isHtmlName(name: string): boolean {
  return /^(?:html|head|body|div|p|table|ol|ul|li|h[1-6]|section|article|main|header|nav|aside|button|span|time|a|b|i|em|strong|br|hr|img|form|script|style|meta|link|title)$/i.test(
    name,
  );
}

/** Static sites write text with a table in it here and there, which is still text. */
function isPage(text: string): boolean {
  if (text.trimStart().startsWith('<')) return true;
  const outsideTables = text.slice(0, 200_000).replace(/<table\b[\s\S]*?(?:<\/table>|$)/gi, '');
  const closing = outsideTables.match(/<\/(?:p|li|div|h[1-6]|ol|ul|section)>/gi)?.length ?? 0;
  return (
    closing >= ELEMENTS_OF_A_PAGE && (outsideTables.match(HTML_ELEMENT)?.length ?? 0) >= ELEMENTS_OF_A_PAGE
  );
}

/** The bytes as text, or undefined where they are not UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Tab to carriage return (9 to 13) are how text is laid out; other control characters are not text. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32) || byte === 127;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
