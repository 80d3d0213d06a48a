import { Parser } from 'htmlparser2';
import type { TextBlock } from '../document.js';
import { labelAt, ListStack } from './lists.js';

/** Elements whose words are not what the page says. */
const SILENT = new Set(
  'script style noscript template nav button select option svg math iframe object video audio canvas dialog title'.split(
    ' ',
  ),
);
/** Elements that have no end of their own. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements that stand within a line. All others begin and end one. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark o:p q s samp small span strong strike sub sup time tt u var wbr st1:place'.split(
    ' ',
  ),
);
const BOLD = new Set(['b', 'strong']);
/** A page nested deeper than this is damaged or hostile; its words are still read, without their places. */
const DEEPEST = 1_000;

/**
 * A web page as blocks: paragraphs, headings, list entries with their numbers, rows with their cells.
 * @param tabsPartCells a page's source is full of tabs that mean nothing; those of a Word document part columns.
 */
export function blocksOfHtml(html: string, { tabsPartCells = false } = {}): TextBlock[] {
  const page = new Page(tabsPartCells);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        page.open(name, attributes);
      },
      ontext: (text) => {
        page.say(text);
      },
      onclosetag: (name) => {
        page.close(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return page.finish();
}

/** One page while it is being read. */
class Page {
  readonly #blocks: TextBlock[] = [];
  readonly #lists = new ListStack();
  #words = '';
  /** How much of the words was bold from their start on; undefined once other words came. */
  #bold = '';
  #boldDepth = 0;
  #isLead = true;
  #silentDepth = 0;
  #depth = 0;
  #heading = false;
  #gap = false;
  #blocksAtOpening = -1;
  /** The cells of the row that is open. */
  #cells: string[] | undefined;
  #rowLead = '';

  constructor(private readonly tabsPartCells: boolean) {}

  open(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    if (this.#silentDepth > 0 || this.#isSilent(name, attributes)) {
      if (!VOID.has(name)) this.#silentDepth += 1;
      return;
    }
    if (name === 'br' || name === 'hr') this.#endOfLine();
    if (BOLD.has(name)) this.#boldDepth += 1;
    if (INLINE.has(name) || this.#depth > DEEPEST) return;
    this.#openBlock(name, attributes);
  }

  #openBlock(name: string, attributes: Record<string, string>): void {
    if (this.#cells === undefined || name === 'tr') this.#flush();
    else this.#words += ' ';
    if (HEADINGS.has(name)) {
      this.#heading = true;
      this.#boldDepth += 1;
    }
    if (name === 'ol' || name === 'ul') this.#lists.open(name, attributes);
    if (name === 'li') this.#lists.entry(attributes);
    if (name === 'tr') this.#cells = [];
    if (name === 'p') this.#blocksAtOpening = this.#blocks.length;
  }

  close(name: string): void {
    this.#depth -= 1;
    if (this.#silentDepth > 0) {
      if (!VOID.has(name)) this.#silentDepth -= 1;
      return;
    }
    if (BOLD.has(name) || HEADINGS.has(name)) this.#boldDepth = Math.max(0, this.#boldDepth - 1);
    if (INLINE.has(name) || VOID.has(name)) return;
    if (name === 'td' || name === 'th') this.#endOfCell();
    else if (name === 'tr') this.#endOfRow();
    else if (this.#cells === undefined) {
      this.#flush();
      // An empty paragraph parts what stands above it from what stands below.
      this.#gap = name === 'p' && this.#blocks.length === this.#blocksAtOpening;
    } else this.#words += ' ';
    if (name === 'ol' || name === 'ul') this.#lists.close();
    if (HEADINGS.has(name)) this.#heading = false;
  }

  say(text: string): void {
    if (this.#silentDepth > 0) return;
    if (this.#boldDepth > 0 && this.#isLead) this.#bold += text;
    else if (text.trim() !== '')
      this.#isLead =
        this.#isLead &&
        this.#bold.trim() === '' &&
        labelAt(this.#words + text) === (this.#words + text).trim();
    this.#words += text;
  }

  finish(): TextBlock[] {
    if (this.#cells !== undefined) this.#endOfRow();
    this.#flush();
    return this.#blocks;
  }

  #isSilent(name: string, attributes: Record<string, string>): boolean {
    return (
      SILENT.has(name) ||
      attributes.hidden !== undefined ||
      attributes['aria-hidden'] === 'true' ||
      /display:\s*none/i.test(attributes.style ?? '')
    );
  }

  #endOfLine(): void {
    if (this.#cells === undefined) this.#flush();
    else this.#words += '\n';
  }

  #endOfCell(): void {
    if (this.#cells === undefined) {
      this.#flush();
      return;
    }
    const { words, lead } = this.#taken();
    // The words in bold at the start of a row's longest cell are its heading.
    if (lead !== undefined && lead !== '' && labelAt(lead) !== lead) this.#rowLead ||= lead;
    this.#cells.push(words);
  }

  #endOfRow(): void {
    if (this.#words.trim() !== '') this.#endOfCell();
    const cells = this.#cells ?? [];
    this.#cells = undefined;
    const lead = this.#rowLead;
    this.#rowLead = '';
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length === 0) return;
    const label = this.#lists.takeLabel(filled[0] ?? '');
    if (label !== '') cells.unshift(label);
    this.#blocks.push({
      text: cells.filter((cell) => cell !== '').join(' '),
      ...(cells.length > 1 ? { cells } : {}),
      ...(lead === '' ? {} : { lead }),
    });
  }

  #flush(): void {
    const heading = this.#heading;
    const cells = this.tabsPartCells ? cellsOf(this.#words) : [];
    const spaced = this.tabsPartCells ? spacedOut(this.#words) : undefined;
    const { words, lead } = this.#taken();
    if (words === '') return;
    const gap = this.#gap ? { gap: true } : {};
    this.#gap = false;
    const label = this.#lists.takeLabel(words);
    const text = label === '' ? (spaced ?? words) : `${label} ${spaced ?? words}`;
    const whole = lead === undefined || label === '' ? lead : `${label} ${lead}`;
    if (cells.length > 1) {
      if (label !== '') cells.unshift(label);
      this.#blocks.push({ text, cells, ...gap });
      return;
    }
    this.#blocks.push({
      text,
      ...(whole === undefined || whole === '' ? {} : { lead: whole }),
      ...(heading ? { heading } : {}),
      ...gap,
    });
  }

  #taken(): { words: string; lead: string | undefined } {
    const words = collapsed(this.#words);
    const bold = collapsed(this.#bold);
    const at = bold === '' ? -1 : words.indexOf(bold);
    const lead = at === -1 || at > 12 ? undefined : words.slice(0, at + bold.length);
    this.#words = '';
    this.#bold = '';
    this.#isLead = true;
    return { words, lead };
  }
}

/** "5." and its title, parted by a tab, are one line; with a third column they are a row. */
function cellsOf(words: string): string[] {
  const cells = words
    .replace(/^\s+|[ \n]+$/g, '')
    .split('\t')
    .map(collapsed);
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 2 && labelAt(filled[0] ?? '') === filled[0] ? [] : filled.length > 1 ? cells : [];
}

/** Columns that are made with blanks keep three of them. */
function spacedOut(words: string): string | undefined {
  return /\S[ \u00A0]{3,}\S/.test(words)
    ? words
        .split(/[ \u00A0]{3,}/)
        .map(collapsed)
        .filter((part) => part !== '')
        .join('   ')
    : undefined;
}

function collapsed(text: string): string {
  return text.replace(/[\s\u00AD\u200B]+/g, ' ').trim();
}
