/** Tables of items say in their first row which column is the subject and which only the page or the officer. */
import type { Block } from './block.js';

const NUMBER_COLUMN = /^(?:(?:agenda )?item(?: ?(?:no|number)\.?)?|no\.?|number|ref)$/i;
const SUBJECT_COLUMN =
  /^(?:subject|title|business|description|report|agenda item|item|item title|topic|matter|items? of business|details|subject matter|proposal)$/i;

/** The place of the subject among the cells of a row, where a row above the items names it. */
export function titleColumnOf(above: readonly Block[]): number | undefined {
  for (const { cells } of [...above].slice(-6).reverse()) {
    if (cells === undefined || cells.length < 2) continue;
    const first = cells.findIndex((cell) => NUMBER_COLUMN.test(cell));
    const subject = cells.findIndex((cell, at) => at !== first && SUBJECT_COLUMN.test(cell));
    if (first !== -1 && subject !== -1) return subject;
  }
  return undefined;
}

/** Pages, times and how long it takes. */
const NO_TITLE =
  /^(?:(?:pages? )?\d{1,4}(?: ?[-–] ?\d{1,4})?|\(?pages? .*|(?:to follow|verbal|attached|enclosed|oral|none|n\/a|[-–*])|\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?)?|\d{1,3} ?min(?:ute)?s?\.?)$/i;
const REFERENCE = /^[A-Z]{0,5}[/ .-]?\d{2,4}[/.-]\d{3,6}(?:[/.-][A-Z]{1,5}\d?)?$/i;

export interface RowWords {
  readonly title: string;
  /** The other cells, which belong to the item and are not its title. */
  readonly others: readonly string[];
}

/** The title of a row, whose first cell is the number. A reference alone is no title: what follows it is joined to it. */
export function wordsOfRow(cells: readonly string[], column: number | undefined): RowWords {
  const first = cells.findIndex((cell) => cell !== '');
  const rest = cells
    .map((cell, at) => ({ cell, at }))
    .filter(({ cell, at }) => at > first && cell !== '' && !NO_TITLE.test(cell));
  const named = column === undefined ? undefined : rest.find(({ at }) => at === column);
  const title = named ?? rest[0];
  if (title === undefined) return { title: '', others: [] };
  const isReference = REFERENCE.test(title.cell);
  const joined = isReference ? rest.filter(({ at }) => at >= title.at).slice(0, 3) : [title];
  const others = rest.filter((each) => !joined.includes(each));
  return { title: joined.map(({ cell }) => cell).join(' - '), others: others.map(({ cell }) => cell) };
}
