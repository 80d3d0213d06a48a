/** Finds the items of business: numbered rows or lines, also where numbers stand apart from their titles. */
import type { Block } from './block.js';
import { type Label, labelOf } from './labels.js';
import { restartAt } from './restarts.js';
import { continues, startOfList, startsAnew, stepBetween } from './runs.js';
import { headingSays } from './section-headings.js';
import { type Titled, titleKey, titleOf, titleOfBlock } from './title.js';
import { beginsWithYear, goesOn, lengthOf, MOST_LINES, widthOfTitles } from './title-lines.js';
import { unfolded } from './unfold.js';
import { titleColumnOf } from './columns.js';

export interface FoundItem {
  number: string | null;
  title: string;
  /** Blocks that belong to the item. */
  text: Block[];
  /** True when a heading above says that what follows is not for the public. */
  restricted: boolean;
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
  /^(?:agenda produced|agenda issued|date of issue|issued|published|dates? (?:of|for) (?:the )?next|all members of the public|contact|distribution|notes?:|meeting closed|closure|signed|this page is|duration of meeting|dated|to: ?(?:all )?(?:members|councillors))/i;

/** Columns between the number and the title, which stand on lines of their own when a table was taken apart. */
const BESIDE_THE_TITLE = /^(?:all wards?|wards?|page(?: no)?|\d{1,4} ?[-–] ?\d{1,4})$/i;

/** What may stand between the lines of a title: its pages, at the end of the first. */
const IS_PAGES = /^(?:\(?(?:pages? ?)?\d{1,4}(?: ?[-–] ?\d{1,4})?\)?)?$/i;

export function findItems(blocks: readonly Block[]): FoundItems {
  const labels = blocks.map(labelOf);
  const start = startOfList(blocks, labels);
  if (start === -1) return { items: [], start: blocks.length, end: blocks.length, warnings: [] };
  const list = new ItemList(
    titleColumnOf(blocks.slice(0, start)),
    widthOfTitles(blocks.slice(start), labels.slice(start)),
  );
  let end = blocks.length;
  for (let index = start; index < blocks.length; index += 1) {
    const block = blocks[index];
    const label = labels[index];
    if (block === undefined) break;
    const after = labels.slice(index + 1, index + 40).filter((next) => next !== undefined);
    if (label !== undefined && list.accepts(label, block, after[0])) {
      const following = after.find((next) => continues(label, next));
      for (const part of unfolded(block, label, following)) list.begin(part.label, part.block);
    } else if (label !== undefined && list.isAnew(label)) {
      const restart = restartAt(blocks, labels, index, list.lastLabel);
      if (restart === 'end') {
        end = index;
        break;
      }
      if (restart === 'section') list.begin(label, block);
      else list.addParts(label, block);
    } else if (list.hasTitle(block.text)) {
      end = index;
      break;
    } else if (
      (label !== undefined && !beginsWithYear(block)) ||
      !list.goesOnWith(block, beginsAnew(blocks[index + 1], labels[index + 1]))
    )
      list.add(block, label);
  }
  return { items: list.items, start, end, warnings: list.warnings };
}

/** True where the next block is no more of what this one is about. */
function beginsAnew(next: Block | undefined, label: Label | undefined): boolean {
  return next === undefined || label !== undefined || next.gap === true;
}

/** The list while it is being read. */
class ItemList {
  readonly items: FoundItem[] = [];
  readonly warnings: string[] = [];
  readonly #titles = new Set<string>();
  #last: Label | undefined;
  /** The last number of a list within the item that is open. */
  #inner: Label | undefined;
  #innerIndent: number | undefined;
  /** How far from the edge the numbers of the list stand. */
  #indent: number | undefined;
  /** Numbers that stand alone and wait for the titles below them. */
  #waiting: Label[] = [];
  #open: FoundItem | undefined;
  /** How many lines the title that is open may still have below it. */
  #linesLeft = 0;
  #lengthAbove = 0;
  #restricted = false;
  /** True once numbers stand with a mark: then one alone without it is a page's. */
  #marked = false;

  constructor(
    private readonly titleColumn: number | undefined,
    private readonly titleWidth: number | undefined,
  ) {}

  get lastLabel(): Label | undefined {
    return this.#last;
  }

