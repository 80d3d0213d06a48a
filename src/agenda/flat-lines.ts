/** Lines longer than this are looked through for items that run on from page to page. */
export const FLAT_LINE = 600;

/**
 * A whole agenda on one line, or on one line a page ("… AGENDA 1. Apologies 2. Minutes …"), is cut before each
 * number that continues the count from 1, and nowhere else, because reports are full of other numbers.
 */
export function unfoldedLine(line: string, count: { last: number }): string[] {
  const unmarked = count.last === 0 ? unmarkedCuts(line) : [];
  if (unmarked.length > 0) return partsOf(line, unmarked);
  const cuts: number[] = [];
  const before = count.last;
  for (const found of line.matchAll(/(?<=^|\s)(\d{1,2})([A-Z]?)\.\s(?=\s?[A-Z])/g)) {
    const number = Number(found[1]);
    if (number !== count.last + (found[2] === '' ? 1 : 0)) continue;
    count.last = number;
    cuts.push(found.index);
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
