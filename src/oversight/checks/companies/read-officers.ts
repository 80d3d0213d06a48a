import { fileKind, readLines, type CsvRefusal, type FileKind, type Line } from '../../../exchange/index.js';
import { parseCivilDate, type CivilDate } from '../../../law/index.js';

/** A column of the file, as Companies House names what is in it. */
export interface OfficerColumn {
  readonly name: string;
  readonly required: boolean;
  /** What to write in it. */
  readonly write: string;
}

export const OFFICER_COLUMNS: readonly OfficerColumn[] = [
  {
    name: 'company_number',
    required: true,
    write: 'the number of the company, eight characters such as 01234567',
  },
  { name: 'company_name', required: true, write: 'the name of the company' },
  {
    name: 'officer_name',
    required: true,
    write: 'the officer as Companies House has them: SURNAME, Forenames',
  },
  { name: 'role', required: true, write: 'the office held, such as director or secretary' },
  { name: 'appointed_on', required: true, write: 'the day of the appointment, such as 2017-10-24, or empty' },
  { name: 'resigned_on', required: true, write: 'the day of the resignation, such as 2017-10-24, or empty' },
  { name: 'date_of_birth', required: false, write: 'month and year of birth, such as 1964-03, or empty' },
  { name: 'postcode', required: false, write: 'the postcode of the correspondence address, or empty' },
];

/** One row that is in order. */
export interface OfficerRow {
  readonly row: number;
  readonly companyNumber: string;
  readonly company: string;
  readonly officer: string;
  readonly role: string;
  readonly appointedOn: CivilDate | null;
  readonly resignedOn: CivilDate | null;
  /** 'YYYY-MM'; null where it is not given. */
  readonly bornIn: string | null;
  readonly postcode: string | null;
}

/** What is wrong with one row. Sentences without their full stop. */
export interface OfficerProblem {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly column: string;
  readonly wrong: string;
  readonly write: string;
}

export type OfficersRefused =
  | { readonly file: Extract<FileKind, { refused: unknown }>['refused'] | 'page' }
  | { readonly csv: CsvRefusal }
  | { readonly problems: readonly OfficerProblem[]; readonly total: number };

/** The first line of every file, with nothing below it. */
export const officersTemplate = (): string =>
  `\ufeff${OFFICER_COLUMNS.map(({ name }) => name).join(',')}\r\n`;

/** Reads a file of company officers, all of it or nothing: whatever is wrong is told of every row at once. */
export function readOfficers(bytes: Uint8Array): readonly OfficerRow[] | { refused: OfficersRefused } {
  const file = fileKind(bytes);
  if ('refused' in file) return { refused: { file: file.refused } };
  if (file.kind === 'html') return { refused: { file: 'page' } };
  const read = readLines(file.text);
  if ('refused' in read) return { refused: { csv: read } };
  const [head, ...lines] = read.lines;
  const columns = (head?.cells ?? []).map(columnName);
  const refused = columnsRefused(columns);
  if (refused !== undefined) return { refused: { csv: refused } };
  if (lines.length === 0) return { refused: { csv: { refused: 'no-rows', detail: '' } } };
  const readings = lines.map((line) => rowOf(line, columns));
  const problems = readings.flatMap((reading) => reading.problems);
  if (problems.length > 0) return { refused: { problems, total: lines.length } };
  return readings.map(({ row }) => row);
}

/** 'Company number', 'company-number' and 'COMPANY_NUMBER' are one column. */
const columnName = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** Columns that are not asked for are let be: a download of Companies House has many, and none of them is kept. */
function columnsRefused(columns: readonly string[]): CsvRefusal | undefined {
  const asked = OFFICER_COLUMNS.map(({ name }) => name);
  const missing = OFFICER_COLUMNS.filter(({ name, required }) => required && !columns.includes(name));
  if (missing.length > 0)
    return { refused: 'missing-columns', detail: missing.map(({ name }) => name).join(', ') };
  const repeated = asked.filter((name) => columns.filter((column) => column === name).length > 1);
  return repeated.length > 0 ? { refused: 'repeated-columns', detail: repeated.join(', ') } : undefined;
}

function rowOf(
  { row, cells }: Line,
  columns: readonly string[],
): { row: OfficerRow; problems: OfficerProblem[] } {
  const cell = (name: string): string => cells[columns.indexOf(name)]?.trim() ?? '';
  const problems: OfficerProblem[] = [];
  const wrong = (column: string, what: string): void => {
    const write = OFFICER_COLUMNS.find(({ name }) => name === column)?.write ?? '';
    problems.push({ row, column, wrong: what, write: `Write ${write}` });
  };
  const companyNumber = cell('company_number').toUpperCase();
  if (!/^(?:[A-Z]{2}\d{6}|\d{1,8})$/.test(companyNumber))
    wrong('company_number', 'company_number is no number of a company');
  for (const column of ['company_name', 'role']) if (cell(column) === '') wrong(column, `${column} is empty`);
  if (!/^[^,]*\p{L}[^,]*,.*\p{L}/u.test(cell('officer_name')))
    wrong('officer_name', 'officer_name has no surname and forenames with a comma between them');
  const day = (column: string): CivilDate | null => {
    const read = dayIn(cell(column));
    if (read === undefined) wrong(column, `${column} is no date`);
    return read ?? null;
  };
  const [appointedOn, resignedOn] = [day('appointed_on'), day('resigned_on')];
  const born = monthIn(cell('date_of_birth'));
  if (born === undefined) wrong('date_of_birth', 'date_of_birth is no month with a year');
  if (cells.slice(columns.length).some((more) => more.trim() !== ''))
    wrong('officer_name', 'The row has more cells than the first line has columns');
  return {
    row: {
      ...{ row, companyNumber: companyNumber.padStart(8, '0'), company: cell('company_name') },
      ...{ officer: cell('officer_name'), role: cell('role'), appointedOn, resignedOn },
      ...{ bornIn: born ?? null, postcode: cell('postcode') === '' ? null : cell('postcode') },
    },
    problems,
  };
}

/** '2017-10-24' or '24/10/2017'; null for nothing, undefined for anything else. */
function dayIn(words: string): CivilDate | null | undefined {
  if (words === '') return null;
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words) ?? [];
  return parseCivilDate(
    day === undefined ? words : `${year ?? ''}-${month?.padStart(2, '0') ?? ''}-${day.padStart(2, '0')}`,
  );
}

/** '1964-03' or '03/1964', with or without a day; null for nothing, undefined for anything else. */
function monthIn(words: string): string | null | undefined {
  if (words === '') return null;
  const [, y1, m1] = /^(\d{4})-(\d{1,2})(?:-\d{1,2})?$/.exec(words) ?? [];
  const [, m2, y2] = /^(?:\d{1,2}\/)?(\d{1,2})\/(\d{4})$/.exec(words) ?? [];
  const [year, month] = [y1 ?? y2, (m1 ?? m2)?.padStart(2, '0')];
  return year !== undefined && parseCivilDate(`${year}-${month ?? ''}-01`)
    ? `${year}-${month ?? ''}`
    : undefined;
}
