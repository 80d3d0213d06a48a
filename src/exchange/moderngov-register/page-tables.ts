import { Parser } from 'htmlparser2';

/** A cell of a table as it stands on the page. */
export interface PageCell {
  /** Its words, with a line for each line on the page; list items are kept apart as lines that begin with '• '. */
  readonly text: string;
  readonly isHeading: boolean;
  /** Over how many columns it reaches. */
  readonly columns: number;
}

export interface PageTable {
  readonly caption: string;
  readonly rows: readonly (readonly PageCell[])[];
}

/** What of a page matters to a register: its titles, the lines of its actions, and the tables of interests. */
export interface RegisterPage {
  readonly titles: readonly string[];
  /** Lines in which the page says when it was published. */
  readonly actions: readonly string[];
  readonly tables: readonly PageTable[];
  /** A table began before the one above it was closed, or the page ended in the middle of one. */
  readonly isBroken: boolean;
}

/** What is marked as an item of a list in the text of a cell. */
export const ITEM_MARK = '• ';
/** More than any register has; the rest of a page that goes beyond is not read. */
const MOST_TABLES = 200;
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 20;
/** The parser keeps what is open in a list that is slow when it is long: no page is so deep, and such a one is not read on. */
const MOST_DEPTH = 1_000;
/** Characters that are read before the depth is looked at. */
const PIECE = 16_384;
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'select', 'title']);
const LINES = new Set(['br', 'p', 'div', 'ul', 'ol', 'dl', 'dd', 'dt', 'tr', 'h3', 'h4', 'h5', 'h6']);

/**
 * Reads a page as a stream, without building a tree of it: a page of any depth costs no more than its length, and what
 * is not a part of a register is passed over. Scripts are never text.
 */
export function readPageTables(html: string): RegisterPage {
  const reader = new PageReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        reader.open(name, attributes);
      },
      onclosetag: (name) => {
        reader.close(name);
      },
      ontext: (text) => {
        reader.text(text);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  for (let at = 0; at < html.length && !reader.isTooMuch; at += PIECE) {
    parser.write(html.slice(at, at + PIECE));
  }
  if (reader.isTooMuch) reader.breakOff();
  parser.end();
  return reader.page();
}

interface OpenTable {
  caption: string;
  rows: PageCell[][];
  /** Tables within a cell of this one, whose own rows are not ours. */
  nested: number;
}

class PageReader {
  readonly #titles: string[] = [];
  readonly #actions: string[] = [];
  readonly #tables: PageTable[] = [];
  #isBroken = false;
  #depth = 0;
  #rows = 0;
  #silent = 0;
  /** How deep we are in a list or block of actions. */
  #inActions = 0;
  #table: OpenTable | undefined;
  #cell: { isHeading: boolean; columns: number } | undefined;
  /** Where text goes at the moment, and what it has gathered. */
  #into: 'title' | 'action' | 'caption' | 'cell' | undefined;
  #words: string[] = [];

