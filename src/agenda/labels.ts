/** The numbers in front of items, in every way that agendas write them. */
import type { Block } from './block.js';

export interface Label {
  /** As printed, without brackets and full stops at its ends: '5', '6A', '8.2', '183/18', 'A1', '7(a)'. */
  readonly number: string;
  /** How it is written. One list keeps to one style. */
  readonly style: string;
  /** [8, 2] of '8.2', [6, 1] of '6A', [183, 18] of '183/18'. */
  readonly path: readonly number[];
  /** False where only white space parts number and words, which dates and quantities do too. */
  readonly marked: boolean;
  readonly rest: string;
}

/** What may stand before a number that says what it is. */
const SAYS_ITEM = /^(?:agenda )?item(?: no| number)?\b[.:]? ?(?=[(\dA-Z])/i;
/** What parts a number from its words: a full stop, a bracket, a colon, a dash. */
const MARK = '([.):\\]]{1,2}| ?[-–—](?= ))?';

/** The ways of writing a number, the longer before those that they begin with. */
const WRITTEN: readonly (readonly [
  pattern: RegExp,
  read: (parts: readonly string[]) => Omit<Label, 'marked' | 'rest'>,
])[] = [
  // 183/18, P166/21, 16/02/1, FC/24/031, 2024-031
  [
    new RegExp(`^[([]?((?:[A-Z]{1,5}[ /-]?)?)(\\d{1,4}(?:[/-]\\d{1,4}){1,2})${MARK}(?= |$)`),
    ([prefix = '', numbers = '']) => ({
      number: prefix + numbers,
      style: `minute ${prefix.trim()}${numbers.replace(/\d+/g, '')}`,
      path: numbers.split(/[/-]/).map(Number),
    }),
  ],
  // 25/R/31: the letters in the middle are those of a committee
  [
    new RegExp(`^(\\d{1,4})\\/([A-Z]{1,4})\\/(\\d{1,4})${MARK}(?= |$)`),
    ([year = '', letters = '', number = '']) => ({
      number: `${year}/${letters}/${number}`,
      style: `minute /${letters}/`,
      path: [Number(year), Number(number)],
    }),
  ],
  // 7(a), 7.a, 7(iv), 7a), 6A
  [
    new RegExp(`^[([]?(\\d{1,3})([A-Z]|[ .]?\\((?:[a-z]|[ivx]{1,4})\\)|\\.[a-h])${MARK}(?= |$)`, 'i'),
    ([top = '', tail = '']) => {
      const letter = tail.replace(/[ .()]/g, '');
      return {
        number: top + tail.replace(/^[ .]/, ''),
        style: 'decimal',
        path: [Number(top), placeOfLetter(letter)],
      };
    },
  ],
  // 8.2, 8.2.1, 5
  [
    new RegExp(`^[([]?(\\d{1,4}(?:\\.\\d{1,3}){0,3})${MARK}(?= |$)`),
    ([number = '']) => ({ number, style: 'decimal', path: pathOf(number) }),
  ],
  // A1, PL12
  [
    new RegExp(`^[([]?([A-Z]{1,2})[ .-]?(\\d{1,3})${MARK}(?= |$)`),
    ([prefix = '', number = '']) => ({
      number: prefix + number,
      style: `after ${prefix}`,
      path: [Number(number)],
    }),
  ],
];

const MONTH_OR_UNIT =
  /^(?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|a\.?m|p\.?m)\b/i;

/** "10.00 1. Welcome": when an item is taken stands before its number. */
const TIME_BEFORE = /^\d{1,2}[.:][0-5]\d ?(?:[ap]\.?m\.?)? +(?=\d{1,2}[.)] +[A-Z])/i;
/** "5 .1", as some committee systems print the numbers of applications. */
const TORN_APART = /^(\d{1,3}) \.(?=\d{1,3} )/;

/** The number at the start of a block, or undefined. */
export function labelOf(block: Block): Label | undefined {
  return block.cells === undefined ? labelAt(block.text) : labelOfRow(block.cells);
}

/** A row is numbered in its first cell, and that cell holds nothing else. */
function labelOfRow(cells: readonly string[]): Label | undefined {
  const at = cells.findIndex((cell) => cell !== '');
  const first = cells[at];
  if (first === undefined || at > 1) return undefined;
  const label = labelAt(first);
  if (label === undefined) return undefined;
  const others = cells.slice(at + 1).filter((cell) => cell !== '');
  if (label.rest !== '') return label;
  return { ...label, marked: true, rest: others.join(' ') };
}

