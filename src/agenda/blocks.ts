/**
 * Text into blocks. A block is one line, paragraph or table row, its white space collapsed, so that no later step
 * meets a long run of blanks (which is what makes regular expressions slow).
 */
export interface Block {
  text: string;
  /** The cells of a table row, when the line is one. */
  cells?: string[];
  /** The words in bold at the start of the line: they end where the heading ends. */
  lead?: string;
  /** True for the title in a file's own header, which is about the file and not printed on the agenda. */
  metadata?: boolean;
}

/** Lines longer than this are looked through for items that run on in one line. */
const FLAT_LINE = 600;

export function blocksOfText(text: string): Block[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\f\v\u2028\u2029]/);
  const { title, rest } = withoutFileHeader(lines);
  const blocks: Block[] = title === undefined ? [] : [{ text: title, metadata: true }];
  const count = { last: 0 };
  for (const line of rest) {
    for (const part of line.length > FLAT_LINE ? unfolded(line, count) : [line]) {
      const block = blockOf(part);
      if (block !== undefined) blocks.push(block);
    }
  }
  return blocks;
}

/** Static sites put `---`, keys and `---` before the text; its date is the day of the upload, so only the title is kept. */
function withoutFileHeader(lines: string[]): { title: string | undefined; rest: string[] } {
  const end = lines[0]?.trim() === '---' ? lines.slice(1, 40).findIndex((line) => line.trim() === '---') : -1;
  if (end === -1) return { title: undefined, rest: lines };
  const titleLine = lines.slice(1, end + 1).find((line) => line.startsWith('title:'));
  const title = titleLine?.slice('title:'.length).replaceAll('"', '').trim();
  return { title: title === '' ? undefined : title, rest: lines.slice(end + 2) };
}

/**
 * A whole agenda on one line, or on one line a page ("… AGENDA 1. Apologies 2. Minutes …"), is cut before each
 * number that continues the count from 1, and nowhere else, because reports are full of other numbers.
 */
function unfolded(line: string, count: { last: number }): string[] {
  const cuts: number[] = [];
  const before = count.last;
  for (const found of line.matchAll(/(?<=\s)(\d{1,2})([A-Z]?)\.\s(?=\s?[A-Z])/g)) {
    const number = Number(found[1]);
    if (number !== count.last + (found[2] === '' ? 1 : 0)) continue;
    count.last = number;
    cuts.push(found.index);
  }
  // One or two numbers are a coincidence, unless they go on with a list that was found on the page before.
  if (cuts.length < 3 && before < 3) {
    count.last = before;
    return [line];
  }
  return [0, ...cuts].map((start, index) => line.slice(start, cuts[index]));
}

function blockOf(line: string): Block | undefined {
  const trimmed = line.trim();
  if (trimmed.startsWith('|')) return rowOf(trimmed.split('|').slice(1));
  // A tab parts the cells of a row; one at the end is an empty cell, so the untrimmed line decides.
  if (line.includes('\t') && trimmed !== '') return rowOf(line.trimStart().split('\t'));
  return lineOf(collapsed(trimmed));
}

function rowOf(rawCells: string[]): Block | undefined {
  const cells = rawCells.map((cell) => withoutMarks(collapsed(cell)));
  const filled = cells.filter((cell) => cell !== '' && !/^:?-{3,}:?$/.test(cell));
  if (filled.length === 0) return undefined;
  const text = filled.join(' ');
  return cells.length > 1 ? { text, cells } : { text };
}

function lineOf(line: string): Block | undefined {
  const unescaped = line.replace(/^#{1,6} /, '').replace(/\\(?=[.)\]*_-])/g, '');
  const text = withoutMarks(unescaped);
  if (text === '') return undefined;
  const lead = boldLead(unescaped);
  return lead === undefined || lead === text ? { text } : { text, lead };
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
