/** Which form of file this program writes, and the newest that it reads. */
export const FORMAT = 1;

export interface AppliedMigration {
  /** The number its file begins with. */
  readonly timestamp: string;
  readonly name: string;
}

/** The first line of a backup. */
export interface BackupHeader {
  readonly probityBackup: number;
  /** Of Probity, as in package.json. */
  readonly version: string;
  /** When its snapshot was taken; ISO 8601, machine time. */
  readonly takenAt: string;
  readonly migrations: readonly AppliedMigration[];
  /** For each key that seals details, its id and a value that opens only with the same key. Never a key. */
  readonly keys: Readonly<Record<string, string>>;
}

/** The line before the rows of a table. They are in PostgreSQL's text form of COPY and end with a line `\.` */
export interface TableLine {
  readonly table: string;
  readonly columns: readonly string[];
}

export interface TableSum {
  readonly rows: number;
  /** SHA-256 of its rows, in hexadecimal. */
  readonly sha256: string;
}

/** Where a sequence stands. */
export interface SequenceState {
  readonly name: string;
  /** Null when it was never used. */
  readonly lastValue: string | null;
}

/** The last line. Without it a backup is not whole. */
export interface BackupEnd {
  readonly tables: Readonly<Record<string, TableSum>>;
  readonly sequences: readonly SequenceState[];
  /** SHA-256 of everything before this line, in hexadecimal. */
  readonly sha256: string;
}

/** What ends the rows of a table: no row is written so, because COPY doubles a backslash. */
export const END_OF_ROWS = '\\.\n';

/** How many rows a piece of COPY's text ends: a newline within a value is written as a backslash and an n. */
export function rowsIn(text: Buffer): number {
  let rows = 0;
  for (let at = text.indexOf(10); at !== -1; at = text.indexOf(10, at + 1)) rows += 1;
  return rows;
}
