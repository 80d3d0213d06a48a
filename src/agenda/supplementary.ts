/** A supplementary agenda holds only what is added, so its numbers need not follow each other. */
import type { Block } from './block.js';
import type { FoundItem, FoundItems } from './items.js';
import { labelOf } from './labels.js';
import { titleOfBlock } from './title.js';

const SAYS_SO =
  /\b(?:supplement(?:ary)?|addendum|late (?:items?|reports?|papers?)|additional (?:items?|reports?|papers?)|to follow)\b/i;
/** It says so at its head. */
const HEAD = 15;

/** Every marked number that is larger than the one before; undefined where the document is no supplement. */
export function findScattered(blocks: readonly Block[]): FoundItems | undefined {
  if (!blocks.slice(0, HEAD).some(({ text }) => SAYS_SO.test(text))) return undefined;
  const items: FoundItem[] = [];
  let start = blocks.length;
  let last = 0;
  for (const [at, block] of blocks.entries()) {
    const label = labelOf(block);
    const top = label?.path[0] ?? 0;
    if (label === undefined || !label.marked || label.rest === '' || label.path.length > 2 || top < last) {
      items.at(-1)?.text.push(block);
      continue;
    }
    if (items.length === 0) start = at;
    last = top;
    const { title, remainder } = titleOfBlock(block, label);
    items.push({
      number: label.number,
      title,
      text: remainder === '' ? [] : [{ text: remainder }],
      restricted: false,
    });
  }
  return items.length === 0 ? undefined : { items, start, end: blocks.length, warnings: [] };
}
