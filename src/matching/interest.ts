/** An interest in the form in which it is looked for: what it asks of an item, each under the key of the place to look. */
import { initialsAskedBy, isAcronym } from './acronyms.js';
import { type Postcode, postcodesIn, type Street, streetsIn } from './addresses.js';
import { BUSINESS_FILLER } from './common-words.js';
import { NEIGHBOUR, topicsOfInterest } from './cues.js';
import type { InterestToMatch, MatchContext } from './matching.js';
import { type Name, namesIn } from './names.js';
import { surnamesAskedBy } from './surnames.js';
import { isSubject, localWords, WEIGHT, weightOf } from './weights-of-words.js';
import { type Word, wordsOf } from './words.js';

/** Words of the interest, as printed. */
export interface Quote {
  source: string;
  start: number;
  end: number;
}

/** What to do at the place that a key leads to. */
export type Ask =
  | { kind: 'align'; key: string; name: Name; anchor: number }
  | { kind: 'brand' | 'one'; key: string; quote: Quote }
  | { kind: 'house'; key: string; quote: Quote; localities: ReadonlySet<string> }
  | { kind: 'initials'; key: string; quote: Quote; length: number; nearby: string[] }
  | { kind: 'surname'; key: string; quote: Quote }
  | { kind: 'word'; key: string; word: number };

export type SpokenWord = Pick<Word, 'stem' | 'start' | 'end'>;

/** Opaque: it belongs to this version of the matcher. */
export interface PreparedInterest {
  text: string;
  asks: Ask[];
  postcodes: Postcode[];
  streets: Street[];
  topics: { topic: string; quote: Quote }[];
  /** The words of the text, where some of them are asked for; kept short, for there may be a million interests. */
  words: readonly SpokenWord[];
  /** Proper names in it, but for those of the council and its towns. */
  names: ReadonlySet<string>;
  local: ReadonlySet<string>;
}

export function prepareInterest(
  interest: InterestToMatch,
  context: MatchContext = ANY_COUNCIL,
): PreparedInterest {
  const { text } = interest;
  const local = localWords(context);
  const words = wordsOf(text);
  const names = namesIn(interest, local).filter((name) => !isOwnCouncil(name, context));
  const places = [text, ...(interest.addresses ?? [])];
  const streets = places.flatMap((place) => streetsIn(place, place === text ? words : wordsOf(place)));
  const proper = new Set(
    words
      .filter((word) => weightOf(word) === WEIGHT.name && !local.has(word.stem) && !isAcronym(text, word))
      .map((word) => word.stem),
  );
  const asksOfText = asksOfWords(interest, words, local);
  const asksOfOthers = [...asksOfNames(names, interest), ...asksOfPeople([text, ...(interest.names ?? [])])];
  return {
    text,
    asks: [...asksOfOthers, ...asksOfText],
    postcodes: places.flatMap(postcodesIn),
    streets,
    topics: topicsOfInterest(words)
      .filter(({ topic }) => topic !== NEIGHBOUR || proper.size === 0)
      .map(({ topic, first, last }) => ({ topic, quote: quoteOf(text, words, first, last) })),
    words: asksOfText.length === 0 ? NONE : words.map(({ stem, start, end }) => ({ stem, start, end })),
    names: proper,
    local,
  };
}

const ANY_COUNCIL: MatchContext = {};
const NONE: readonly SpokenWord[] = [];

