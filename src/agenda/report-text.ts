/** Gives each report that follows the list to its item: a report begins with the item's title or its number. */
import type { Block } from './block.js';
import type { FoundItem } from './items.js';
import { titleKey } from './title.js';

/** A title may be broken over so many lines at the head of its report. */
const TITLE_LINES = 3;
const AGENDA_ITEM = /^agenda item(?: no\.?)?:? (\d{1,4}[a-z]?)$/i;
const NOT_TEXT = /^(?:page \d+|this page is intentionally left blank\.?)$/i;

/** Adds to each item the blocks of its report. Blocks before the first report belong to nobody. */
export function addReportText(items: FoundItem[], blocks: Block[]): void {
  const byTitle = new Map<string, FoundItem>();
  for (const item of items) {
    const key = titleKey(item.title);
    // Short titles ("Minutes") also head chapters of reports.
    if (key.length >= 10) byTitle.set(key, item);
  }
  const byNumber = new Map(items.map((item) => [item.number, item]));
  let open: FoundItem | undefined;
  for (const [index, block] of blocks.entries()) {
    const number = AGENDA_ITEM.exec(block.text)?.[1];
    open = (number === undefined ? headOf(byTitle, blocks, index) : byNumber.get(number)) ?? open;
    if (!NOT_TEXT.test(block.text)) open?.text.push(block);
  }
}

function headOf(byTitle: Map<string, FoundItem>, blocks: Block[], index: number): FoundItem | undefined {
  let words = '';
  for (const block of blocks.slice(index, index + TITLE_LINES)) {
    words += ` ${block.text}`;
    if (words.length > 500) return undefined;
    const item = byTitle.get(titleKey(words));
    if (item !== undefined) return item;
  }
  return undefined;
}
