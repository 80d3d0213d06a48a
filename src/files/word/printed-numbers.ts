/**
 * Word counts numbered paragraphs when it prints them: the file holds only which list and level a paragraph is of. The
 * library gives such lists as HTML lists, which begin anew after each paragraph between two entries. So the numbers are
 * worked out here, written before the words, and the paragraphs made plain ones.
 */
import { Parser } from 'htmlparser2';
import { textOf } from '../kind-of-file.js';
import { Numbering } from './numbering.js';

const NUMBERING = 'word/numbering.xml';
const STYLES = 'word/styles.xml';

export function withPrintedNumbers(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const numbering = new Numbering(xmlOf(parts, NUMBERING), xmlOf(parts, STYLES));
  const changed = { ...parts };
  for (const name of Object.keys(parts).filter((each) => /^word\/document\d*\.xml$/.test(each))) {
    changed[name] = new TextEncoder().encode(numbered(xmlOf(parts, name), numbering));
  }
  return changed;
}

function xmlOf(parts: Readonly<Record<string, Uint8Array>>, name: string): string {
  const part = parts[name];
  return part === undefined ? '' : (textOf(part) ?? '');
}

/** A piece of the document's XML that is replaced. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** The paragraph that is open, and what is known of its number. */
interface Paragraph {
  readonly contentAt: number;
  style: string;
  numId: string | undefined;
  level: number;
  /** Where `<w:numPr>` stands. */
  from: number;
  to: number;
  isDeleted: boolean;
}

function numbered(xml: string, numbering: Numbering): string {
  const changes: Change[] = [];
  const open: Paragraph[] = [];
  let inProperties = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? '';
        const paragraph = open.at(-1);
        if (name === 'w:p') open.push(paragraphAt(parser.endIndex + 1));
        if (name === 'w:pPr') inProperties += 1;
        if (paragraph === undefined || inProperties === 0) return;
        if (name === 'w:pStyle') paragraph.style = value;
        if (name === 'w:numPr') paragraph.from = parser.startIndex;
        if (name === 'w:numId') paragraph.numId = value;
        if (name === 'w:ilvl') paragraph.level = Number(value);
        if (name === 'w:del') paragraph.isDeleted = true;
      },
      onclosetag(name) {
        const paragraph = open.at(-1);
        if (name === 'w:numPr' && paragraph !== undefined && inProperties > 0)
          paragraph.to = parser.endIndex + 1;
        if (name === 'w:pPr') {
          inProperties -= 1;
          if (paragraph !== undefined && inProperties === 0)
            changes.push(...changesFor(paragraph, parser.endIndex + 1, numbering));
        }
        if (name === 'w:p') open.pop();
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(xml);
  parser.end();
  return applied(xml, changes);
}

function paragraphAt(contentAt: number): Paragraph {
  return { contentAt, style: '', numId: undefined, level: -1, from: -1, to: -1, isDeleted: false };
}

function changesFor(paragraph: Paragraph, after: number, numbering: Numbering): Change[] {
  const label = numbering.next(paragraph);
  if (label === undefined) return [];
  const { from, to } = paragraph;
  return [
    ...(from >= 0 && to > from ? [{ from, to, words: '<w:numPr><w:numId w:val="0"/></w:numPr>' }] : []),
    ...(label === ''
      ? []
      : [{ from: after, to: after, words: `<w:r><w:t xml:space="preserve">${escaped(label)} </w:t></w:r>` }]),
  ];
}

function applied(xml: string, changes: readonly Change[]): string {
  let text = '';
  let at = 0;
  for (const { from, to, words } of [...changes].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    text += xml.slice(at, from) + words;
    at = to;
  }
  return text + xml.slice(at);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
