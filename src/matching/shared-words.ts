/** Words that say what a thing is, on both sides: "garage tenancy" and "garage rents". */
import type { PreparedInterest } from './interest.js';
import type { PreparedItem } from './prepared-item.js';
import type { Found } from './matching.js';
import { WEIGHT } from './weights-of-words.js';

/** More words than this say no more. */
const ENOUGH = 4;
const LONGEST_PHRASE = 8;

/** Only general business is read so: an item about one named thing is about that thing. */
export function sharedWords(interest: PreparedInterest, item: PreparedItem): Found | undefined {
  if (item.isSpecific) return undefined;
  let best: { first: number; last: number; from: number; to: number } | undefined;
  const shared = new Set<string>();
  for (const ask of interest.asks) {
    const places = ask.kind === 'word' ? item.at.get(ask.key) : undefined;
    if (ask.kind !== 'word' || places === undefined) continue;
    shared.add(ask.key);
    for (const place of places) {
      const phrase = phraseAt(interest, ask.word, item, place);
      if (best === undefined || phrase.last - phrase.first > best.last - best.first) best = phrase;
    }
  }
  if (best === undefined) return undefined;
  const length = best.last - best.first + 1;
  return {
    kind: 'words',
    interest: interest.text.slice(interest.words[best.first]?.start, interest.words[best.last]?.end),
    item: item.text.slice(item.content[best.from]?.start, item.content[best.to]?.end),
    strength: Math.min(ENOUGH, Math.max(shared.size, length)) / ENOUGH,
    inTitle: true,
  };
}

/** The words side by side on both sides, beginning from one that both have. */
function phraseAt(interest: PreparedInterest, word: number, item: PreparedItem, place: number) {
  let [first, last, from, to] = [word, word, place, place];
  const agrees = (inInterest: number, inItem: number) =>
    item.content[inItem]?.weight !== WEIGHT.none &&
    item.content[inItem]?.end !== undefined &&
    item.content[inItem].end <= item.titleEnd &&
    interest.words[inInterest]?.stem === item.content[inItem].stem;
  const mayGrow = () => last - first < LONGEST_PHRASE;
  while (mayGrow() && agrees(last + 1, to + 1)) [last, to] = [last + 1, to + 1];
  while (mayGrow() && agrees(first - 1, from - 1)) [first, from] = [first - 1, from - 1];
  return { first, last, from, to };
}
