/** What stands at the top and the foot of each page and is no part of the text: running titles and page numbers. */
import type { Line } from './lines.js';

/** So many lines at either end of a page may be running ones. */
const EDGE_LINES = 3;
const PAGE_NUMBER = /^(?:page )?[-–]? ?\d{1,4} ?[-–]?(?: ?(?:of|\/) ?\d{1,4})?$/i;

export function withoutMargins(pages: readonly (readonly Line[])[]): Line[][] {
  const seen = new Map<string, number>();
  for (const lines of pages) {
    for (const words of new Set(edgesOf(lines).map(wordsOf))) seen.set(words, (seen.get(words) ?? 0) + 1);
  }
  const often = pages.length < 3 ? 2 : Math.max(3, pages.length / 3);
  return pages.map((lines) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter((line, index) => !edges.has(line) || !isRunning(line, index, lines));
  });

  function isRunning(line: Line, index: number, lines: readonly Line[]): boolean {
    const words = textOf(line);
    // A number alone is the page's where nothing stands above or below it; elsewhere it may be an item's.
    if (PAGE_NUMBER.test(words) && (/page|of|[-–]/i.test(words) || isLast(index, lines))) return true;
    return pages.length > 1 && (seen.get(wordsOf(line)) ?? 0) >= often;
  }
}

function isLast(index: number, lines: readonly Line[]): boolean {
  return index === 0 || index === lines.length - 1;
}

function edgesOf(lines: readonly Line[]): Line[] {
  return lines.length <= EDGE_LINES * 2
    ? [...lines.slice(0, 1), ...lines.slice(-1)]
    : [...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)];
}

/** The same words at the same place of every page, but for the page's number. */
function wordsOf(line: Line): string {
  return `${Math.round(line.y)} ${textOf(line).replace(/\d+/g, '#')}`;
}

export function textOf(line: Line): string {
  return line.fragments
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
