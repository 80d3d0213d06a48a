/**
 * The parts of an item that are business of their own: planning applications with a reference each, and lists with
 * letters, roman numerals or numbers that begin anew. A member may have an interest in one of them and not in the rest.
 */
import { wordsOfRow } from './columns.js';
import type { FoundItem } from './items.js';
import { asLetter, type Label, labelOf } from './labels.js';
import { REFERENCE } from './references.js';
import { titleOf } from './title.js';

const BEGINS_WITH_REFERENCE = new RegExp(
  `^(?:[-*•▪–] )?(?:(?:planning )?(?:application|appeal|decision|ref(?:erence)?|application (?:no|number|ref(?:erence)?))[.:]? ?[-–:]? ?)?(?:no\\.? ?)?(?:${REFERENCE.source})`,
  'i',
);
/** Lists of money and of letters are told of, and nobody decides on each. */
const NO_BUSINESS =
  /\b(?:accounts?|payments?|cheques?|correspondence|invoices|expenditure|receipts|dates?)\b/i;
const LONGEST_TITLE = 260;
const MOST_PARTS = 40;

/** The item and, after it, its parts. Minutes have parts only where a reference says which application is meant. */
export function withParts(item: FoundItem, isMinutes: boolean): FoundItem[] {
  const listed = isMinutes ? [] : listedParts(item);
  if (listed.length >= 2) return [trimmed(item, listed), ...listed.map(({ part }) => part)];
  const referred = referredParts(item, isMinutes);
  return referred.length === 0 ? [item] : [trimmed(item, referred), ...referred.map(({ part }) => part)];
}

interface Found {
  readonly part: FoundItem;
  readonly at: number;
}

/** The item keeps what stands before its first part. */
function trimmed(item: FoundItem, parts: readonly Found[]): FoundItem {
  return { ...item, text: item.text.slice(0, parts[0]?.at) };
}

function partOf(item: FoundItem, number: string | null, words: string, lead?: string): FoundItem {
  const { title, remainder } = titleOf(words, lead);
  return { number, title, text: remainder === '' ? [] : [{ text: remainder }], restricted: item.restricted };
}

/** In an agenda a line with a reference is all title: where it is and what is to be built. */
function wholePart(item: FoundItem, number: string | null, words: string): FoundItem {
  if (words.length > LONGEST_TITLE) return partOf(item, number, words);
  return {
    number,
    title: words.replace(/^[-*•▪–] /, '').replace(/[ ;,.]+$/, ''),
    text: [],
    restricted: item.restricted,
  };
}

/** (a), (b), (c); i), ii); or 1., 2. again. All of them must look like titles, or they are paragraphs. */
function listedParts(item: FoundItem): Found[] {
  if (NO_BUSINESS.test(item.title) && !/\bplanning\b/i.test(item.title)) return [];
  const parts: Found[] = [];
  let last: Label | undefined;
  for (const [at, block] of item.text.entries()) {
    const label = labelOf(block);
    const next = label === undefined ? undefined : following(last, label);
    if (next === undefined) {
      parts.at(-1)?.part.text.push(block);
      continue;
    }
    if (next.rest === '' || next.rest.length > LONGEST_TITLE * 2 || parts.length >= MOST_PARTS) return [];
    last = next;
    const words =
      block.cells === undefined ? next.rest : wordsOfRow(block.cells, undefined).title || next.rest;
    parts.push({ part: partOf(item, numberWithin(item.number, next), words), at });
  }
  return parts.every(({ part }) => isTitle(part)) ? parts : [];
}

function following(last: Label | undefined, label: Label): Label | undefined {
  for (const next of [label, asLetter(label)]) {
    const [place] = next.path;
    if (
      last === undefined
        ? place === 1 && next.marked && next.path.length === 1
        : next.style === last.style && place === (last.path[0] ?? 0) + 1
    ) {
      return next;
    }
  }
  return undefined;
}

/** 7 and (a) are 7(a); 7 and 1 are 7.1; what prints its item already is as printed. */
function numberWithin(number: string | null, label: Label): string {
  if (number === null || (label.path.length > 1 && label.number.startsWith(number))) return label.number;
  return label.style === 'decimal' ? `${number}.${label.number}` : `${number}(${label.number})`;
}

function isTitle({ title, text }: FoundItem): boolean {
  const own = text[0]?.text ?? '';
  return (
    title.length >= 3 &&
    title.length <= LONGEST_TITLE &&
    !/\b(?:agreed|reported|resolved|noted|proposed by|seconded)\b/i.test(`${title} ${own.slice(0, 200)}`) &&
    !/£\d/.test(title)
  );
}

/** Lines that begin with the reference of an application. */
function referredParts(item: FoundItem, isMinutes: boolean): Found[] {
  const parts: Found[] = [];
  let isOpen = false;
  let above: { readonly number: string; readonly at: number } | undefined;
  for (const [at, block] of item.text.entries()) {
    const label = labelOf(block);
    // "Item: 4.1" on a line of its own numbers the application below it.
    if (label?.rest === '' && label.path.length > 1) {
      above = { number: numberWithin(item.number, label), at };
      continue;
    }
    const isLabelled = label !== undefined && BEGINS_WITH_REFERENCE.test(label.rest);
    const text = isLabelled ? label.rest : block.text;
    const number = isLabelled ? numberWithin(item.number, label) : (above?.number ?? null);
    const place = above?.at ?? at;
    const cells = block.cells?.filter((cell) => cell !== '') ?? [];
    if (BEGINS_WITH_REFERENCE.test(text) && /\p{L}{3}/u.test(text.replace(BEGINS_WITH_REFERENCE, ''))) {
      const words = cells.length > 1 ? cells.filter((cell) => !/^\d{1,3}$/.test(cell)).join(' - ') : text;
      parts.push({
        part: isMinutes ? partOf(item, number, words) : wholePart(item, number, words),
        at: place,
      });
      isOpen = text.length < 120;
      above = undefined;
    } else if (BEGINS_WITH_REFERENCE.test(text) && text.length < 40) {
      parts.push({ part: partOf(item, number, text), at: place });
      isOpen = true;
      above = undefined;
    } else if (isOpen && !isMinutes && parts.length > 0 && isAddress(text)) {
      const last = parts.at(-1);
      if (last !== undefined && last.part.title.length < 200) last.part.title += ` ${text}`;
    } else {
      parts.at(-1)?.part.text.push(block);
      isOpen = false;
    }
  }
  return parts.length > MOST_PARTS ? [] : parts;
}

/** What goes on after a reference: where it is and what is to be built, and no sentence about it. */
function isAddress(text: string): boolean {
  return (
    text.length < 160 &&
    !/\b(?:agreed|resolved|support|object|no comment|recommendation|councillor|cllr|deadline|see|reported)\b/i.test(
      text,
    ) &&
    !/\. [A-Z]/.test(text)
  );
}
