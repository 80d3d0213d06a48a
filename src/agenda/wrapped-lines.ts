/**
 * Lines that were broken because the page ended, put together again. Only where a line is as long as the others, and
 * the next one begins like nothing new, the two are one.
 */
import type { Block } from './block.js';

/** The first lines tell how wide the page is. */
const LINES_LOOKED_AT = 2_000;
/** A text whose longest lines are longer than this was not broken at the edge of a page. */
const WIDEST_PAGE = 150;
const NARROWEST_PAGE = 50;
/** Of the lines that seem to go on, so many must go on in the middle of a sentence. */
/** An indent, which is part of the page's width, may be lost. */
const NEARLY = 0.92;
const SHARE_IN_A_SENTENCE = 0.4;
const BEGINS_ANEW =
  /^\s*(?:$|[-*•▪–|#>]|\(?(?:\d{1,4}|[a-z]|[ivx]{1,4}|[A-Z]{1,3}\d{1,3})(?:[./]\d{1,4})*[.):]+(?:\s|$)|\d{1,3}\s{2,}\S|(?:agenda )?item \d|[A-Z]{0,4}\d{1,4}\/\d{2,4}\s)/i;

export function joined(lines: readonly Block[]): Block[] {
  const width = widthOf(lines);
  if (width === undefined) return [...lines];
  const goesOn = lines.map((line, at) => at > 0 && isOneWith(lines[at - 1], line, width));
  const candidates = lines.filter((_, at) => goesOn[at]);
  const within = candidates.filter(({ text }) => /^\s*[a-z]/.test(text)).length;
  if (within < candidates.length * SHARE_IN_A_SENTENCE) return [...lines];
  const whole: Block[] = [];
  for (const [at, line] of lines.entries()) {
    const above = whole.at(-1);
    if (goesOn[at] === true && above !== undefined)
      whole[whole.length - 1] = { ...above, text: `${above.text} ${line.text.trim()}` };
    else whole.push(line);
  }
  return whole;
}

function widthOf(lines: readonly Block[]): number | undefined {
  const lengths = lines
    .slice(0, LINES_LOOKED_AT)
    .filter(({ cells }) => cells === undefined)
    .map(lengthOf)
    .filter((length) => length > NARROWEST_PAGE)
    .sort((a, b) => a - b);
  const longest = lengths.at(-1) ?? 0;
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const isBroken = longest <= WIDEST_PAGE && lengths.filter((length) => length > usual * 0.85).length >= 3;
  return isBroken ? usual : undefined;
}

/** True when the first word of the next line had no room on this one. */
function isOneWith(above: Block | undefined, line: Block, width: number): boolean {
  if (above === undefined || above.cells !== undefined || line.cells !== undefined || line.gap === true)
    return false;
  if (BEGINS_ANEW.test(line.text) || above.text.includes('\t')) return false;
  const [word = ''] = line.text.trim().split(/\s/, 1);
  const length = lengthOf(above);
  const hasColumns = / {3,}/.test(above.text.trim().replace(/^\S{1,8} +/, ''));
  return !hasColumns && length > width * 0.6 && length + word.length + 1 > width * NEARLY;
}

/** With its indent, and without what stands in a column of its own at the right, such as a page number. */
function lengthOf({ text }: Block): number {
  if (text.length > WIDEST_PAGE * 2) return text.length;
  const tail = / {3,}(?! )\S[^ ]*(?: [^ ]+){0,5}$/;
  return text.trimEnd().replace(tail, (column) => (column.trim().length > 24 ? column : '')).length;
}
