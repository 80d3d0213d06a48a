/** Lines on pages, put together to paragraphs and to rows with cells. */
import type { TextBlock } from '../document.js';
import { labelAt } from '../html/lists.js';
import type { Fragment, Line } from './lines.js';
import { textOf, withoutMargins } from './margins.js';
import { begunAt, blockOf, collapsed, type OpenBlock } from './open-block.js';

/** Lines further apart than this share of their size are two paragraphs. */
const PARAGRAPH = 1.75;
/** A line that ends further from the right edge than this share of the page's width was ended on purpose. */
const RAGGED = 0.07;
const FEW_LINES = 4;
/** Places closer than this are one edge. */
const NEAR = 4;
/** The first line of a paragraph stands in by less than this, or the others do. */
const INDENT = 40;
const BULLET = /^(?:[•▪●○◦‣\uF0B7\-–]\s|[|#*])/;

/** A line with the edges of its page. */
interface PlacedLine extends Line {
  readonly left: number;
  readonly right: number;
  readonly beginsPage: boolean;
}

/** The lines of a page, and how wide it is, in points. */
export interface Page {
  readonly lines: readonly Line[];
  readonly width: number;
}

export function blocksOfPages(pages: readonly Page[]): TextBlock[] {
  const bodies = withoutMargins(pages.map(({ lines }) => lines));
  const usualFace = mostUsed(bodies);
  const blocks: TextBlock[] = [];
  /** How many blocks began with a number such as 24/006, by how it is written. */
  const shapes = new Map<string, number>();
  let open: OpenBlock | undefined;
  for (const line of bodies.flatMap((lines, at) => placed({ lines, width: pages[at]?.width ?? 0 }))) {
    const shape = shapeOf(textOf(line));
    const isNumbered = shape !== undefined && (shapes.get(shape) ?? 0) >= 2;
    if (open !== undefined && !isNumbered && goesOn(open, line, usualFace)) {
      add(open, line);
      continue;
    }
    if (shape !== undefined) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    if (open !== undefined) blocks.push(blockOf(open));
    const isApart =
      open === undefined ||
      line.beginsPage ||
      open.last.y - line.y > PARAGRAPH * Math.max(open.last.size, line.size);
    open = begunAt(line, isApart, usualFace);
  }
  return open === undefined ? blocks : [...blocks, blockOf(open)];
}

function placed({ lines, width }: Page): PlacedLine[] {
  const longest = lines.reduce((most, { end }) => Math.max(most, end), 0);
  const left = lines.reduce((least, { x }) => Math.min(least, x), Infinity);
  // Where few lines come near the longest, nothing was broken at an edge there: the margins are as wide on both sides.
  const near = lines.filter(({ end }) => end > longest - RAGGED * (longest - left)).length;
  const right = near >= FEW_LINES ? longest : Math.max(longest, width - left);
  return lines.map((line, at) => ({ ...line, left, right, beginsPage: at === 0 }));
}

/** The face of most letters: another one at the start of a line is a heading's. */
function mostUsed(pages: readonly (readonly Line[])[]): string {
  const letters = new Map<string, number>();
  for (const { face, text } of pages.flatMap((lines) => lines.flatMap(({ fragments }) => fragments))) {
    letters.set(face, (letters.get(face) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** '#/#' of "24/006 Lease"; undefined for a line that begins otherwise. */
function shapeOf(words: string): string | undefined {
  return /^[A-Z]{0,5}\d{1,4}\/\d{1,4}(?:\/\d{1,4})?(?= \S)/.exec(words)?.[0].replace(/\d+/g, '#');
}

/** "24/00612/FUL House": the lines of a list of applications. */
const BEGINS_WITH_REFERENCE = /^(?:[A-Z]{1,5}\/)?\d{2,4}\/\d{3,6}(?:\/[A-Z]{1,6})? +\S/;

function goesOn(open: OpenBlock, line: PlacedLine, usualFace: string): boolean {
  const { last, fragments } = open;
  const [first] = line.fragments;
  const words = textOf(line);
  if (first === undefined || !isBelow(last, line) || beginsAnew(open, words)) return false;
  if (fragments.length > 1 && inColumns(fragments, line)) return !line.beginsPage;
  const hasColumns = line.fragments.length > 1 || fragments.length > 1;
  if (hasColumns && !isFlowing(open)) return false;
  if (!isAligned(open, first.x) || open.isHeading !== begunAt(line, false, usualFace).isHeading) return false;
  const isWithinSentence = open.lines > 2 && /^[a-z]/.test(words) && !/[.:;]$/.test(textOf(last));
  return isWithinSentence || isFull(last, line);
}

/** On the same page the next line; on the next one only where a sentence is not at its end. */
function isBelow(last: Line, line: PlacedLine): boolean {
  if (line.beginsPage) return !/[.:;!?]$/.test(textOf(last)) || /^[a-z]/.test(textOf(line));
  const apart = last.y - line.y;
  return apart > 0 && apart <= PARAGRAPH * Math.max(last.size, line.size);
}

function beginsAnew(open: OpenBlock, words: string): boolean {
  const text = open.fragments.map((fragment) => fragment.text).join(' ');
  // "(Pages 31" and "- 36)" are no entry of a list.
  const isBullet = BULLET.test(words) && !(/\d$/.test(text.trim()) && /^[-–] \d+\)/.test(words));
  if (open.lines === 1 && BEGINS_WITH_REFERENCE.test(text) && BEGINS_WITH_REFERENCE.test(words)) return true;
  if (isBullet || isNextTo(text.trim(), words)) return true;
  return isMarked(labelAt(words)) && !hasInline(text, words);
}

/** Below the start of the block, of one of its columns, or with the indent that paragraphs and numbers have. */
function isAligned({ fragments, last }: OpenBlock, x: number): boolean {
  const edges = [fragments[0]?.x ?? 0, last.x, last.fragments.at(-1)?.x ?? 0];
  if (edges.some((edge) => Math.abs(edge - x) <= NEAR)) return true;
  if (last.x > x) return last.x - x < INDENT;
  return labelAt(fragments[0]?.text ?? '') !== '' && x - last.x < INDENT;
}

/** True when the first word of the next line had no room on this one. */
function isFull(line: Line, next: PlacedLine): boolean {
  const [word = ''] = textOf(next).split(' ');
  const letter = (next.end - next.x) / Math.max(1, textOf(next).length);
  const edge = next.right - RAGGED * Math.max(1, next.right - next.left);
  return line.end + letter * (word.length + 1) > edge;
}

function add(open: OpenBlock, line: Line): void {
  if (open.isTable || (open.fragments.length > 1 && inColumns(open.fragments, line)))
    addToColumns(open, line);
  else addToParagraph(open, line);
  if (open.isHeading) open.lead = `${open.lead} ${textOf(line)}`;
  open.last = line;
  open.lines += 1;
}

function addToColumns(open: OpenBlock, line: Line): void {
  open.isTable = true;
  for (const fragment of line.fragments) {
    const column = open.fragments.find(({ x }) => Math.abs(x - fragment.x) <= NEAR) ?? open.fragments.at(-1);
    if (column === undefined) continue;
    const isTitle =
      !open.isHeading &&
      open.lead !== '' &&
      open.lead.endsWith(collapsed(column.text)) &&
      fragment.face === column.face;
    if (isTitle) open.lead = `${open.lead} ${collapsed(fragment.text)}`;
    column.text = `${column.text} ${fragment.text}`;
    column.end = Math.max(column.end, fragment.end);
  }
}

/** A gap within a paragraph stays one. */
function addToParagraph({ fragments }: OpenBlock, line: Line): void {
  const [first, ...others] = fragments;
  if (first === undefined) return;
  const gap = '   ';
  const above = [first, ...others].map(({ text }) => text.trim()).join(gap);
  first.text = `${above} ${line.fragments.map(({ text }) => text.trim()).join(gap)}`;
  first.end = line.end;
  fragments.length = 1;
}

/** A line whose pieces all stand below cells of the row, and none of them below its number. */
function inColumns([, ...cells]: readonly Fragment[], line: Line): boolean {
  return line.fragments.every(({ x }) => cells.some((cell) => Math.abs(cell.x - x) <= NEAR));
}

/** A paragraph of several lines, or a line of words from edge to edge; no row of a table. */
function isFlowing({ lines, isTable, last }: OpenBlock): boolean {
  const end = last.fragments.at(-1)?.text.trim() ?? '';
  const letters = last.fragments.reduce((sum, { text }) => sum + text.length, 0);
  if (isTable || /^\(?(?:pages? )?[\d –-]+\)?$/i.test(end)) return false;
  return lines > 2 || (letters >= 60 && end.length >= 4);
}

/** A number at the start of a line that was broken may be any number; one with a mark begins something. */
function isMarked(label: string): boolean {
  return /[.)]$/.test(label) || /item/i.test(label);
}

/** True when the number before that of the line stands in the middle of the block: all is one paragraph. */
function hasInline(text: string, words: string): boolean {
  const number = Number(/^\d{1,3}(?=[.)])/.exec(words)?.[0]);
  return number > 1 && new RegExp(`\\S{2} +${number - 1}[.)] `).test(text);
}

/** True when the line begins with the number after that of the block: "A5 …" below "A4 …". */
function isNextTo(above: string, words: string): boolean {
  const number = /^([A-Z]{0,3}(?:\d{1,4}\/)?)(\d{1,4})(?=[ /]|$)/;
  const [, prefix, last] = number.exec(above) ?? [];
  const [, nextPrefix, next] = number.exec(words) ?? [];
  return (
    last !== undefined && next !== undefined && prefix === nextPrefix && Number(next) === Number(last) + 1
  );
}
