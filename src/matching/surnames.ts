/** Surnames after "Mr", "Mrs" and their like: weak evidence, for a name is seldom one family's. */
import type { ItemWord } from './prepared-item.js';
import { WEIGHT, weightOf } from './weights-of-words.js';
import { type Word, wordsOf } from './words.js';

const TITLES = new Set('mr mrs ms miss mx dr prof professor rev reverend sir dame lady lord'.split(' '));
/** A first name or two and the surname. */
const LONGEST = 3;

interface Person {
  surname: Word;
  /** Of the first name, where there is one. */
  initial: string;
}

function personAfter(words: readonly Word[], title: number): Person | undefined {
  if (!TITLES.has(words[title]?.norm ?? '')) return undefined;
  const named: Word[] = [];
  for (let at = title + 1; at <= title + LONGEST; at += 1) {
    const word = words[at];
    if (word?.isCapital !== true || word.afterBreak || /\d/.test(word.norm)) break;
    named.push(word);
  }
  const surname = named.at(-1);
  if (surname === undefined || surname.norm.length < 3 || weightOf(surname) < WEIGHT.subject)
    return undefined;
  return { surname, initial: named.length > 1 ? (named[0]?.norm.charAt(0) ?? '') : '' };
}

const keyOf = ({ surname }: Person, initial: string) => `person ${surname.stem} ${initial}`;

/** Under the surname alone and with the initial, so that "Mr A Tallow" is not found by "Mr B Tallow". */
export function surnamesIn(
  content: readonly ItemWord[],
  words: readonly Word[],
  add: (key: string, position: number) => void,
): void {
  for (const [position, word] of content.entries()) {
    const title = titleBefore(words, word.index);
    const person = title === -1 ? undefined : personAfter(words, title);
    if (person?.surname.start !== word.start) continue;
    add(keyOf(person, person.initial), position);
    if (person.initial !== '') add(keyOf(person, '*'), position);
  }
}

function titleBefore(words: readonly Word[], index: number): number {
  for (let at = index - 1; at >= Math.max(0, index - LONGEST); at -= 1) {
    if (TITLES.has(words[at]?.norm ?? '')) return at;
  }
  return -1;
}

/** What an interest asks for: the same initial, or none on one of the sides. */
export function surnamesAskedBy(text: string): { keys: string[]; start: number; end: number }[] {
  const words = wordsOf(text);
  return words.flatMap((word, index) => {
    const person = personAfter(words, index);
    if (person === undefined) return [];
    const others = person.initial === '' ? [keyOf(person, '*')] : [keyOf(person, person.initial)];
    return [{ keys: [keyOf(person, ''), ...others], start: word.start, end: person.surname.end }];
  });
}
