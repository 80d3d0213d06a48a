import { CsvError, parse } from 'csv-parse/sync';

/** The most rows that a file may have, without its first line. */
export const MOST_ROWS = 5_000;
/** The most characters of one cell. */
export const MOST_CHARACTERS = 10_000;

/** A row of the file: its cells, and the row number that a spreadsheet shows. */
export interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Why a file is not read at all. `detail` names the line or the columns. */
export interface CsvRefusal {
  readonly refused:
    | 'empty'
    | 'semicolons'
    | 'tabs'
    | 'malformed'
    | 'too-many-rows'
    | 'cell-too-long'
    | 'unknown-columns'
    | 'repeated-columns'
    | 'missing-columns'
    | 'no-rows';
  readonly detail: string;
}

/** The lines of a file in RFC 4180's form, blank ones left out. */
export function readLines(
  text: string,
  mostRows: number = MOST_ROWS,
): { readonly lines: readonly Line[] } | CsvRefusal {
  const separator = wrongSeparator(text);
  if (separator !== undefined) return { refused: separator, detail: '' };
  let records: string[][];
  try {
    records = parse(text, {
      ...{ bom: true, relax_column_count: true, skip_empty_lines: false },
      // A cell is cut off by its own rule below; a row of all columns at their longest is still a row.
      ...{ max_record_size: 60 * MOST_CHARACTERS, to: mostRows * 2 },
    });
  } catch (error) {
    if (error instanceof CsvError) return refusalOf(error);
    throw error;
  }
  const lines = records
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (lines.length === 0) return { refused: 'empty', detail: '' };
  if (lines.length - 1 > mostRows) return { refused: 'too-many-rows', detail: '' };
  for (const { row, cells } of lines) {
    const long = cells.findIndex((cell) => cell.length > MOST_CHARACTERS);
    if (long !== -1) return { refused: 'cell-too-long', detail: `row ${row}, cell ${long + 1}` };
  }
  return { lines };
}

/** Spreadsheets in some countries part the cells otherwise; read as commas, all would be one cell. */
function wrongSeparator(text: string): 'semicolons' | 'tabs' | undefined {
  const first = /[^\r\n]*/.exec(text.replace(/^\ufeff?\s*/, ''))?.[0] ?? '';
  if (first.includes(',')) return undefined;
  if (first.includes(';')) return 'semicolons';
  return first.includes('\t') ? 'tabs' : undefined;
}

function refusalOf(error: CsvError): CsvRefusal {
  const { lines } = error as CsvError & { lines?: number };
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return { refused: 'cell-too-long', detail: `line ${lines ?? '?'}` };
  return { refused: 'malformed', detail: `line ${lines ?? '?'}` };
}
