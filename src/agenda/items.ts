/** Finds the items of business: numbered rows or lines, also where numbers stand apart from their titles. */
import type { Block } from './blocks.js';
import {
  continues,
  type Numbered,
  numberedLine,
  numberedStart,
  startOfList,
  startsAnew,
} from './numbering.js';
import type { ReadItem } from './reading.js';
import { titleKey, titleOf } from './title.js';

export interface FoundItem {
  number: string;
  title: string;
  /** Lines that belong to the item. */
  text: string[];
}

export interface FoundItems {
  items: FoundItem[];
  /** Blocks before this index are the front of the document. */
  start: number;
  /** Blocks from this index on are what follows the list. */
  end: number;
  warnings: string[];
}

/** What stands after a list of items and belongs to none of them. */
const AFTER_THE_LIST =
  /^(?:agenda produced|agenda issued|date of issue|issued|published|dates? (?:of|for) (?:the )?next|all members of the public|contact|distribution|notes?:|meeting closed|closure|signed|this page is)/i;

export function findItems(blocks: Block[]): FoundItems {
  const numbers = blocks.map(numberedStart);
  const start = startOfList(numbers);
  if (start === -1) return { items: [], start: blocks.length, end: blocks.length, warnings: [] };
  const list = new ItemList();
  let end = blocks.length;
  for (let index = start; index < blocks.length; index += 1) {
    const block = blocks[index];
    const numbered = numbers[index];
    if (block === undefined) break;
    if (numbered !== undefined && list.accepts(numbered)) list.begin(numbered, block);
    else if ((numbered !== undefined && list.isOverAt(numbered)) || list.hasTitle(block.text)) {
      end = index;
      break;
    } else list.add(block);
  }
  return { items: list.items, start, end, warnings: list.warnings };
}

/** The list while it is being read. */
class ItemList {
  readonly items: FoundItem[] = [];
  readonly warnings: string[] = [];
  private readonly titles = new Set<string>();
  private last: Numbered | undefined;
  /** Numbers that stand alone and wait for the titles below them. */
  private waiting: string[] = [];
  private open: FoundItem | undefined;

  accepts(next: Numbered): boolean {
    return this.last === undefined || continues(this.last, next);
  }

  isOverAt(next: Numbered): boolean {
    return this.last !== undefined && startsAnew(this.last, next);
  }

  /** A line that repeats the title of an item is the head of its report: the list is over. */
  hasTitle(text: string): boolean {
    return this.waiting.length === 0 && text.length < 500 && this.titles.has(titleKey(text));
  }

  begin(numbered: Numbered, block: Block): void {
    if (this.last !== undefined && numbered.sub === 0 && numbered.top > this.last.top + 1) {
      this.warnings.push(
        `The numbers go from ${this.last.number} to ${numbered.number}. Check whether the agenda has an item between them, and add it.`,
      );
    }
    this.last = numbered;
    if (numbered.rest === '') {
      this.waiting.push(numbered.number);
      this.open = undefined;
      return;
    }
    this.waiting = [];
    const lead = block.lead === undefined ? undefined : numberedLine(block.lead)?.rest;
    this.entitle(numbered.number, numbered.rest, lead);
  }

  add(block: Block): void {
    const number = this.waiting.shift();
    if (number !== undefined) this.entitle(number, block.text, block.lead);
    else if (AFTER_THE_LIST.test(block.text)) this.open = undefined;
    else this.open?.text.push(block.text);
  }

  private entitle(number: string, words: string, lead?: string): void {
    const { title, remainder } = titleOf(words, lead);
    this.open = { number, title, text: remainder === '' ? [] : [remainder] };
    this.items.push(this.open);
    if (titleKey(title).length >= 10) this.titles.add(titleKey(title));
  }
}

const RESTRICTED =
  /\b(?:exempt|not for publication|confidential item|part (?:ii|2) item|press and public excluded)\b/i;

/** The item as it is handed out. */
export function readItem(found: FoundItem): ReadItem {
  const text = found.text.join('\n').trim();
  return {
    number: found.number,
    title: found.title,
    ...(text === '' ? {} : { text }),
    ...(RESTRICTED.test(found.title) ? { restricted: true } : {}),
  };
}
