/** What a number 1 means after the list has come further: a list within an item, a new section, or a report. */
import type { Block } from './block.js';
import { continues } from './runs.js';
import { headingSays } from './section-headings.js';
import type { Label } from './labels.js';

export type Restart = 'within' | 'section' | 'end';

/** How far is looked ahead for the number with which the outer list goes on. */
const BLOCKS_AHEAD = 120;
const CHARACTERS_AHEAD = 12_000;
/** The parts of an item are few; a report has more paragraphs. */
const MOST_PARTS = 20;
const BLOCKS_OF_A_NOTICE = 10;
/** The title of an item of business is no longer, and is no whole sentence. */
const LONGEST_TITLE = 220;

export function restartAt(
  blocks: readonly Block[],
  labels: readonly (Label | undefined)[],
  at: number,
  outer: Label | undefined,
): Restart {
  const first = labels[at];
  if (first === undefined || outer === undefined) return 'end';
  let inner = first;
  let characters = 0;
  let parts = 1;
  const places = [at];
  for (let index = at + 1; index < Math.min(blocks.length, at + BLOCKS_AHEAD); index += 1) {
    characters += blocks[index]?.text.length ?? 0;
    if (characters > CHARACTERS_AHEAD || parts > MOST_PARTS) break;
    const next = labels[index];
    if (next === undefined) continue;
    if (continues(inner, next)) {
      inner = next;
      parts += 1;
      places.push(index);
    } else if (next.style === inner.style && next.path.length === 1 && next.path[0] === 1) inner = next;
    else if (continues(outer, next)) return 'within';
  }
  return beginsSection(blocks, labels, at) &&
    places.every((place) => isTitle(labels[place]?.rest ?? '')) &&
    parts > 1
    ? 'section'
    : 'end';
}

/** A heading such as "Part B" stands directly above, or above a notice of few lines. */
function beginsSection(
  blocks: readonly Block[],
  labels: readonly (Label | undefined)[],
  at: number,
): boolean {
  for (let above = 1; above <= BLOCKS_OF_A_NOTICE && labels[at - above] === undefined; above += 1) {
    const block = blocks[at - above];
    const says = block === undefined ? undefined : headingSays(block);
    // Between "Part B" and its first number may stand why the public is excluded.
    if (says !== undefined && (above <= 2 || says.restricted !== undefined)) return true;
  }
  return false;
}

function isTitle(words: string): boolean {
  return words.length <= LONGEST_TITLE && !/\. [A-Z]/.test(words);
}
