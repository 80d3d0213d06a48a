/** The names in an interest, and whether an item names them. */
import { GENERIC, JOINING, LEGAL_FORMS, ROLES, STREET_KINDS, WEIGHTLESS } from './common-words.js';
import type { InterestToMatch, MatchContext } from './matching.js';
import { type Word, wordsOf } from './words.js';

/** A name that is looked for. */
export interface Name {
  /** The whole name as printed in the interest. */
  printed: string;
  /** Its words without articles, roles and legal form, in the spelling that is compared. */
  words: string[];
  /** The name as printed, up to each word of `words`. */
  printedUpTo: string[];
  /** Index of the word that an item must have before anything else is compared. */
  anchor: number;
  /** So many of its first words are enough for "possible"; all of them for "probable". */
  shortForm: number;
  /** A name of one word counts for less. */
  isOneWord: boolean;
}

/** Longer runs of capitals are a text in capitals, not a name. */
const LONGEST_NAME = 15;

/** Names given as names come first; then capitalised words in the text, as members write them. */
export function namesIn(interest: InterestToMatch, context: MatchContext): Name[] {
  const ordinary = ordinaryWords(context);
  const given = (interest.names ?? []).map((text) => nameOf(text, wordsOf(text), true, ordinary));
  const runs = capitalisedRuns(wordsOf(interest.text));
  const written = (ABOUT_A_PLACE.has(interest.category) ? runs.slice(0, 1) : runs.slice(0, firstStreet(runs)))
    .flatMap(withParts)
    .filter((run) => !isAddress(run))
    .map((run) => nameOf(interest.text, run, false, ordinary));
  const byWords = new Map<string, Name>();
  for (const name of [...given, ...written]) {
    const key = name?.words.join(' ') ?? '';
    if (name !== undefined && !byWords.has(key)) byWords.set(key, name);
  }
  return [...byWords.values()];
}

/** The council's own name and the towns of its area are in every agenda, so they are as ordinary as "committee". */
function ordinaryWords(context: MatchContext): Set<string> {
  const local = [context.authority ?? '', ...(context.places ?? [])]
    .flatMap(wordsOf)
    .map((word) => word.norm);
  return new Set([...GENERIC, ...local]);
}

/** "Chair of Marketing Wyre Ltd (MWL) - unpaid" -> [Chair of Marketing Wyre Ltd], [MWL]. */
function capitalisedRuns(words: Word[]): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const word of words) {
    const continuesRun = word.isCapital || (run.length > 0 && JOINING.has(word.norm));
    if (run.length > 0 && (word.afterBreak || !continuesRun)) {
      runs.push(run);
      run = [];
    }
    if (word.isCapital || run.length > 0) run.push(word);
  }
  return [...runs, run];
}

/** Interests in a place: their first words name it, and what follows says where it is. */
const ABOUT_A_PLACE = new Set(['land', 'licences', 'corporate-tenancies']);

/** What follows a street in an address is its village and town, which are no names to look for. */
function firstStreet(runs: Word[][]): number {
  const at = runs.findIndex(isAddress);
  return at === -1 ? runs.length : at;
}

/** "12 Kiln Road": found as a street, with its house and town, and not as a name. */
function isAddress(run: Word[]): boolean {
  return STREET_KINDS.has(run.at(-1)?.norm ?? '') || /^\d/.test(run[0]?.norm ?? '');
}

/** "Brine Show and Brine Rugby" may be one name or two, so it is looked for as both. */
function withParts(run: Word[]): Word[][] {
  const parts: Word[][] = [[]];
  for (const word of run) {
    if (word.norm === 'and') parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.length === 1 ? [run] : [run, ...parts];
}

function nameOf(text: string, run: Word[], isGiven: boolean, ordinary: Set<string>): Name | undefined {
  const whole = trimmed(run, (word) => JOINING.has(word.norm) || (!isGiven && ROLES.has(word.norm)));
  const core = withoutLegalForm(whole);
  const words = core.map((word) => word.norm);
  const isDistinctive = (word: string | undefined) =>
    word !== undefined &&
    word.length > 1 &&
    !ordinary.has(word) &&
    !WEIGHTLESS.has(word) &&
    !/^\d+$/.test(word);
  const anchor = words.findIndex(isDistinctive);
  const [first] = whole;
  const last = whole.at(-1);
  if (anchor === -1 || core.length > LONGEST_NAME || first === undefined || last === undefined)
    return undefined;
  const weight = words.filter((word) => !WEIGHTLESS.has(word)).length;
  // A bare word may be a town; a legal form, or the member's own statement, makes it a name.
  const isName =
    weight >= 2 || ((isGiven || core.length < whole.length) && (words[anchor] ?? '').length >= 3);
  if (!isName) return undefined;
  return {
    printed: text.slice(first.start, last.end),
    words,
    printedUpTo: core.map((word) => text.slice(first.start, word.end)),
    anchor,
    shortForm: shortFormOf(words, anchor, isDistinctive),
    isOneWord: weight < 2,
  };
}

function trimmed(words: Word[], drop: (word: Word) => boolean): Word[] {
  const start = words.findIndex((word) => !drop(word));
  const end = words.findLastIndex((word) => !drop(word));
  return start === -1 ? [] : words.slice(start, end + 1);
}

function withoutLegalForm(words: Word[]): Word[] {
  const end = words.findLastIndex((word) => !LEGAL_FORMS.has(word.norm));
  return words.slice(0, end + 1);
}

/**
 * "Dane Housing" for "Dane Housing Association": the first words stand for the name when they hold two words of
 * weight and what is left out says nothing. A council's name has no short form: every item of its area would have it.
 */
function shortFormOf(
  words: string[],
  anchor: number,
  isDistinctive: (word: string | undefined) => boolean,
): number {
  if (words.includes('council')) return words.length;
  for (let length = anchor + 1; length < words.length; length += 1) {
    const weight = words.slice(0, length).filter((word) => !WEIGHTLESS.has(word)).length;
    if (weight >= 2 && !words.slice(length).some(isDistinctive)) return length;
  }
  return words.length;
}
