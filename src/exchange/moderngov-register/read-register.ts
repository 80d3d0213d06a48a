import type { CivilDate, HeldBy, RegisterCategory } from '../../law/index.js';
import { categoryOfCaption } from './captions.js';
import { columnOf, columnsOf, heldByIn, namesColumns, type Column } from './columns.js';
import { fillerIn, type Filler } from './fillers.js';
import { ITEM_MARK, readPageTables, type PageCell, type PageTable } from './page-tables.js';
import { publishedOn } from './published-on.js';

/** One cell of the register that tells of something, or that was filled so as not to be empty. */
export interface ReadRow {
  /** Null where the page does not say whose interest it is: an officer must. */
  readonly heldBy: HeldBy | null;
  readonly text: string;
  readonly filler: Filler | null;
  /** For a gift: its date as it is printed. */
  readonly dateText?: string;
  /** For "As above": what it may stand for, the cell beside it first. */
  readonly mayMean?: readonly string[];
}

/** One table of the page. */
export interface ReadCategory {
  readonly caption: string;
  /** Null for a caption that is not known: an officer must say what it is. */
  readonly category: RegisterCategory | null;
  readonly rows: readonly ReadRow[];
}

/** A member's register of interests as a page of ModernGov holds it. */
export interface ModernGovRegister {
  /** Null where the page has no title. */
  readonly memberName: string | null;
  readonly publishedOn: CivilDate | null;
  readonly categories: readonly ReadCategory[];
  /** What an officer should know of the reading, in sentences. */
  readonly warnings: readonly string[];
}

export type ModernGovReading =
  | { readonly register: ModernGovRegister }
  /** no-tables: there is no table of interests on the page. too-many: more rows than anybody can check at once. */
  | { readonly refused: 'no-tables' | 'too-many'; readonly most: number };

/** More rows than this are not one member's register, and more than one page can be checked. */
export const MOST_ROWS = 80;
const MOST_CHARACTERS = 10_000;

/**
 * Reads the page `mgRofI.aspx` (or the older `mgDeclarationSubmission.aspx`). It tells what is printed and no more: what a
 * filler means, whose an interest is where no heading says it, and what an unknown caption is, are left to be asked.
 */
export function readModernGovRegister(html: string): ModernGovReading {
  const page = readPageTables(html);
  if (page.tables.length === 0) return { refused: 'no-tables', most: MOST_ROWS };
  const warnings: string[] = [];
  if (page.titles.length > 1) {
    warnings.push(
      'The file has more than one title: it may hold the registers of several members. Give one page for each member.',
    );
  }
  if (page.isBroken) {
    warnings.push(
      'The file is damaged or was cut short: a table in it has no end. Compare what was read with the page itself.',
    );
  }
  const categories = page.tables.map((table) => readTable(table, warnings));
  if (categories.reduce((sum, { rows }) => sum + rows.length, 0) > MOST_ROWS) {
    return { refused: 'too-many', most: MOST_ROWS };
  }
  const published = publishedOn(page.actions);
  if (published === undefined) warnings.push('The page does not say when the register was published.');
  const memberName = memberNameIn(page.titles[0] ?? '');
  return {
    register: { memberName, publishedOn: published ?? null, categories, warnings },
  };
}

/** 'Register of interests - Councillor A Person' and 'Councillor A Person' name the same one. */
function memberNameIn(title: string): string | null {
  const name = title
    .replace(/^.*?(register of interests?|cofrestr o fuddiannau)( for| of)?\s*[-–—:]?\s*/i, '')
    .trim();
  return name === '' ? null : name;
}

function readTable({ caption, rows: lines }: PageTable, warnings: string[]): ReadCategory {
  const category = categoryOfCaption(caption);
  const named = caption === '' ? 'A table without a caption' : `“${caption}”`;
  if (category === null) warnings.push(`${named} is no heading that is known. Choose what it is.`);
  let columns: readonly Column[] = [];
  const rows: ReadRow[] = [];
  for (const line of lines) {
    if (namesColumns(line)) {
      columns = columnsOf(line);
      continue;
    }
    const earlier = [...rows];
    const read = readLine(line, columns, category);
    for (const row of read) rows.push(withMeanings(row, read, earlier));
  }
  if (rows.some(({ heldBy }) => heldBy === null)) {
    warnings.push(`${named} does not say of every interest whose it is. Say it for each.`);
  }
  const long = rows.filter(({ text }) => text.length > MOST_CHARACTERS).length;
  if (long > 0)
    warnings.push(
      `${named} has ${long} ${long === 1 ? 'cell' : 'cells'} of more than 10,000 characters, which were cut.`,
    );
  return {
    caption,
    category,
    rows: rows.map((row) => ({ ...row, text: row.text.slice(0, MOST_CHARACTERS) })),
  };
}

