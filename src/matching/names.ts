/** The names in an interest, cut out of the sentence that a member wrote. */
import { BODY_KINDS, JOINING, LEGAL_FORMS, ROLES, STREET_KINDS } from './common-words.js';
import type { InterestToMatch } from './matching.js';
import { WEIGHT, weightOf } from './weights-of-words.js';
import { type Word, wordsOf } from './words.js';

/** A word of a name that counts when names are compared. */
export interface NameWord extends Word {
  weight: number;
}

/** A name that is looked for. */
export interface Name {
  /** Where its words stand: `source.slice(start, end)` is the name as printed in the interest. */
  source: string;
  start: number;
  end: number;
  /** Its words without articles, roles and legal form. */
  words: NameWord[];
  /** Places in `words` of those that make it a name: no other body need have them. */
  proper: number[];
  /** The member, or a legal form, says that this is a name, though it is a single word. */
  isSure: boolean;
  /** All its words with the legal form, for initials. */
  withLegalForm: Word[];
  /** Words after it, where its town may stand. */
  localities: ReadonlySet<string>;
}

/** Longer runs of capitals are a text in capitals, not a name. */
const LONGEST_NAME = 15;
/** A name printed partly in small letters ends within so many of them. */
const SMALL_LETTERS = 4;

/** Names given as names come first; then capitalised words in the text, as members write them. */
export function namesIn(interest: InterestToMatch, local: ReadonlySet<string>): Name[] {
  const given = (interest.names ?? []).flatMap((text) => {
    const runs = runsIn(wordsOf(text), () => true);
    return runs.map((run) => nameOf(text, run, true, local));
  });
  const names = [...given, ...writtenNames(interest, local)].filter((name) => name !== undefined);
  const byWords = new Map<string, Name>();
  for (const name of names) {
    const key = name.words.map((word) => word.stem).join(' ');
    if (!byWords.has(key)) byWords.set(key, name);
  }
  return [...byWords.values()];
}

function writtenNames(interest: InterestToMatch, local: ReadonlySet<string>): (Name | undefined)[] {
  const { text, category } = interest;
  const words = wordsOf(text);
  // A member who writes no capitals writes names without them too.
  const noCapitals = !/\p{Lu}/u.test(text);
  const runs = runsIn(
    words,
    (word) => word.isCapital || (noCapitals && weightOf({ ...word, isCapital: true }) > 0),
  );
  const isPlace = ABOUT_A_PLACE.has(category);
  const used = isPlace ? runs.slice(0, 1) : runs.slice(0, firstStreet(runs));
  const localities = isPlace ? localitiesOf(words, runs[0]) : NOWHERE;
  return used
    .flatMap(withParts)
    .filter((run) => !isAddress(run))
    .map((run) => nameOf(text, run, false, local, localities));
}

const NOWHERE: ReadonlySet<string> = new Set();

function localitiesOf(words: Word[], first: Word[] | undefined): ReadonlySet<string> {
  const end = first?.at(-1)?.end ?? 0;
  const after = words.filter((word) => word.start >= end && weightOf(word) === WEIGHT.name);
  return new Set(after.map((word) => word.stem));
}

/** Words that part two names even where no punctuation does: "Tallow Ltd Trading As Brine Bakes". */
const PARTING = new Set([
  'formerly',
  'trading',
  'now',
  'known',
  'aka',
  'previously',
  'subsidiary',
  'via',
  'ta',
]);

/** "Chair of Marketing Brine Ltd (MBL) - unpaid" -> [Chair of Marketing Brine Ltd], [MBL]. */
function runsIn(words: Word[], begins: (word: Word) => boolean): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const [index, word] of words.entries()) {
    if (word.afterBreak || PARTING.has(word.norm)) close();
    if (PARTING.has(word.norm)) continue;
    if (begins(word) || (run.length > 0 && (JOINING.has(word.norm) || endsLater(words, index))))
      run.push(word);
    else close();
  }
  close();
  return runs;
}

/** "Brine combined fire authority": from here a few words in small letters lead to a kind of body. */
function endsLater(words: Word[], index: number): boolean {
  for (let at = index; at < index + SMALL_LETTERS; at += 1) {
    const word = words[at];
    if (word === undefined || (at > index && word.afterBreak) || word.isCapital) return false;
    if (BODY_KINDS.has(word.stem)) return true;
    if (ROLES.has(word.norm) || (JOINING.has(word.norm) && word.norm !== 'and')) return false;
  }
  return false;
}

/** Interests in a place: their first words name it, and what follows says where it is. */
const ABOUT_A_PLACE = new Set(['land', 'licences', 'corporate-tenancies', 'corporate_tenancies']);

/** What follows a street in an address is its village and town, which are no names to look for. */
function firstStreet(runs: Word[][]): number {
  const at = runs.findIndex(isAddress);
  return at === -1 ? runs.length : at;
}

/** "12 Kiln Road": found as a street, with its house and town, and not as a name. */
function isAddress(run: Word[]): boolean {
  return (
    run.length > 1 && (STREET_KINDS.has(run.at(-1)?.norm ?? '') || /^\d+[a-z]?$/.test(run[0]?.norm ?? ''))
  );
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

function nameOf(
  text: string,
  run: Word[],
  isGiven: boolean,
  local: ReadonlySet<string>,
  localities = NOWHERE,
): Name | undefined {
  const whole = trimmed(run, (word) => JOINING.has(word.norm) || (!isGiven && ROLES.has(word.norm)));
  const core = withoutLegalForm(whole);
  const words: NameWord[] = core
    .map((word) => ({
      ...word,
      weight: local.has(word.stem) ? WEIGHT.local : weightOf({ ...word, isCapital: true }),
    }))
    .filter((word) => word.weight > 0);
  const [first] = whole;
  const last = whole.at(-1);
  if (words.length === 0 || core.length > LONGEST_NAME || first === undefined || last === undefined)
    return undefined;
  const hasLegalForm = core.length < whole.length && core.length > 0;
  return {
    source: text,
    start: first.start,
    end: last.end,
    words,
    proper: words.flatMap((word, index) => (word.weight === WEIGHT.name ? [index] : [])),
    isSure: isGiven || hasLegalForm,
    withLegalForm: whole,
    localities,
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

export const printed = (name: Name): string => name.source.slice(name.start, name.end);
