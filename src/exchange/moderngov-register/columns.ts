import type { HeldBy } from '../../law/index.js';
import type { PageCell } from './page-tables.js';

/**
 * What stands in a column. both: interests of the member and the partner together, told apart by nobody; respect: whose
 * the interest of that row is; number: only the number of the row; text: something else, with its heading.
 */
export type Column =
  | { readonly is: HeldBy | 'both' | 'respect' | 'number' | 'date' }
  | { readonly is: 'text'; readonly heading: string };

const PARTNER = /partner|spouse|living as|lives with|cohabit|priod/i;
const MEMBER = /^(me|you|yourself|myself|self|my|your|member|councillor|cllr|the member|fi|chi|aelod)\b/i;
const TOGETHER = /\b(and|&|a'ch)\b|&/i;
const RESPECT = /in respect of|relates to|whose interest/i;

/** What a heading says of its column. */
export function columnOf(heading: string): Column {
  const words = heading.trim();
  if (RESPECT.test(words)) return { is: 'respect' };
  const partner = PARTNER.test(words);
  if (partner && MEMBER.test(words) && TOGETHER.test(words)) return { is: 'both' };
  if (partner) return { is: 'partner' };
  if (MEMBER.test(words)) return { is: 'self' };
  if (/^(category \d+|no\.?|number|#)$/i.test(words)) return { is: 'number' };
  if (/\bdate\b|received on|dyddiad/i.test(words)) return { is: 'date' };
  return { is: 'text', heading: words };
}

/** Whether a row only names its columns: headings of its own, or cells that say whose column it is. */
export function namesColumns(row: readonly PageCell[]): boolean {
  if (row.every(({ isHeading }) => isHeading)) return true;
  return (
    row.length > 1 &&
    row.every(({ text }) => text.length < 80) &&
    row.every(({ text }) => ['self', 'partner', 'both', 'respect'].includes(columnOf(text).is))
  );
}

/** The columns that a row of headings names, a heading over several columns once for each. */
export function columnsOf(row: readonly PageCell[]): Column[] {
  return row.flatMap(({ text, columns }) => Array.from({ length: columns }, () => columnOf(text)));
}

/** Whose interest a cell of a `respect` column names. */
export function heldByIn(text: string): HeldBy | null {
  if (PARTNER.test(text)) return 'partner';
  return MEMBER.test(text.trim()) ? 'self' : null;
}
