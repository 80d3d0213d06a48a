/** Lines longer than this are looked through for items that run on from page to page. */
export const FLAT_LINE = 600;

/**
 * A whole agenda on one line, or on one line a page ("… AGENDA 1. Apologies 2. Minutes …"), is cut before each
 * number that continues the count from 1, and nowhere else, because reports are full of other numbers.
 */
export function unfoldedLine(line: string, count: { last: number }): string[] {
  const others = count.last === 0 ? [unmarkedCuts(line), minuteCuts(line)] : [];
  const found = others.find((cuts) => cuts.length > 0);
  if (found !== undefined) return partsOf(line, found);
  const cuts: number[] = [];
  const before = count.last;
  for (const match of line.matchAll(/(?<=^|\s)(\d{1,2})([A-Z]?)\.\s(?=\s?[A-Z])/g)) {
    const number = Number(match[1]);
    if (number !== count.last + (match[2] === '' ? 1 : 0)) continue;
    count.last = number;
    cuts.push(match.index);
  }
  // One or two numbers are a coincidence, unless they go on with a list that was found on the page before.
  if (cuts.length < 3 && before < 3) {
    count.last = before;
    return [line];
  }
  return partsOf(line, cuts);
}

function partsOf(line: string, cuts: readonly number[]): string[] {
  return [0, ...cuts].map((start, index) => line.slice(start, cuts[index])).filter((part) => part !== '');
}

const FEWEST_UNMARKED = 4;

/** "AGENDA 1 Apologies 2 Minutes (Pages 3 - 8) 3 …": numbers without a mark are believed only after the word, and from 1. */
function unmarkedCuts(line: string): number[] {
  const from = line.search(/\bAGENDA\b/);
  if (from === -1 || line.length < 120) return [];
  const cuts: number[] = [];
  for (const found of line.slice(from).matchAll(/(?<=\s)(\d{1,2}) (?=[A-Z][a-z])/g)) {
    if (Number(found[1]) === cuts.length + 1) cuts.push(from + found.index);
  }
  return cuts.length >= FEWEST_UNMARKED ? cuts : [];
}

const FEWEST_MINUTES = 4;
const STARTS_TRIED = 8;

/** "12/25 Apologies … 13/25 Declarations …", "2024/045 … 2024/046 …": one part counts and the other is the year. */
function minuteCuts(line: string): number[] {
  if (line.length < 300) return [];
  const numbers = [
    ...line.matchAll(/(?<=^|\s)((?:[A-Z]{1,4}[ /]?)?)(\d{1,4})\/(\d{1,4})[.:]? (?=[A-Z])/g),
  ].map((match) => ({ at: match.index, prefix: match[1], parts: [Number(match[2]), Number(match[3])] }));
  for (const start of numbers.keys()) {
    if (start >= STARTS_TRIED) break;
    for (const counting of [0, 1]) {
      const cuts = chainFrom(numbers.slice(start), counting);
      if (cuts.length >= FEWEST_MINUTES) return cuts;
    }
  }
  return [];
}

interface Minute {
  readonly at: number;
  readonly prefix: string | undefined;
  readonly parts: readonly number[];
}

/** The places of the numbers that count on, one by one, from the first. */
function chainFrom(numbers: readonly Minute[], counting: number): number[] {
  const cuts: number[] = [];
  let last: Minute | undefined;
  for (const minute of numbers) {
    const goesOn =
      last === undefined ||
      (minute.prefix === last.prefix &&
        minute.parts[1 - counting] === last.parts[1 - counting] &&
        minute.parts[counting] === (last.parts[counting] ?? 0) + 1);
    if (!goesOn) continue;
    last = minute;
    cuts.push(minute.at);
  }
  return cuts;
}
