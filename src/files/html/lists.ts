/** The numbers that a browser prints before the entries of a list, which are in no text. */

interface OpenList {
  readonly isOrdered: boolean;
  readonly style: string;
  readonly step: number;
  next: number;
}

const UNSTYLED = /\b(?:unstyled|no-?bullets?|list-none|list-unstyled)\b/i;
const STYLES: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
  decimal: '1',
};

export class ListStack {
  readonly #open: OpenList[] = [];
  #label = '';

  open(name: 'ol' | 'ul', attributes: Record<string, string>): void {
    const style = /list-style(?:-type)?:\s*([a-z-]+)/i.exec(attributes.style ?? '')?.[1]?.toLowerCase();
    const isUnstyled = UNSTYLED.test(attributes.class ?? '') || style === 'none';
    const start = Number(attributes.start ?? '1');
    this.#open.push({
      isOrdered: name === 'ol' && !isUnstyled,
      style: STYLES[style ?? ''] ?? attributes.type ?? '1',
      step: attributes.reversed === undefined ? 1 : -1,
      next: Number.isInteger(start) ? start : 1,
    });
  }

  close(): void {
    this.#open.pop();
    this.#label = '';
  }

  /** An entry begins: the next words that are said carry its number. */
  entry(attributes: Record<string, string>): void {
    const list = this.#open.at(-1);
    this.#label = '';
    if (list?.isOrdered !== true) return;
    const value = Number(attributes.value ?? list.next);
    const number = Number.isInteger(value) ? value : list.next;
    list.next = number + list.step;
    this.#label = `${numeral(number, list.style)}.`;
  }

  /** The number for words that begin an entry, once; '' where they print one of their own. */
  takeLabel(words: string): string {
    const label = this.#label;
    this.#label = '';
    return labelAt(words) === '' ? label : '';
  }
}

/** The number that words begin with, as '5.', '(a)' or 'Item 3'; or ''. */
export function labelAt(words: string): string {
  return (
    /^\s*((?:agenda )?(?:item )?(?:no\.? )?\(?(?:[A-Z]{0,3}\d{1,4}(?:[./]\d{1,4})*[a-z]?|[a-z]{1,2}|[ivxl]{1,6})[.)]+|\d{1,4}(?:[./]\d{1,4})*)(?=\s|$)/i.exec(
      words,
    )?.[1] ?? ''
  );
}

export function numeral(number: number, style: string): string {
  switch (style) {
    case 'a':
      return letters(number).toLowerCase();
    case 'A':
      return letters(number);
    case 'i':
      return roman(number).toLowerCase();
    case 'I':
      return roman(number);
    default:
      return String(number);
  }
}

/** 1 is A, 27 is AA. */
function letters(number: number): string {
  let name = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name === '' ? String(number) : name;
}

const ROMAN: readonly [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  if (number < 1 || number > 399) return String(number);
  let [left, name] = [number, ''];
  for (const [value, letter] of ROMAN) {
    for (; left >= value; left -= value) name += letter;
  }
  return name;
}
