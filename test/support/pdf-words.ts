import { inflateSync } from 'node:zlib';

/**
 * What a PDF that was made here says, near enough to find a word in: every text operation read by every table of glyphs
 * that the file has. Blanks and the order of the words may be lost.
 */
export function pdfWords(file: Buffer): string {
  const streams = streamsIn(file);
  const tables = streams.filter((stream) => stream.includes('begincmap')).map(glyphsIn);
  const shown = streams.flatMap((stream) =>
    [...stream.matchAll(/\[([^\]]*)\]\s*TJ/g)].map(([, inside = '']) =>
      [...inside.matchAll(/<([0-9a-fA-F]+)>/g)].map(([, hex = '']) => hex).join(''),
    ),
  );
  return tables.map((glyphs) => shown.map((hex) => spelled(hex, glyphs)).join(' ')).join('\n');
}

function streamsIn(file: Buffer): string[] {
  const text = file.toString('latin1');
  const found: string[] = [];
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const begin = match.index + match[0].length;
    const end = text.indexOf('endstream', begin);
    const bytes = file.subarray(begin, end);
    try {
      found.push(inflateSync(bytes).toString('latin1'));
    } catch {
      found.push(bytes.toString('latin1'));
    }
  }
  return found;
}

/** The letters of each glyph number, from a table that a reader copies text by. */
function glyphsIn(table: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, from = '', , list = ''] of table.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, letters = ''], index) => {
      glyphs.set(parseInt(from, 16) + index, lettersOf(letters));
    });
  }
  return glyphs;
}

const lettersOf = (hex: string): string =>
  (hex.match(/[0-9a-f]{4}/gi) ?? []).map((code) => String.fromCharCode(parseInt(code, 16))).join('');

const spelled = (hex: string, glyphs: ReadonlyMap<number, string>): string =>
  (hex.match(/.{4}/g) ?? []).map((code) => glyphs.get(parseInt(code, 16)) ?? '').join('');
