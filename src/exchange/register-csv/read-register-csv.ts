import type { CivilDate, HeldBy, RegisterCategory } from '../../law/index.js';
import type { InterestDetails } from '../../register/index.js';
import {
  CATEGORIES,
  characterProblem,
  FIELDS,
  readDetails,
  type FieldWords,
} from '../interest-fields/index.js';
import { readLines, type CsvRefusal, type Line } from './read-lines.js';
import { COLUMNS, REQUIRED_COLUMNS } from './template.js';

/** What is wrong with one row, and what to write instead. Sentences without their full stop. */
export interface RowProblem {
  /** As a spreadsheet numbers it; the first line of the file is row 1. */
  readonly row: number;
  readonly column: string;
  readonly wrong: string;
  readonly write: string;
}

/** One row that is in order: an interest, or that there is nothing. */
export interface CsvRow {
  readonly row: number;
  /** As it is written in the file. */
  readonly member: string;
  /** Undefined where the row leaves it empty. */
  readonly hasPartner: boolean | undefined;
  readonly category: RegisterCategory;
  readonly heldBy: HeldBy;
  /** Null for "there is nothing". */
  readonly details: InterestDetails | null;
}

export interface CsvReading {
  readonly rows: readonly CsvRow[];
  /** Whom each row names, those with problems too, so that whoever is not known here can be told at once as well. */
  readonly named: readonly { readonly row: number; readonly member: string }[];
  /** How many rows the file has, those with problems too. */
  readonly total: number;
  readonly problems: readonly RowProblem[];
}

/** Two ways of writing a name are the same when they differ in capitals and blanks alone. */
export const memberKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * Reads a register from a file: every row with everything that is wrong with it, so that all can be put right at once.
 * Whether the members are known here is not asked.
 */
export function readRegisterCsv(text: string, today: CivilDate): CsvReading | CsvRefusal {
  const read = readLines(text);
  if ('refused' in read) return read;
  const [head, ...lines] = read.lines;
  const columns = (head?.cells ?? []).map(columnName);
  const refused = columnsRefused(columns);
  if (refused !== undefined) return refused;
  if (lines.length === 0) return { refused: 'no-rows', detail: '' };
  const readings = lines.map((line) => readRow(line, columns, today));
  const rows = readings.flatMap(({ row }) => (row === undefined ? [] : [row]));
  const problems = [...readings.flatMap((reading) => reading.problems), ...rowsThatDisagree(rows)];
  const at = columns.indexOf('member');
  const named = lines
    .map(({ row, cells }) => ({ row, member: cells[at]?.trim() ?? '' }))
    .filter(({ member }) => member !== '');
  return { rows, named, total: lines.length, problems: problems.sort((a, b) => a.row - b.row) };
}

/** 'Held by', 'held_by' and 'HELD-BY' are one column. */
const columnName = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

function columnsRefused(columns: readonly string[]): CsvRefusal | undefined {
  const known = new Set(COLUMNS.map(({ name }) => name));
  const named = columns.filter((name) => name !== '');
  const missing = REQUIRED_COLUMNS.filter((name) => !named.includes(name));
  if (missing.length > 0) return { refused: 'missing-columns', detail: missing.join(', ') };
  const unknown = named.filter((name) => !known.has(name)).map((name) => name.slice(0, 50));
  if (unknown.length > 0) return { refused: 'unknown-columns', detail: unknown.slice(0, 10).join(', ') };
  const repeated = named.filter((name, index) => named.indexOf(name) !== index);
  return repeated.length > 0 ? { refused: 'repeated-columns', detail: repeated.join(', ') } : undefined;
}

interface RowReading {
  readonly row?: CsvRow;
  readonly problems: readonly RowProblem[];
}

function readRow({ row, cells }: Line, columns: readonly string[], today: CivilDate): RowReading {
  const words = Object.fromEntries(columns.map((name, index) => [name, cells[index]?.trim() ?? '']));
  const problems: RowProblem[] = [];
  const wrong = (column: string, what: string, write: string): void =>
    void problems.push({ row, column, wrong: what, write });
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    wrong(
      'member',
      'The row has more cells than the first line has columns',
      'Put words that hold a comma in quotation marks',
    );
  }
  const { member = '' } = words;
  if (member === '') wrong('member', 'member is empty', 'Write the name of the member, on every row');
  const bad = characterProblem(member);
  if (bad !== undefined) wrong('member', `member ${bad.wrong}`, bad.write);
  const category = CATEGORIES.find((name) => name === columnName(words.category ?? ''));
  if (category === undefined)
    wrong('category', 'category is no heading of the register', `Write one of: ${CATEGORIES.join(', ')}`);
  const heldBy = HELD_BY[(words['held-by'] ?? '').toLowerCase()];
  if (heldBy === undefined)
    wrong('held-by', 'held-by is neither member nor partner', 'Write member or partner');
  const hasPartner = yesOrNo(words['has-partner'] ?? '');
  if (hasPartner === 'neither')
    wrong('has-partner', 'has-partner is neither yes nor no', 'Write yes or no, or leave it empty');
  const nothing = yesOrNo(words.nothing ?? '');
  if (nothing === 'neither')
    wrong('nothing', 'nothing is neither yes nor no', 'Write yes where there is nothing, or leave it empty');
  if (category === undefined) return { problems };
  const filled = readFilled(row, category, words, nothing === true, today);
  problems.push(...filled.problems);
  if (problems.length > 0 || heldBy === undefined || hasPartner === 'neither') return { problems };
  return { row: { row, member, hasPartner, category, heldBy, details: filled.details }, problems };
}

