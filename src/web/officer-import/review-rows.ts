import {
  MOST_ROWS,
  proposedWords,
  type FieldWords,
  type ModernGovRegister,
  type ReadRow,
} from '../../exchange/index.js';
import type { HeldBy, RegisterCategory } from '../../law/index.js';
import type { Words } from '../form/index.js';
import { CATEGORIES } from '../../exchange/index.js';

/** What an officer makes of a row: an interest to enter, a confirmed "nothing", or something to leave out. */
export type Fate = 'enter' | 'nothing' | 'leave-out';
/** What an officer makes of a table whose caption is not known. */
export type TableMeaning = RegisterCategory | 'leave-out' | '';

/** A row of the form: read from the page, or added by the officer to a table. */
export interface FormRow {
  readonly index: number;
  readonly table: number;
  /** Undefined for one that the officer added. */
  readonly read: ReadRow | undefined;
}

export const inputOf = (row: number, what: string): string => `row-${row}-${what}`;
export const tableInput = (table: number, what: 'category' | 'shown'): string => `table-${table}-${what}`;

/** The rows of the form: those of the page in its order, then those that were added, each with its table. */
export function formRows(register: ModernGovRegister, words: Words): FormRow[] {
  const read = register.categories.flatMap(({ rows }, table) => rows.map((row) => ({ table, read: row })));
  const added = addedIn(register, words).map((table) => ({ table, read: undefined }));
  return [...read, ...added].slice(0, MOST_ROWS).map((row, index) => ({ ...row, index }));
}

/** The tables to which rows were added, in the order of adding: '0,0,3'. */
export function addedIn(register: ModernGovRegister, words: Words): number[] {
  return textOf(words, 'added')
    .split(',')
    .filter((part) => /^\d{1,3}$/.test(part))
    .map(Number)
    .filter((table) => table < register.categories.length)
    .slice(0, MOST_ROWS);
}

/** Under which heading a table is entered: as its caption says, or as the officer says where it is not known. */
export function meaningOf(register: ModernGovRegister, table: number, words: Words): TableMeaning {
  const read = register.categories[table]?.category ?? null;
  if (read !== null) return read;
  const said = textOf(words, tableInput(table, 'category'));
  if (said === 'leave-out') return said;
  return CATEGORIES.find((category) => category === said) ?? '';
}

/** The form as it was read: whose each row is, and its text in the fields of its heading. */
export function wordsOfReading(register: ModernGovRegister): Words {
  const words: Record<string, string> = { added: '' };
  for (const { index, table, read } of formRows(register, words)) {
    if (read === undefined) continue;
    words[inputOf(index, 'heldBy')] = read.heldBy ?? '';
    const category = meaningOf(register, table, words);
    if (category !== '' && category !== 'leave-out') Object.assign(words, proposedFor(index, read, category));
  }
  return words;
}

/**
 * The words with fields for what an officer has just said of tables: their rows are filled in as they were read, once.
 */
export function withFieldsShown(register: ModernGovRegister, words: Words): Words {
  const filled: Record<string, string | readonly string[]> = { ...words };
  for (const { index, table, read } of formRows(register, words)) {
    const category = meaningOf(register, table, words);
    const shown = textOf(words, tableInput(table, 'shown'));
    if (read === undefined || category === '' || category === 'leave-out' || shown === category) continue;
    if (register.categories[table]?.category !== null) continue;
    Object.assign(filled, proposedFor(index, read, category));
  }
  return filled;
}

/** Whether an officer has said what a table is, and has not seen its fields yet. */
export function hasFieldsToShow(register: ModernGovRegister, words: Words): boolean {
  return register.categories.some(({ category }, table) => {
    const said = textOf(words, tableInput(table, 'category'));
    if (category !== null || said === 'leave-out') return false;
    return said !== textOf(words, tableInput(table, 'shown'));
  });
}

function proposedFor(index: number, read: ReadRow, category: RegisterCategory): Record<string, string> {
  // What only fills a cell is no detail; what it refers to may be, and the officer sees which it is.
  const text = read.filler === null ? read.text : (read.mayMean?.[0] ?? '');
  const proposed: FieldWords = text === '' ? {} : proposedWords(category, { ...read, text });
  return Object.fromEntries(
    Object.entries(proposed).map(([name, word = '']) => [inputOf(index, name), word]),
  );
}

/** What becomes of a row, or '' where the officer has not said it and must. */
export function fateOf({ index, read }: FormRow, words: Words): Fate | '' {
  const said = textOf(words, inputOf(index, 'fate'));
  if (said === 'leave-out') return said;
  if (read === undefined || read.filler === null) return 'enter';
  if (said === 'nothing') return said;
  return said === 'enter' && read.filler === 'refers-elsewhere' ? said : '';
}

export function heldByOf({ index }: FormRow, words: Words): HeldBy | undefined {
  const said = textOf(words, inputOf(index, 'heldBy'));
  return said === 'self' || said === 'partner' ? said : undefined;
}

/** One answer without the blanks around it; '' for one that was not sent. */
export function textOf(words: Words, name: string): string {
  const word = words[name];
  return typeof word === 'string' ? word.trim() : '';
}
