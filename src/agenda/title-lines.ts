/**
 * The title of an item that goes on in the next line. The width of a page is not always known, so the words tell: a
 * title that ends with "of" is not at its end, nor is one in capitals above more capitals that hang below it.
 */
import type { Block } from './block.js';
import type { Label } from './labels.js';
import { REFERENCE } from './references.js';

/** No title has more lines than this after its first. */
export const MOST_LINES = 4;
/** A line that could have gone on; shorter ones ended because their writer ended them. */
const LONG_LINE = 55;
const LONG_CAPITALS = 45;
const SAID_AGAIN = 12;
const LONGEST = 160;

const UNFINISHED = /(?:[,&]|[ (](?:of|the|and|or|for|in|to|at|by|with|from|on|a|an|between))$/i;
/** What is done, what was said, and what stands beside an item on a line of its own. */
/** A day that is parted from its year, which no number of an item is. */
const WITHOUT_ITS_YEAR =
  /\b\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const YEAR = /^(?:19|20)\d\d\b(?!\/)/;
const BEGINS_SOMETHING_ELSE =
  /^(?:to (?!the\b|be\b)\w+ |none\b|nil\b|no\b|www\.|https?:|were\b|was\b|had\b|report\b|members\b|recommend|contact\b|wards?\b|officers?\b|lead\b|present|append|annex|site plan|pages?\b|minutes\b|pdf\b|additional\b|attached|enclosed|papers?\b|cllrs?\b|councillors?\b|mr |mrs |ms |see\b|please\b|note\b|oral\b|verbal\b|key\b|portfolio\b|decision|(?:item )?for (?:information|decision)\b|location\b|proposal\b|applicant\b|application\b|resolved\b|it was\b|the (?:committee|council|panel|board|report|clerk|chair)|link\b|[-*•▪–] |\d)/i;
const A_SENTENCE =
  /\b(?:is|are|was|were|has|have|had|will|shall|reported|noted|agreed|resolved|received|asked)\b/i;
const A_FEW_WORDS = /^(?:\S+ ){0,2}\S+[^.:;?]$/;
const ENDS_A_NAME =
  /^(?:[A-Z][\w&’'-]+ ){0,3}(?:limited|ltd|plc|llp|trust|society|association|company|group|road|street|lane|avenue|close)\.?$/i;
const CAPITALS = /^[^a-z]*[A-Z]{3}[^a-z]*$/;

/** A year at the beginning of a line looks like a number. */
export function beginsWithYear({ text }: Block): boolean {
  return YEAR.test(text);
}

export interface Place {
  /** How far the line stands to the right of the item's number, where the layout tells it. */
  readonly hangs: number | undefined;
  /** True where something new begins below the line. */
  readonly isLast: boolean;
  /** How wide the column of the titles is, and how long the line of the title above, where that is known. */
  readonly width: { readonly column: number; readonly above: number } | undefined;
}

/** @param title what was read of the title. */
export function goesOn(title: string, line: Block, { hangs, isLast, width }: Place): boolean {
  const words = line.cells?.find((cell) => cell !== '') ?? line.text;
  if (line.gap === true || line.heading === true || words.length > LONGEST) return false;
  if (words.startsWith('(')) return REFERENCE.test(words) && !REFERENCE.test(title);
  if (WITHOUT_ITS_YEAR.test(title) && YEAR.test(words)) return true;
  // The address of an application, and below it what is to be built.
  if (/^[-–] [A-Z]/.test(words)) return (hangs ?? 0) > 0 && REFERENCE.exec(title)?.index === 0;
  if (UNFINISHED.test(title) || hasOpenBracket(title)) return !/^[-*•▪–] |^To /.test(words);
  if (BEGINS_SOMETHING_ELSE.test(words) || A_SENTENCE.test(words)) return false;
  if (/^[a-z]/.test(words)) return true;
  // The name of the report's file says the title once more.
  if (title.toLowerCase().includes(words.slice(0, SAID_AGAIN).toLowerCase())) return false;
  if (hangs === undefined && title.length >= LONG_CAPITALS && CAPITALS.test(title) && CAPITALS.test(words))
    return true;
  // Without a place on the page nothing tells a line of a title from a row or paragraph below it.
  if (hangs === undefined || (hangs <= 0 && title.length < LONG_CAPITALS)) return false;
  if (CAPITALS.test(title)) return CAPITALS.test(words) && (hangs > 0 || title.length >= LONG_CAPITALS);
  const [word = ''] = words.split(' ', 1);
  if (hangs > 0 && width !== undefined && width.above + 1 + word.length > width.column) return true;
  if (!isLast || title.length < LONG_LINE || /\bwards?$/i.test(words)) return false;
  // Below the number stands what belongs to the item as well; only the end of a name must be the title's.
  return hangs > 0 ? A_FEW_WORDS.test(words.replace(/ \(?pages? [^ ].*$/i, '')) : ENDS_A_NAME.test(words);
}

function hasOpenBracket(title: string): boolean {
  return title.lastIndexOf('(') > title.lastIndexOf(')');
}

/** Wider lines were not broken to fit a column. */
const WIDEST_COLUMN = 100;
const LINES_LOOKED_AT = 400;
/** So many lines must be nearly as long as the longest. */
const FEWEST_FULL = 3;

/** How many characters the column of titles holds, or undefined where no lines seem to be broken at its edge. */
export function widthOfTitles(
  blocks: readonly Block[],
  labels: readonly (Label | undefined)[],
): number | undefined {
  const lengths = blocks
    .slice(0, LINES_LOOKED_AT)
    .flatMap((block, at) => (block.indent === undefined ? [] : [lengthOf(block, labels[at])]))
    .filter((length) => length <= WIDEST_COLUMN);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  return lengths.filter((length) => length >= longest * 0.85).length >= FEWEST_FULL ? longest : undefined;
}

/** Of the words of a line without its number and without the columns beside it. */
export function lengthOf({ text, cells }: Block, label: Label | undefined): number {
  if (cells === undefined) return (label?.rest ?? text).length;
  return cells.slice(0, 2).reduce((most, cell) => Math.max(most, cell.length), 0);
}
