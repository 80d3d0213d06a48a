/** What a file is by its content; its name says nothing. */
export type FileKind =
  | { readonly kind: 'html' | 'csv'; readonly text: string }
  | { readonly refused: 'empty' | 'too-large' | 'workbook' | 'pdf' | 'not-text' | 'not-utf8' };

/** The largest file that is read, in bytes: 5 MB. */
export const IMPORT_MOST_BYTES = 5 * 1024 * 1024;

/**
 * Tells a page from a table by its first character. A page may be in the older character set that browsers fall back to;
 * a table must be UTF-8, for in any other its pound signs and accents would be read as something else.
 */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return { refused: 'empty' };
  if (bytes.length > IMPORT_MOST_BYTES) return { refused: 'too-large' };
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('\u00d0\u00cf\u0011\u00e0'))
    return { refused: 'workbook' };
  if (start.startsWith('%PDF')) return { refused: 'pdf' };
  if (bytes.includes(0)) return { refused: 'not-text' };
  const utf8 = decoded(bytes);
  const text = utf8 ?? new TextDecoder('windows-1252').decode(bytes);
  if (text.trim() === '') return { refused: 'empty' };
  if (text.trimStart().startsWith('<')) return { kind: 'html', text };
  return utf8 === undefined ? { refused: 'not-utf8' } : { kind: 'csv', text };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
