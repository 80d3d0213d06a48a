import type { AgendaReading, ReadItem } from '../../agenda/index.js';
import type { BodyKind } from '../../authorities/index.js';
import {
  FACT_VALUES,
  ITEM_FACT_NAMES,
  proposedFacts,
  TITLE_MOST_CHARACTERS,
  type AgendaItemFacts,
  type CorrectedItem,
} from '../../meetings/index.js';
import type { FormError, Words } from '../form/index.js';

/**
 * The rows of the form that hold items. Row k < the number of items read is that item; further rows were added by
 * the clerk. Each input is named `item-<k>-<what>`; the hidden input `rows` says how many there are.
 */
export const MOST_ROWS = 100;
const NUMBER_MOST_CHARACTERS = 20;

export type Input =
  'number' | 'title' | 'place' | 'leaveOut' | 'restricted' | (typeof ITEM_FACT_NAMES)[number];
export const inputOf = (row: number, what: Input): string => `item-${row}-${what}`;

/** How the rows are filled before the clerk has touched them. */
export function wordsOfItems({ items }: AgendaReading, bodyKind: BodyKind | undefined): Words {
  const words: Record<string, string> = { rows: String(Math.min(items.length, MOST_ROWS)) };
  for (const [row, item] of items.slice(0, MOST_ROWS).entries()) {
    words[inputOf(row, 'number')] = item.number ?? '';
    words[inputOf(row, 'title')] = item.title;
    if (item.restricted === true) words[inputOf(row, 'restricted')] = 'yes';
    const facts = proposedFacts(item.facts, bodyKind);
    for (const name of ITEM_FACT_NAMES) words[inputOf(row, name)] = facts[name].value;
  }
  return words;
}

/** How many rows a form has, whatever it says of itself. */
export function rowsIn(words: Words): number {
  const rows = Number(textOf(words, 'rows'));
  return Number.isInteger(rows) && rows > 0 ? Math.min(rows, MOST_ROWS) : 0;
}

/** The same form with one empty row more at its end, for an item that the reader missed. */
export function withOneRowMore(words: Words): Words {
  return { ...words, rows: String(Math.min(rowsIn(words) + 1, MOST_ROWS)) };
}

/** The rows that count, in the order of the agenda, each with the number and title that it has at the moment. */
export function rowsOfAgenda(
  words: Words,
  reading: AgendaReading,
): { row: number; number: string | null; title: string; externalId: string | null }[] {
  const kept = Array.from({ length: rowsIn(words) }, (_, row) => row).filter((row) =>
    isKept(words, row, reading),
  );
  return inOrder(words, kept).map((row) => ({
    row,
    number: textOf(words, inputOf(row, 'number')) || null,
    title: textOf(words, inputOf(row, 'title')),
    externalId: reading.items[row]?.externalId ?? null,
  }));
}

/** The items as the clerk corrected them, in order, or what is wrong with them. */
export function itemsIn(
  words: Words,
  reading: AgendaReading,
  bodyKind: BodyKind | undefined,
): { items: CorrectedItem[]; errors: FormError[] } {
  const kept = Array.from({ length: rowsIn(words) }, (_, row) => row).filter((row) =>
    isKept(words, row, reading),
  );
  const errors = kept.flatMap((row) => problemsOf(words, row));
  if (kept.length === 0)
    errors.push({ field: 'rows', href: '#item-0-title', text: 'Keep at least one item of business' });
  const items = inOrder(words, kept).map((row) => correctedItem(words, row, reading.items[row], bodyKind));
  return { items, errors };
}

/** A row counts unless the clerk left it out; one that they added and did not fill in is no item. */
function isKept(words: Words, row: number, reading: AgendaReading): boolean {
  if (textOf(words, inputOf(row, 'leaveOut')) === 'yes') return false;
  const isRead = row < reading.items.length;
  return (
    isRead || textOf(words, inputOf(row, 'title')) !== '' || textOf(words, inputOf(row, 'number')) !== ''
  );
}

function problemsOf(words: Words, row: number): FormError[] {
  const problem = (what: Input, text: string): FormError[] => [
    { field: inputOf(row, what), href: `#${inputOf(row, what)}`, text },
  ];
  const number = textOf(words, inputOf(row, 'number'));
  const title = textOf(words, inputOf(row, 'title'));
  const place = textOf(words, inputOf(row, 'place'));
  const named = number === '' ? 'an item' : `item ${number}`;
  return [
    ...(title === '' ? problem('title', `Enter the title of ${named}, or leave it out`) : []),
    ...(title.length > TITLE_MOST_CHARACTERS
      ? problem(
          'title',
          `The title of ${named} must be ${TITLE_MOST_CHARACTERS.toLocaleString('en-GB')} characters or less`,
        )
      : []),
    ...(number.length > NUMBER_MOST_CHARACTERS
      ? problem('number', `The number of an item must be ${NUMBER_MOST_CHARACTERS} characters or less`)
      : []),
    ...(place !== '' && !/^[1-9]\d{0,2}$/.test(place)
      ? problem('place', 'The place in the agenda must be a whole number, like 3 for the third item')
      : []),
  ];
}

/** Read items stay in the order of the agenda; an added one goes to the place that the clerk gave it, or to the end. */
function inOrder(words: Words, rows: readonly number[]): number[] {
  const ordered = rows.filter((row) => textOf(words, inputOf(row, 'place')) === '');
  for (const row of rows) {
    const place = textOf(words, inputOf(row, 'place'));
    if (place !== '') ordered.splice(Number(place) - 1, 0, row);
  }
  return ordered;
}

function correctedItem(
  words: Words,
  row: number,
  read: ReadItem | undefined,
  bodyKind: BodyKind | undefined,
): CorrectedItem {
  const number = textOf(words, inputOf(row, 'number'));
  return {
    number: number === '' ? null : number,
    title: textOf(words, inputOf(row, 'title')),
    ...(read?.text === undefined ? {} : { text: read.text }),
    ...(read?.externalId === undefined ? {} : { externalId: read.externalId }),
    restricted: textOf(words, inputOf(row, 'restricted')) === 'yes',
    facts: correctedFacts(words, row, proposedFacts(read?.facts, bodyKind)),
  };
}

/** What the clerk left as it was proposed stays a proposal; what they changed is said by the clerk. */
function correctedFacts(words: Words, row: number, proposed: AgendaItemFacts): AgendaItemFacts {
  const facts = { ...proposed };
  for (const name of ITEM_FACT_NAMES) {
    const said = FACT_VALUES.find((value) => value === textOf(words, inputOf(row, name)));
    if (said !== undefined && said !== proposed[name].value) facts[name] = { value: said, source: 'clerk' };
  }
  return facts;
}

/** One answer as text without the blanks around it; '' for one that was not sent. */
export function textOf(words: Words, name: string): string {
  const word = words[name];
  return typeof word === 'string' ? word.replace(/[^\P{Cc}\n\t]/gu, '').trim() : '';
}