const HELD_BY: Readonly<Record<string, HeldBy>> = { member: 'self', self: 'self', partner: 'partner' };

function yesOrNo(words: string): boolean | undefined | 'neither' {
  const word = words.toLowerCase();
  if (word === '') return undefined;
  if (word === 'yes' || word === 'y') return true;
  return word === 'no' || word === 'n' ? false : 'neither';
}

/** The columns of the heading; what stands in columns of other headings is in the wrong place. */
function readFilled(
  row: number,
  category: RegisterCategory,
  words: FieldWords,
  isNothing: boolean,
  today: CivilDate,
): { details: InterestDetails | null; problems: RowProblem[] } {
  const own = new Set(FIELDS[category].map(({ name }) => name));
  const filled = FIELD_COLUMNS.filter((name) => (words[name] ?? '') !== '');
  const misplaced = filled.filter((name) => isNothing || !own.has(name));
  const problems = misplaced.map((column) => ({
    ...{
      row,
      column,
      wrong: isNothing
        ? `${column} is filled although there is nothing`
        : `${column} is not asked for ${category}`,
    },
    write: isNothing ? 'Leave it empty, or leave “nothing” empty' : 'Leave it empty, or check the category',
  }));
  if (isNothing) return { details: null, problems };
  const reading = readDetails(category, words, today);
  if (reading.ok) return { details: reading.details, problems };
  const ofFields = reading.problems.map(({ field, wrong, write }) => ({ row, column: field, wrong, write }));
  return { details: null, problems: [...problems, ...ofFields] };
}

const FIELD_COLUMNS = COLUMNS.map(({ name }) => name).filter(
  (name) => !['member', 'has-partner', 'category', 'held-by', 'nothing'].includes(name),
);

/** What rows of one member say that cannot hold together. */
function rowsThatDisagree(rows: readonly CsvRow[]): RowProblem[] {
  const problems: RowProblem[] = [];
  const partner = new Map<string, { is: boolean; row: number }>();
  const entries = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const { row, member, hasPartner, category, heldBy, details } of rows) {
    const key = memberKey(member);
    const before = partner.get(key);
    if (hasPartner !== undefined && before === undefined) partner.set(key, { is: hasPartner, row });
    if (hasPartner !== undefined && before !== undefined && before.is !== hasPartner) {
      problems.push(
        problem(
          row,
          'has-partner',
          `has-partner is not what row ${before.row} says of the member`,
          'Write the same on all rows of a member',
        ),
      );
    }
    if (details !== null) entries.set(`${key} ${category} ${heldBy}`, row);
    const same = JSON.stringify([key, heldBy, details ?? category]);
    const first = seen.get(same);
    if (first === undefined) seen.set(same, row);
    else
      problems.push(
        problem(row, 'category', `The row says the same as row ${first}`, 'Delete one of the two'),
      );
  }
  for (const { row, member, category, heldBy, details } of rows) {
    const key = memberKey(member);
    const has = partner.get(key)?.is;
    const entry = entries.get(`${key} ${category} ${heldBy}`);
    if (heldBy === 'partner' && has === false) {
      problems.push(
        problem(
          row,
          'held-by',
          'The row is of a partner, and has-partner says that there is none',
          'Correct the one or the other',
        ),
      );
    }
    if (details === null && entry !== undefined) {
      problems.push(
        problem(
          row,
          'nothing',
          `The row says that there is nothing, and row ${entry} says what there is`,
          'Delete one of the two',
        ),
      );
    }
    if (details === null && has === undefined) {
      problems.push(
        problem(
          row,
          'has-partner',
          'has-partner is empty on all rows of the member, and “nothing” counts only where all is told',
          'Write yes or no in has-partner',
        ),
      );
    }
  }
  return problems;
}

const problem = (row: number, column: string, wrong: string, write: string): RowProblem => ({
  row,
  column,
  wrong,
  write,
});
