/** Several items on one line: "7. Reports 7.1 Chairman's Report", "11. Correspondence … 12. To receive reports". */
import type { Block } from './block.js';
import { type Label, labelAt } from './labels.js';

export interface Part {
  readonly label: Label;
  readonly block: Block;
}

/**
 * Cuts a numbered block before each number that goes on with its own: the first part of the item, and the next item
 * where no later line has that number.
 * @param following the number that the list goes on with on another line, where there is one.
 */
export function unfolded(block: Block, label: Label, following: Label | undefined): Part[] {
  const [top] = label.path;
  if (block.cells !== undefined || top === undefined || label.style !== 'decimal') return [{ label, block }];
  const wanted = label.path.length === 1 ? [`${top}.1`, `${top + 1}.`] : [`${top + 1}.`];
  if (following?.path.length === 1 && following.path[0] === top + 1) wanted.pop();
  for (const number of wanted) {
    const at = placeOf(number, block.text);
    const next = at === -1 ? undefined : labelAt(block.text.slice(at));
    if (next === undefined || next.rest === '') continue;
    const head = block.text.slice(0, at).trim();
    const first = {
      label: { ...label, rest: label.rest.slice(0, label.rest.length - (block.text.length - head.length)) },
      block: { ...block, text: head },
    };
    return [first, ...unfolded({ text: block.text.slice(at) }, next, following)];
  }
  return [{ label, block }];
}

/** A number at the end of a sentence or of a short heading; one in the middle of a sentence is a cross-reference. */
function placeOf(number: string, text: string): number {
  const found = new RegExp(`(?<=(?:[.!?)]|^.{2,60}) )${number.replaceAll('.', '\\.')}\\.? (?=[A-Z])`).exec(
    text,
  );
  if (
    found === null ||
    /\b(?:item|minute|paragraph|section|no\.?|page|and|to)$/i.test(text.slice(0, found.index).trim())
  )
    return -1;
  return found.index;
}