/** A cell with the column that it stands in. */
interface Placed {
  readonly column: Column;
  readonly text: string;
  /** The columns that it reaches over. */
  readonly over: readonly Column[];
}

function placed(line: readonly PageCell[], columns: readonly Column[]): Placed[] {
  let at = 0;
  return line.map(({ text, columns: reaches }) => {
    const over = Array.from({ length: reaches }, (_, index) => columns[at + index] ?? columnOf(''));
    at += reaches;
    return { text, over, column: over[0] ?? columnOf('') };
  });
}

/** The rows of one line of a table: one for each cell of the member or the partner, or one for the whole line. */
function readLine(
  line: readonly PageCell[],
  columns: readonly Column[],
  category: RegisterCategory | null,
): ReadRow[] {
  const cells = placed(line, columns).filter(({ text }) => text !== '');
  const dateText = cells.find(({ column }) => column.is === 'date')?.text;
  const date = dateText === undefined || category !== 'gifts' ? {} : { dateText };
  const beside = cells.filter(
    ({ column }) => column.is === 'text' || (column.is === 'date' && category !== 'gifts'),
  );
  const owned = cells.flatMap((cell) => ownersOf(cell).map((heldBy) => ({ heldBy, text: cell.text })));
  if (owned.length > 0) {
    const more = beside.map(({ text, column }) => withHeading(text, column));
    return owned.flatMap(({ heldBy, text }) =>
      rowsOfText([text, ...(fillerIn(text) === undefined ? more : [])].join('\n'), heldBy, date),
    );
  }
  const respect = cells.find(({ column }) => column.is === 'respect');
  const text = beside
    .map((cell) => (beside.length === 1 ? cell.text : withHeading(cell.text, cell.column)))
    .join('\n');
  if (text === '') return [];
  // Gifts are the member's own; of anything else the page would have to say it.
  const heldBy = respect === undefined ? (category === 'gifts' ? 'self' : null) : heldByIn(respect.text);
  return rowsOfText(text, heldBy, date);
}

/** Whose a cell is. A cell over the columns of both that only fills them is one for each. */
function ownersOf({ column, over, text }: Placed): (HeldBy | null)[] {
  const owners = [...new Set(over.map(({ is }) => is))].filter(
    (is): is is HeldBy => is === 'self' || is === 'partner',
  );
  if (owners.length > 1) return fillerIn(text) === undefined ? [null] : owners;
  if (owners.length === 1) return owners;
  return column.is === 'both' ? [null] : [];
}

const withHeading = (text: string, column: Column): string =>
  column.is === 'text' &&
  column.heading !== '' &&
  !/^(description|details?|interest|subject)/i.test(column.heading)
    ? `${column.heading}: ${text}`
    : text;

/** The items of a list are interests of their own; lines are not, for an address has them too. */
function rowsOfText(text: string, heldBy: HeldBy | null, more: Partial<ReadRow>): ReadRow[] {
  const items = text.startsWith(ITEM_MARK) ? text.split(`\n${ITEM_MARK}`) : [text];
  return items.map((item) => {
    const words = item.startsWith(ITEM_MARK) ? item.slice(ITEM_MARK.length) : item;
    return { heldBy, text: words, filler: fillerIn(words) ?? null, ...more };
  });
}

/** "As above" with what it may stand for: the other person's cell of the same line, or what stands above in its column. */
function withMeanings(row: ReadRow, line: readonly ReadRow[], earlier: readonly ReadRow[]): ReadRow {
  if (row.filler !== 'refers-elsewhere') return row;
  const told = (other: ReadRow): boolean => other.filler === null;
  const beside = line.filter((other) => other.heldBy !== row.heldBy && told(other));
  const above = earlier.filter((other) => other.heldBy === row.heldBy && told(other)).slice(-1);
  return { ...row, mayMean: [...new Set([...beside, ...above].map(({ text }) => text))] };
}
