/** A paragraph or a row while lines may still be added to it. */
import type { TextBlock } from '../document.js';
import { labelAt } from '../html/lists.js';
import type { Fragment, Line } from './lines.js';
import { textOf } from './margins.js';

export interface OpenBlock {
  readonly fragments: Fragment[];
  readonly indent: number;
  readonly gap: boolean;
  /** True while every line so far was in one face that is not the usual one. */
  readonly isHeading: boolean;
  /** True when lines were added below its cells. */
  isTable: boolean;
  lead: string;
  last: Line;
  lines: number;
}

export function begunAt(line: Line, gap: boolean, usualFace: string): OpenBlock {
  const fragments = withLabelJoined(line.fragments.map((fragment) => ({ ...fragment })));
  const lead = leadOf(line, usualFace);
  const isHeading = lead !== '' && lead === textOf(line);
  return { fragments, indent: line.x, gap, isTable: false, last: line, lead, isHeading, lines: 1 };
}

/** The words in a heading's face at the start of a line, after its number; '' where the line has the usual face. */
function leadOf(line: Line, usualFace: string): string {
  const [first, second] = line.fragments;
  if (first === undefined) return '';
  const isLabel = labelAt(first.text) === first.text.trim();
  const words = isLabel ? second : first;
  if (words === undefined || words.face === usualFace) return '';
  const said = words.text.slice(0, words.faceLength);
  return collapsed(isLabel ? `${first.text} ${said}` : said);
}

/** "5." apart from its title is one line; what stands in three places is a row. */
function withLabelJoined(fragments: Fragment[]): Fragment[] {
  const [first, second] = fragments;
  if (fragments.length !== 2 || first === undefined || second === undefined) return fragments;
  if (labelAt(first.text) !== first.text.trim()) return fragments;
  return [{ ...first, text: `${first.text} ${second.text}`, end: second.end }];
}

export function blockOf({ fragments, lead, indent, gap, isTable }: OpenBlock): TextBlock {
  const cells = fragments.map(({ text }) => text.split(/ {3,}/).map(collapsed).join('   '));
  // Columns of one line are told by their gaps, as in a text; those of several lines are cells.
  const text = cells.join(isTable ? ' ' : '   ');
  const words = collapsed(lead);
  return {
    text,
    indent,
    ...(gap ? { gap } : {}),
    ...(isTable ? { cells } : {}),
    ...(words === '' ? {} : { lead: words }),
  };
}

export function collapsed(text: string): string {
  return text.replace(/[\s\u00AD]+/g, ' ').trim();
}
