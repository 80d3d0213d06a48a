import type { Block } from './block.js';
import { FLAT_LINE, unfoldedLine } from './flat-lines.js';
import { labelAt } from './labels.js';
import { joined } from './wrapped-lines.js';

/** A list found in a shorter line may be a list within an item, and does not go on in the next. */
const LONG_LINE = 300;

/** Text into blocks. */
export function blocksOfText(text: string): Block[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\f\v\u2028\u2029]/);
  const printed = lines.flatMap((line, at) =>
    line.trim() === ''
      ? []
      : [{ text: line, ...indentOf(line), ...(at > 0 && lines[at - 1]?.trim() === '' ? { gap: true } : {}) }],
  );
  return blocksOfLines(joined(printed));
}

/**
 * Blocks as another format gives them. The words are looked at like lines of text, because people print text with
 * marks and with all of an agenda in one paragraph to PDF too.
 */
export function blocksOfDocument(blocks: readonly Block[]): Block[] {
  return blocksOfLines(joined(blocks));
}

function blocksOfLines(lines: readonly Block[]): Block[] {
  const { title, rest } = withoutFileHeader(lines);
  const blocks: Block[] = title === undefined ? [] : [{ text: title, metadata: true }];
  const count = { last: 0 };
  for (const line of rest) {
    if (line.cells !== undefined) {
      blocks.push(line);
      continue;
    }
    const isFlat = line.text.length > FLAT_LINE;
    // Once a list was found within a line, shorter lines go on with it: a paragraph ends with its page.
    const own = isFlat || count.last >= 3 ? count : { last: 0 };
    const parts = unfoldedLine(line.text, own);
    if (line.text.length > LONG_LINE) count.last = Math.max(count.last, own.last);
    for (const part of parts) {
      const block = blockOf(part, isFlat);
      const isWhole = parts.length === 1;
      if (block !== undefined) blocks.push(isWhole && !isFlat ? { ...withoutText(line), ...block } : block);
    }
  }
  return blocks;
}

/** What a library found out about a line, which its words do not tell. */
function withoutText({ lead, indent, gap, heading }: Block): Omit<Block, 'text'> {
  return {
    ...(lead === undefined ? {} : { lead }),
    ...(indent === undefined ? {} : { indent }),
    ...(gap === undefined ? {} : { gap }),
    ...(heading === undefined ? {} : { heading }),
  };
}

/** Static sites put `---`, keys and `---` before the text; its date is the day of the upload, so only the title is kept. */
function withoutFileHeader(lines: readonly Block[]): { title: string | undefined; rest: readonly Block[] } {
  const isRule = ({ text }: Block) => text.trim() === '---';
  const [first, ...others] = lines;
  const end = first !== undefined && isRule(first) ? others.slice(0, 40).findIndex(isRule) : -1;
  if (end === -1) return { title: undefined, rest: lines };
  const titleLine = others.slice(0, end).find(({ text }) => text.startsWith('title:'));
  const title = titleLine?.text.slice('title:'.length).replaceAll('"', '').trim();
  return { title: title === '' ? undefined : title, rest: others.slice(end + 1) };
}

function indentOf(line: string): { indent?: number } {
  const blanks = /^[ \t\u00A0]*/.exec(line)?.[0].replaceAll('\t', '        ').length ?? 0;
  return line.trimStart().startsWith('|') ? {} : { indent: blanks };
}

function blockOf(line: string, isFlat: boolean): Block | undefined {
  const trimmed = line.trim();
  if (trimmed.startsWith('|')) return rowOf(trimmed.split('|').slice(1));
  // A tab parts the cells of a row; one at the end is an empty cell, so the untrimmed line decides.
  if (line.includes('\t') && trimmed !== '') return rowOf(line.trimStart().split('\t'));
  // So does a gap, where the layout of a printed page was kept with blanks.
  if (!isFlat && /\S\s{3,}\S/.test(trimmed)) return spacedRowOf(trimmed);
  return lineOf(collapsed(trimmed));
}

function rowOf(rawCells: string[]): Block | undefined {
  const cells = rawCells.map((cell) => withoutMarks(collapsed(cell)));
  const filled = cells.filter((cell) => cell !== '' && !/^:?-{3,}:?$/.test(cell));
  if (filled.length === 0) return undefined;
  const text = filled.join(' ');
  if (cells.length < 2) return { text };
  // The number may be bold as well, and is no heading.
  const lead = rawCells
    .map((cell) => boldLead(collapsed(cell)))
    .find((bold) => bold !== undefined && /\p{L}{3}/u.test(bold));
  return lead === undefined ? { text, cells } : { text, cells, lead };
}

/** "5.     Title" is a line with a number; "5.     Title      Officer" is a row. */
function spacedRowOf(line: string): Block | undefined {
  const cells = line.split(/\s{3,}/);
  const [first = '', second = ''] = cells;
  if (cells.length === 2 && labelAt(withoutMarks(first).replaceAll('\\', ''))?.rest === '')
    return lineOf(collapsed(`${first} ${second}`));
  return rowOf(cells.map((cell) => collapsed(cell)));
}

function lineOf(line: string): Block | undefined {
  const unescaped = line.replace(/^#{1,6} /, '').replace(/\\(?=[.)\]*_-])/g, '');
  const text = withoutMarks(unescaped);
  if (text === '') return undefined;
  const lead = boldLead(unescaped);
  return lead === undefined ? { text } : { text, lead };
}

/** "**1.** **Welcome.** The Chairman …" -> "1. Welcome." */
function boldLead(line: string): string | undefined {
  const joined = line.replace(/\*\*([ .:]{0,3})\*\*/g, '$1');
  const opens = joined.indexOf('**');
  if (opens === -1 || !/^[\d./]{0,9}[.)]? ?$/.test(joined.slice(0, Math.min(opens, 12)))) return undefined;
  const closes = joined.indexOf('**', opens + 2);
  if (closes === -1) return undefined;
  return collapsed(joined.slice(0, closes).replaceAll('**', ''));
}

function withoutMarks(text: string): string {
  return text.includes('**') ? collapsed(text.replaceAll('**', '')) : text;
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
