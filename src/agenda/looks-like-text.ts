/** Beginnings of files that people send by mistake: PDF, Word and other zip files, old Word, RTF. */
const OTHER_FORMATS = ['%PDF-', 'PK\u0003\u0004', '\u00D0\u00CF\u0011\u00E0', '{\\rtf'];

/** True when the bytes are plain text in UTF-8: no other format's mark, no control characters, no broken sequence. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (OTHER_FORMATS.some((mark) => start.startsWith(mark))) return false;
  if (bytes.some(isControl)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Tab to carriage return (9 to 13) are how text is laid out; other control characters are not text. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32) || byte === 127;
}