const quoteOf = (source: string, words: Word[], first: number, last: number): Quote => {
  return { source, start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
};

/** Every agenda of a council has its name. */
function isOwnCouncil(name: Name, { authority }: MatchContext): boolean {
  if (authority === undefined) return false;
  const own = new Set(wordsOf(authority).map((word) => word.stem));
  return name.words.every((word) => own.has(word.stem));
}

/** Pairs of words of a name that may stand for it are no further apart than this. */
const REACH = 3;

function asksOfNames(names: Name[], interest: InterestToMatch): Ask[] {
  return names.flatMap((name) => [
    ...pairsOf(name),
    ...brandsOf(name, interest),
    ...initialsAskedBy(name).map(({ key, length, start, end, nearby }): Ask => {
      return { kind: 'initials', key, quote: { source: name.source, start, end }, length, nearby };
    }),
  ]);
}

function pairsOf(name: Name): Ask[] {
  const { words, proper } = name;
  const asks: Ask[] = [];
  const isProper = (place: number) => proper.includes(place);
  const wanted = (first: number, second: number): boolean => {
    if (proper.length === 0) return second === first + 1;
    // Of several proper words two must be found, so two of them are asked for.
    return proper.length === 1 ? isProper(first) || isProper(second) : isProper(first) && isProper(second);
  };
  for (let first = 0; first < words.length; first += 1) {
    for (let second = first + 1; second <= first + REACH && second < words.length; second += 1) {
      if (!wanted(first, second)) continue;
      const key = `${words[first]?.stem ?? ''} ${words[second]?.stem ?? ''}`;
      asks.push({ kind: 'align', key, name, anchor: first });
    }
  }
  return asks;
}

/** Interests whose first words name a firm even where no legal form says so. */
const NAMES_A_FIRM = new Set(['employment', 'securities', 'contracts', 'sponsorship']);

/** A name with one proper word in it and otherwise only what businesses leave out: "Tallow Stores Ltd". */
function brandsOf(name: Name, { text, category }: InterestToMatch): Ask[] {
  const [place] = name.proper;
  const word = name.words[place ?? 0];
  if (name.proper.length > 1 || word === undefined || word.weight < WEIGHT.subject || /^\d/.test(word.norm))
    return [];
  const isBare = name.words.length === 1;
  if (!name.words.every((each) => each === word || BUSINESS_FILLER.has(each.stem))) return [];
  const source = name.source;
  if (isBare && name.localities.size > 0) {
    const quote = { source, start: name.start, end: name.end };
    return [{ kind: 'house', key: `one ${word.stem}`, quote, localities: name.localities }];
  }
  const isPossessive = /['’]s$/.test(source.slice(word.start, word.end));
  const standsAlone =
    source === text &&
    word.start === 0 &&
    /^\s*(?:$|[|,;(]|[-–—]\s)/.test(text.slice(name.end, name.end + 4));
  const isFirm =
    name.isSure || isPossessive || (NAMES_A_FIRM.has(category) && standsAlone) || isAcronym(source, word);
  if (!isFirm) return [];
  const quote = { source, start: name.start, end: name.end };
  const brand: Ask = { kind: 'brand', key: `brand ${word.stem}`, quote };
  const isWhole = isBare && word.weight === WEIGHT.name && word.norm.length >= 3;
  return isWhole ? [brand, { kind: 'one', key: `one ${word.stem}`, quote }] : [brand];
}

function asksOfPeople(texts: string[]): Ask[] {
  return texts.flatMap((source) =>
    surnamesAskedBy(source).flatMap(({ keys, start, end }) =>
      keys.map((key): Ask => ({ kind: 'surname', key, quote: { source, start, end } })),
    ),
  );
}

const ABOUT_A_PLACE = new Set(['land', 'licences', 'corporate-tenancies', 'corporate_tenancies']);

/** Words that say what the interest is about; in an address a capital is part of a name. */
function asksOfWords({ category }: InterestToMatch, words: Word[], local: ReadonlySet<string>): Ask[] {
  const isPlace = ABOUT_A_PLACE.has(category);
  return words.flatMap((word, index): Ask[] => {
    const counts = isSubject(word) && !local.has(word.stem) && !(isPlace && word.isCapital && index > 0);
    return counts ? [{ kind: 'word', key: `word ${word.stem}`, word: index }] : [];
  });
}

/** Every key that this interest asks for; an item that has none of them cannot match. */
export function keysAskedBy(interest: PreparedInterest): Set<string> {
  return new Set([
    ...interest.asks.map(({ key }) => key),
    ...interest.postcodes.map(({ code }) => `postcode ${code}`),
    ...interest.streets.map(({ name }) => `street ${name}`),
    ...interest.topics.map(({ topic }) => `topic ${topic}`),
  ]);
}