  /** @param after the number after it, which may tell whether it is one of the list or of a list within the item. */
  accepts(next: Label, block: Block, after: Label | undefined): boolean {
    if (this.#last === undefined) return true;
    if (!continues(this.#last, next)) return false;
    if (this.#marked && !next.marked && next.rest === '') return false;
    if (this.#inner === undefined || !continues(this.#inner, next)) return true;
    // "4." after "3." within an item 3: the place on the page tells, and else what follows.
    const { indent } = block;
    if (
      indent !== undefined &&
      this.#indent !== undefined &&
      this.#innerIndent !== undefined &&
      this.#indent !== this.#innerIndent
    ) {
      return Math.abs(indent - this.#indent) < Math.abs(indent - this.#innerIndent);
    }
    return after?.style === next.style && after.path.length === 1 && after.path[0] === 1;
  }

  isAnew(next: Label): boolean {
    return this.#last !== undefined && startsAnew(this.#last, next);
  }

  /** A line that repeats the title of an item is the head of its report: the list is over. */
  hasTitle(text: string): boolean {
    return this.#waiting.length === 0 && text.length < 500 && this.#titles.has(titleKey(text));
  }

  /** Adds the line to the title above it, where it is more of that title. */
  goesOnWith(block: Block, isLast: boolean): boolean {
    if (this.#linesLeft === 0 || this.#open === undefined || this.#waiting.length > 0) return false;
    const hangs =
      block.indent === undefined || this.#indent === undefined ? undefined : block.indent - this.#indent;
    const width =
      this.titleWidth === undefined ? undefined : { column: this.titleWidth, above: this.#lengthAbove };
    if (headingSays(block) !== undefined || !goesOn(this.#open.title, block, { hangs, isLast, width })) {
      this.#linesLeft = 0;
      return false;
    }
    const [words = block.text, ...beside] = block.cells?.filter((cell) => cell !== '') ?? [];
    const whole = titleOf(`${this.#open.title} ${words}`);
    const others = [whole.remainder, ...beside].filter((other) => other !== '').map((text) => ({ text }));
    this.#open.title = whole.title;
    this.#open.text.push(...others);
    this.#remember(whole);
    this.#lengthAbove = lengthOf(block, undefined);
    this.#linesLeft -= 1;
    return true;
  }

  begin(label: Label, block: Block): void {
    if (
      this.#last !== undefined &&
      label.path.length === this.#last.path.length &&
      stepBetween(this.#last, label) === 2
    ) {
      this.warnings.push(
        `The numbers go from ${this.#last.number} to ${label.number}. Check whether the agenda has an item between them, and add it.`,
      );
    }
    this.#last = label;
    this.#inner = undefined;
    this.#indent = block.indent ?? this.#indent;
    this.#marked ||= label.marked;
    if (label.rest === '') {
      this.#waiting.push(label);
      this.#open = undefined;
      return;
    }
    this.#waiting = [];
    this.#entitle(label, block);
  }

  /** A numbered line of a list within the item that is open. */
  addParts(label: Label, block: Block): void {
    this.#inner = label;
    this.#innerIndent = block.indent;
    this.#open?.text.push(block);
  }

  add(block: Block, label: Label | undefined): void {
    if (label !== undefined && this.#inner !== undefined && continues(this.#inner, label))
      this.#inner = label;
    const says = headingSays(block);
    if (says !== undefined && this.#waiting.length === 0) {
      this.#restricted = says.restricted ?? this.#restricted;
      this.#open = undefined;
      return;
    }
    if (this.#waiting.length > 0 && BESIDE_THE_TITLE.test(block.text)) return;
    const waiting = this.#waiting.shift();
    if (waiting !== undefined)
      this.#entitle(
        { ...waiting, rest: block.text },
        { text: block.text, ...(block.lead === undefined ? {} : { lead: block.lead }) },
      );
    else if (AFTER_THE_LIST.test(block.text)) this.#open = undefined;
    else this.#open?.text.push(block);
  }

  #entitle(label: Label, block: Block): void {
    const titled = titleOfBlock(block, label, this.titleColumn);
    const text = titled.remainder === '' ? [] : [{ text: titled.remainder }];
    this.#open = { number: label.number, title: titled.title, text, restricted: this.#restricted };
    this.items.push(this.#open);
    this.#linesLeft = MOST_LINES;
    this.#lengthAbove = lengthOf(block, label);
    this.#remember(titled);
    // What stands beside the title in a row is no more of it; words after its end are.
    if (block.cells === undefined && !IS_PAGES.test(titled.remainder)) this.#linesLeft = 0;
  }

  #remember({ title }: Titled): void {
    if (titleKey(title).length >= 10) this.#titles.add(titleKey(title));
  }
}