  /** Whether the page is nested so deep, or has so many rows, that it is no page of a register. */
  get isTooMuch(): boolean {
    return this.#depth > MOST_DEPTH || this.#rows > MOST_ROWS;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (SILENT.has(name)) this.#silent += 1;
    if (name === 'table') this.#openTable(classesOf(attributes).includes('mgintereststable'));
    else if (this.#table !== undefined) this.#openInTable(name, attributes);
    else this.#openOutside(name, attributes);
  }

  close(name: string): void {
    this.#depth -= 1;
    if (SILENT.has(name)) this.#silent = Math.max(0, this.#silent - 1);
    if (name === 'table') this.#closeTable();
    else if (this.#table !== undefined) this.#closeInTable(name);
    else this.#closeOutside(name);
  }

  text(text: string): void {
    if (this.#silent === 0 && this.#into !== undefined) this.#words.push(text.replace(/\s+/g, ' '));
  }

  breakOff(): void {
    this.#isBroken = true;
  }

  page(): RegisterPage {
    if (this.#table !== undefined) {
      this.#isBroken = true;
      this.#finishTable();
    }
    return {
      titles: this.#titles,
      actions: this.#actions,
      tables: this.#tables,
      isBroken: this.#isBroken,
    };
  }

  #openOutside(name: string, attributes: Readonly<Record<string, string>>): void {
    const classes = classesOf(attributes);
    if (name === 'h2' && classes.includes('mgsubtitletxt')) this.#begin('title');
    else if (this.#inActions > 0 && (name === 'ul' || name === 'div')) this.#inActions += 1;
    else if (
      (name === 'ul' && classes.includes('mgactionlist')) ||
      (name === 'div' && classes.includes('mglinks'))
    ) {
      this.#inActions = 1;
    } else if (this.#inActions > 0 && name === 'li') this.#begin('action');
    else if (LINES.has(name)) this.#words.push('\n');
  }

  #closeOutside(name: string): void {
    if (name === 'h2' && this.#into === 'title') this.#titles.push(this.#end());
    else if (name === 'li' && this.#into === 'action') this.#actions.push(this.#end());
    else if (this.#inActions > 0 && (name === 'ul' || name === 'div')) this.#inActions -= 1;
  }

  #openTable(isInterests: boolean): void {
    if (isInterests) {
      // ModernGov never puts one into another: the one above was not closed.
      if (this.#table !== undefined) {
        this.#isBroken = true;
        this.#finishTable();
      }
      if (this.#tables.length < MOST_TABLES) this.#table = { caption: '', rows: [], nested: 0 };
      else this.#isBroken = true;
    } else if (this.#table !== undefined) {
      this.#table.nested += 1;
    }
  }

  #closeTable(): void {
    if (this.#table === undefined) return;
    if (this.#table.nested > 0) this.#table.nested -= 1;
    else this.#finishTable();
  }

  #finishTable(): void {
    this.#endCell();
    const { caption = '', rows = [] } = this.#table ?? {};
    this.#tables.push({ caption, rows: rows.filter((row) => row.length > 0) });
    this.#table = undefined;
    this.#into = undefined;
  }

  #openInTable(name: string, attributes: Readonly<Record<string, string>>): void {
    const table = this.#table;
    if (table === undefined) return;
    if (table.nested > 0) this.#words.push(name === 'tr' ? '\n' : ' ');
    else if (name === 'caption') this.#begin('caption');
    else if (name === 'tr') this.#openRow(table);
    else if (name === 'td' || name === 'th') this.#openCell(table, name, attributes);
    else if (name === 'li') this.#words.push(`\n${ITEM_MARK}`);
    else if (LINES.has(name)) this.#words.push('\n');
  }

  #openRow(table: OpenTable): void {
    this.#endCell();
    this.#rows += 1;
    if (this.#rows <= MOST_ROWS) table.rows.push([]);
    else this.#isBroken = true;
  }

  #openCell(table: OpenTable, name: string, attributes: Readonly<Record<string, string>>): void {
    this.#endCell();
    if (this.#rows > MOST_ROWS) return;
    if (table.rows.length === 0) this.#openRow(table);
    const columns = Number(attributes.colspan ?? '1');
    const reaches = Number.isInteger(columns) && columns > 0 ? Math.min(columns, MOST_COLUMNS) : 1;
    this.#cell = { isHeading: name === 'th', columns: reaches };
    this.#begin('cell');
  }

  #closeInTable(name: string): void {
    const table = this.#table;
    if (table === undefined || table.nested > 0) return;
    if (name === 'caption' && this.#into === 'caption') table.caption = this.#end();
    else if (name === 'td' || name === 'th' || name === 'tr') this.#endCell();
    else if (LINES.has(name) || name === 'li') this.#words.push('\n');
  }

  #endCell(): void {
    if (this.#cell === undefined || this.#into !== 'cell') return;
    const row = this.#table?.rows.at(-1);
    if (row !== undefined && row.length < MOST_COLUMNS) row.push({ ...this.#cell, text: this.#end() });
    this.#cell = undefined;
    this.#into = undefined;
  }

  #begin(into: 'title' | 'action' | 'caption' | 'cell'): void {
    this.#into = into;
    this.#words = [];
  }

  #end(): string {
    const text = tidied(this.#words.join(''));
    this.#into = undefined;
    this.#words = [];
    return text;
  }
}

const classesOf = ({ class: names = '' }: Readonly<Record<string, string>>): string[] =>
  names.toLowerCase().split(/\s+/);

/** Blanks as one, no empty lines, nothing invisible that a word processor left behind. */
function tidied(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '' && line !== ITEM_MARK.trim())
    .join('\n');
}
