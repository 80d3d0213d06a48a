/** The numbers in front of items, and which number may follow which. */
import type { Block } from './blocks.js';

export interface Numbered {
  /** As printed, without the full stop. */
  number: string;
  /** 183 of '183/18', 8 of '8.2'. */
  top: number;
  /** 2 of '8.2'; 1 for the A of '6A'; 0 for a number of the first level. */
  sub: number;
  /** How the document writes its numbers; one list keeps to one style. */
  style: 'row' | 'line' | 'minute';
  /** False where only white space parts number and words, which dates and quantities do too. */
  marked: boolean;
  rest: string;
}

const NUMBER = /^(?:item |no\.? ?)?(\d{1,4})(\/\d{2,4}|\.\d{1,2}|[A-Z])?([.):])?(?: |$)/i;
const MONTH_OR_UNIT =
  /^(?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|a\.?m|p\.?m)\b/i;

/** The number at the start of a block, or undefined. */
export function numberedStart(block: Block): Numbered | undefined {
  return block.cells === undefined ? numberedLine(block.text) : numberedRow(block.cells);
}

function numberedRow(cells: string[]): Numbered | undefined {
  const [first = '', ...others] = cells;
  const numbered = numberedLine(first);
  const words = others.find((cell) => cell !== '' && !/^\d{1,4}(?: ?[-–] ?\d{1,4})?$/.test(cell));
  if (numbered?.rest !== '' || words === undefined) return undefined;
  return { ...numbered, style: 'row', marked: true, rest: words };
}

export function numberedLine(text: string): Numbered | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [whole, top = '', tail = '', mark] = match;
  const rest = text.slice(whole.length);
  const looksLikeTitle = rest === '' || /^["'‘“([{]?[A-Z0-9]/.test(rest);
  if (MONTH_OR_UNIT.test(rest) || (mark === undefined && !looksLikeTitle)) return undefined;
  return {
    number: top + tail,
    top: Number(top),
    sub: tail.startsWith('.')
      ? Number(tail.slice(1))
      : /^[A-Z]$/i.test(tail)
        ? tail.toUpperCase().charCodeAt(0) - 64
        : 0,
    style: tail.startsWith('/') ? 'minute' : 'line',
    marked: mark !== undefined || tail.startsWith('/'),
    rest,
  };
}

/** True when `next` goes on with the list that has come as far as `last`. One number may be missing, no more. */
export function continues(last: Numbered, next: Numbered): boolean {
  if (next.style !== last.style) return false;
  if (next.sub > 0) return next.top === last.top && next.sub > last.sub && next.sub <= last.sub + 2;
  return next.top === last.top + 1 || (next.marked && next.top === last.top + 2);
}

/** True when a list begins anew, as the paragraphs of a report do after the agenda. */
export function startsAnew(last: Numbered, next: Numbered): boolean {
  return next.top === 1 && next.sub === 0 && next.marked && next.rest !== '' && last.top >= 3;
}

/**
 * Where the agenda's own list begins: of the first numbers in the document, the one with the longest run after it.
 * A date or a telephone number has no successor; a
 * page number has no full stop.
 */
export function startOfList(numbers: (Numbered | undefined)[]): number {
  let best = { at: -1, length: 0, marked: false };
  let tried = 0;
  for (const [at, first] of numbers.entries()) {
    if (first === undefined || first.sub > 0) continue;
    if (++tried > STARTS_TRIED) break;
    const length = runLength(numbers, at, first);
    const isClearer = length === best.length && first.marked && !best.marked;
    if (length > best.length || isClearer) best = { at, length, marked: first.marked };
  }
  return best.length >= 2 ? best.at : -1;
}

const STARTS_TRIED = 20;

function runLength(numbers: (Numbered | undefined)[], at: number, first: Numbered): number {
  let last = first;
  let length = 1;
  for (let index = at + 1; index < numbers.length; index += 1) {
    const next = numbers[index];
    if (next === undefined) continue;
    if (continues(last, next)) {
      last = next;
      length += 1;
    } else if (startsAnew(last, next)) break;
  }
  return length;
}
