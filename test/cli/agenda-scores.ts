/** How well a reading agrees with what a careful person reads of the same agenda. */
import type { AgendaReading } from '../../src/agenda/index.js';

export interface ExpectedItem {
  readonly number: string | null;
  readonly title: string;
}

/** One line of an `expected.jsonl`. */
export interface ExpectedReading {
  readonly file: string;
  readonly layout: string;
  readonly expected: {
    readonly body: string | null;
    readonly title: string | null;
    readonly date: string | null;
    readonly time: string | null;
    readonly venue: string | null;
    readonly items: readonly ExpectedItem[];
  };
  readonly alternatives?: readonly Alternative[];
  /** A second list of items that is right as well. */
  readonly alt_items?: readonly ExpectedItem[];
  /** Indices of items that may be left out. */
  readonly sub_items?: readonly number[];
  /** Titles that are no items of business, and are nobody's mistake when they are read as some. */
  readonly tolerated_extra?: readonly string[];
}

/** Other words that are also right for an item, or for the head of the document where `item` is null. */
interface Alternative {
  readonly item: number | null;
  readonly field: string;
  readonly values?: readonly (string | null)[];
  readonly startswith?: string;
  readonly contains?: readonly string[];
}

export interface Score {
  /** Items that had to be found, and those that were, with the right number and title. */
  readonly expected: number;
  readonly found: number;
  /** Items that were read, and those of them that nobody expects. */
  readonly read: number;
  readonly invented: number;
  /** Which of date, time, body and venue are printed, and which of them are wrong. */
  readonly wrongHead: readonly string[];
  /** A line for each fault, for the person who mends the reader. */
  readonly faults: readonly string[];
}

/** Letters and digits in lower case: how a title was set is not what it says. */
export const fold = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The better score of the two lists, where there are two. */
export function scoreOf(line: ExpectedReading, reading: AgendaReading): Score {
  const first = scoreOfList(line, line.expected.items, reading);
  if (line.alt_items === undefined) return first;
  const second = scoreOfList({ ...line, sub_items: [], alternatives: [] }, line.alt_items, reading);
  const share = ({ expected, found, invented }: Score) => (found - invented) / Math.max(1, expected);
  return share(second) > share(first) ? second : first;
}

function scoreOfList(line: ExpectedReading, items: readonly ExpectedItem[], reading: AgendaReading): Score {
  const faults: string[] = [];
  const free = new Set(reading.items);
  let expected = 0;
  let found = 0;
  for (const [index, item] of items.entries()) {
    const mayBeLeftOut = line.sub_items?.includes(index) === true;
    const candidates = [...free].filter((read) => isTitleOf(line, index, item, read.title));
    const match =
      candidates.find((read) => read.number === item.number) ?? (mayBeLeftOut ? candidates[0] : undefined);
    if (match !== undefined) free.delete(match);
    if (mayBeLeftOut) continue;
    expected += 1;
    if (match === undefined) {
      const same = reading.items.find((read) => read.number === item.number);
      // Its title is wrong, which is one fault and not two.
      if (same !== undefined) free.delete(same);
      faults.push(`missed ${item.number ?? '-'} ${item.title} | read: ${same?.title ?? 'nothing'}`);
    } else found += 1;
  }
  const invented = [...free].filter((read) => !isTolerated(line, read.title));
  faults.push(...invented.map((read) => `invented ${read.number ?? '-'} ${read.title}`));
  const wrongHead = wrongInHead(line, reading);
  return {
    expected,
    found,
    read: reading.items.length,
    invented: invented.length,
    wrongHead,
    faults: [...faults, ...wrongHead],
  };
}

/** The same words, capitals and marks aside, as the expected title or as one of those that are also right. */
function isTitleOf(line: ExpectedReading, index: number, item: ExpectedItem, read: string): boolean {
  const words = fold(read);
  const others = (line.alternatives ?? []).filter((other) => other.item === index && other.field === 'title');
  const exact = [item.title, ...others.flatMap(({ values }) => values ?? [])].filter(
    (value) => value !== null,
  );
  if (exact.some((title) => words === fold(title))) return true;
  if (others.some(({ startswith }) => startswith !== undefined && words.startsWith(fold(startswith))))
    return true;
  return others.some(({ contains }) => contains?.every((part) => words.includes(fold(part))) === true);
}

function isTolerated(line: ExpectedReading, read: string): boolean {
  return (line.tolerated_extra ?? []).some(
    (extra) => fold(read).startsWith(fold(extra)) || fold(extra).startsWith(fold(read)),
  );
}

function wrongInHead({ expected, alternatives = [] }: ExpectedReading, reading: AgendaReading): string[] {
  const wrong: string[] = [];
  for (const field of ['date', 'time', 'body', 'venue'] as const) {
    const wanted = expected[field];
    if (wanted === null) continue;
    const others = alternatives.filter((other) => other.item === null && other.field === field);
    const right = [wanted, ...others.flatMap(({ values }) => values ?? [])].map((value) => fold(value ?? ''));
    if (!right.includes(fold(reading[field] ?? '')))
      wrong.push(`${field}: ${wanted} | read: ${reading[field] ?? 'nothing'}`);
  }
  return wrong;
}