export function labelAt(text: string): Label | undefined {
  const saysItem = SAYS_ITEM.exec(text)?.[0] ?? '';
  const words = text.slice(saysItem.length).replace(TIME_BEFORE, '').replace(TORN_APART, '$1.');
  for (const [pattern, read] of WRITTEN) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const written = read(match.slice(1));
    // "Item 4: Cllr …" in a list of declarations is no number 4 of a list that writes "4.".
    const style = saysItem === '' ? written.style : `item ${written.style}`;
    const label = { ...written, style, ...markAndRest(match, words, saysItem !== '') };
    return isLabel(label) ? label : undefined;
  }
  return saysItem === '' ? letterAt(text) : undefined;
}

function markAndRest(
  match: RegExpExecArray,
  words: string,
  saysItem: boolean,
): { marked: boolean; rest: string } {
  const [whole] = match;
  const isMarked = /[.):\]–—-]$/.test(whole) || whole.includes('/');
  return {
    marked: saysItem || isMarked,
    rest: words
      .slice(whole.length)
      .replace(/^[ :–—-]+(?=\S)/, '')
      .trim(),
  };
}

/** A day of a month, a time and a quantity are no numbers of items; nor is a date in figures. */
function isLabel({ path, rest, marked, style, number }: Label): boolean {
  if (MONTH_OR_UNIT.test(rest)) return false;
  // "7 - 30" are pages.
  if (/^\d{1,4}$/.test(rest)) return false;
  if (style.startsWith('minute') && /^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(number)) return false;
  if (path.some((place) => Number.isNaN(place))) return false;
  // 2526/081 has the municipal year before its number; alone it would be a quantity.
  if ((path[0] ?? 0) > 2_500 && !style.startsWith('minute')) return false;
  return marked || rest === '' || /^["'‘“([{£]?[A-Z0-9]/.test(rest);
}

/** "8.0" heads the section of 8.1, so it is the number 8 of the list. */
function pathOf(number: string): number[] {
  const path = number.split('.').map(Number);
  return path.length === 2 && path[1] === 0 ? path.slice(0, 1) : path;
}

/** I. II. III. and A. B. C.: the numbers of a whole agenda, or of the parts of an item. */
const LETTER = /^[([]?([A-Z]|[a-z]{1,2}|[ivxlIVXL]{2,5})([.)\]]{1,2})(?: |$)/;

function letterAt(text: string): Label | undefined {
  const match = LETTER.exec(text);
  if (match === null) return undefined;
  const [whole, letter = ''] = match;
  const isUpper = letter === letter.toUpperCase();
  const isRoman = letter.length > 1 || /^[ivxIVX]$/.test(letter);
  const path = isRoman ? valueOfRoman(letter) : placeOfLetter(letter);
  if (path === undefined || (letter.length > 1 && !/^[ivxl]+$/i.test(letter))) return undefined;
  return {
    number: letter,
    style: `${isRoman ? 'roman' : 'letter'} ${isUpper ? 'upper' : 'lower'}`,
    path: [path],
    marked: true,
    rest: text.slice(whole.length).trim(),
  };
}

/** The same label read as a letter, where it could be a roman numeral too: 'i' after 'h'. */
export function asLetter(label: Label): Label {
  if (!label.style.startsWith('roman') || label.number.length > 1) return label;
  return { ...label, style: label.style.replace('roman', 'letter'), path: [placeOfLetter(label.number)] };
}

/** 1 for a and A; of several letters, the value of the roman numeral. */
function placeOfLetter(letter: string): number {
  if (letter.length > 1) return valueOfRoman(letter) ?? NaN;
  return letter.toUpperCase().charCodeAt(0) - 64;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

export function valueOfRoman(letters: string): number | undefined {
  const values = [...letters.toUpperCase()].map((letter) => ROMAN[letter]);
  let sum = 0;
  for (const [at, value] of values.entries()) {
    if (value === undefined) return undefined;
    sum += value < (values[at + 1] ?? 0) ? -value : value;
  }
  return sum > 0 ? sum : undefined;
}
