/** Initials: "WI" in one text may be the Women's Institute of the other. The letters are compared, no list is kept. */
import { isCouncilWord, JOINING, LEGAL_FORMS } from './common-words.js';
import type { ItemWord } from './prepared-item.js';
import type { Name } from './names.js';
import { WEIGHT, weightOfStem } from './weights-of-words.js';
import type { Word } from './words.js';

const ACRONYM = /^[A-Z][A-Za-z]{0,4}[A-Z]s?$/;
const SHORTEST = 2;
const LONGEST = 6;
/** Text around a word that shows whether capitals mean anything there. */
const AROUND = 60;

/** "MBL", "BwD", "YFCs": but not in a text that shouts, and not the letters that everybody uses. */
export function isAcronym(text: string, word: Word): boolean {
  const letters = text.slice(word.start, word.end).replaceAll('.', '');
  return (
    letters.length <= LONGEST + 1 &&
    ACRONYM.test(letters) &&
    letters.replace(/[^A-Z]/g, '').length * 2 >= letters.length &&
    weightOfStem(word.stem) === WEIGHT.name &&
    /[a-z]{2}/.test(
      text.slice(Math.max(0, word.start - AROUND), word.start) + text.slice(word.end, word.end + AROUND),
    )
  );
}

/** The letters of some words, without and with "of" and "and"; none for a council, whose letters are in every reference. */
export function initialsOf(words: readonly Word[]): string[] {
  if (words.some((word) => word.stem === 'council')) return [];
  const all = words.map((word) => word.norm.charAt(0)).join('');
  const without = words
    .filter((word) => !JOINING.has(word.norm))
    .map((word) => word.norm.charAt(0))
    .join('');
  return [...new Set([without, all])].filter(
    (letters) => letters.length >= SHORTEST && letters.length <= LONGEST,
  );
}

/** Where a run of capitals in an item begins, under each of the initials that its words may have. */
export function keysOfInitials(
  content: readonly ItemWord[],
  words: readonly Word[],
  add: (key: string, position: number) => void,
): void {
  for (const [position, word] of content.entries()) {
    if (!word.isCapital || /^\d/.test(word.norm)) continue;
    for (let next = position + 1; next < position + LONGEST; next += 1) {
      const last = content[next];
      if (last?.segment !== word.segment || !last.isCapital) break;
      if (next - position >= 2 || last.weight >= WEIGHT.kind)
        for (const letters of initialsOf(words.slice(word.index, last.index + 1))) {
          add(`initials ${letters} ${next - position}`, position);
        }
    }
  }
}

/** How an interest asks for initials, with the words of the name that must stand nearby all the same. */
export interface InitialsAsked {
  key: string;
  /** So many words of the item after the one found belong to it. */
  length: number;
  /** The words of the interest that the letters stand for, or the letters themselves. */
  start: number;
  end: number;
  nearby: string[];
}

/** With and without its legal form: "Brine Housing Company Ltd" is BHC as well as BHCL. */
function endings(words: readonly Word[]): (readonly Word[])[] {
  const all = [words];
  for (let end = words.length - 1; end > 0 && LEGAL_FORMS.has(words[end]?.norm ?? ''); end -= 1) {
    all.push(words.slice(0, end));
  }
  return all;
}

/** "Brine WI" asks for "Women's Institute" near "Brine"; "Brine Women's Institute" asks for "WI" near "Brine". */
export function initialsAskedBy(name: Name): InitialsAsked[] {
  const asked: InitialsAsked[] = [];
  const proper = name.proper.map((place) => name.words[place]?.stem ?? '');
  for (const word of name.words) {
    if (!isAcronym(`${name.source} ab`, word)) continue;
    const nearby = proper.filter((stem) => stem !== word.stem);
    for (let length = 1; length < LONGEST; length += 1) {
      asked.push({
        key: `initials ${word.stem} ${length}`,
        length,
        start: word.start,
        end: word.end,
        nearby,
      });
    }
  }
  const words = name.withLegalForm;
  const properStarts = new Set(name.proper.map((place) => name.words[place]?.start));
  const isProper = (word: Word | undefined) => word !== undefined && properStarts.has(word.start);
  for (const [from, word] of words.entries()) {
    // The whole name, or what follows the place that it begins with.
    const isStart = from === 0 || (!isProper(word) && isProper(words[from - 1]));
    if (JOINING.has(word.norm) || !isStart) continue;
    const rest = words.slice(from);
    const before = new Set(words.slice(0, from).map((each) => each.stem));
    for (const part of endings(rest)) {
      if (part.length < SHORTEST || part.every((each) => isCouncilWord(each.stem))) continue;
      for (const letters of initialsOf(part)) {
        const nearby = proper.filter((stem) => before.has(stem));
        asked.push({ key: `letters ${letters}`, length: 0, start: word.start, end: name.end, nearby });
      }
    }
  }
  // Two letters stand for too much, unless the rest of the name stands beside them.
  return asked.filter(({ key, nearby }) => (key.split(' ')[1] ?? '').length > SHORTEST || nearby.length > 0);
}
