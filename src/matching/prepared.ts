/** Interests and items made ready once, so that many can be compared with many. */
import { type Postcode, postcodesIn, type Street, streetsIn } from './addresses.js';
import { explained, type Found } from './answer.js';
import { LEGAL_FORMS } from './common-words.js';
import type { InterestToMatch, ItemToMatch, MatchAnswer, MatchContext } from './matching.js';
import { type Name, namesIn } from './names.js';
import { type Word, wordsOf } from './words.js';

/** What an interest makes worth looking for. Opaque: it belongs to this version of the matcher. */
export interface PreparedInterest {
  names: Name[];
  postcodes: Postcode[];
  streets: Street[];
}

/** An item in the form in which things are found in it. Opaque, like `PreparedInterest`. */
export interface PreparedItem {
  text: string;
  titleEnd: number;
  words: Word[];
  /** Places of each word in `words`. */
  places: Map<string, number[]>;
  postcodes: Map<string, string>;
  streets: Map<string, Street[]>;
}

/** Evidence in the title says what the item is about; in the report it may be said in passing. */
const WEIGHTS = {
  name: { title: 0.95, text: 0.85 },
  'part-of-name': { title: 0.6, text: 0.5 },
  'one-word': { title: 0.6, text: 0.45 },
};
const POSTCODE_WEIGHT = 0.9;
const HOUSE_AND_TOWN_WEIGHT = 0.85;
const HOUSE_WEIGHT = 0.55;
const STREET_AND_TOWN_WEIGHT = 0.4;

export function prepareInterest(interest: InterestToMatch, context: MatchContext = {}): PreparedInterest {
  const places = [interest.text, ...(interest.addresses ?? [])];
  return {
    names: namesIn(interest, context),
    postcodes: places.flatMap(postcodesIn),
    streets: places.flatMap((text) => streetsIn(text, wordsOf(text))),
  };
}

export function prepareItem(item: ItemToMatch): PreparedItem {
  const text = item.text === undefined || item.text === '' ? item.title : `${item.title}\n${item.text}`;
  const words = wordsOf(text);
  const places = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    const known = places.get(word.norm);
    if (known === undefined) places.set(word.norm, [index]);
    else known.push(index);
  }
  const streets = new Map<string, Street[]>();
  for (const street of streetsIn(text, words)) {
    streets.set(street.name, [...(streets.get(street.name) ?? []).slice(0, STREETS_KEPT), street]);
  }
  return {
    text,
    titleEnd: item.title.length,
    words,
    places,
    postcodes: new Map(postcodesIn(text).map(({ code, printed }) => [code, printed])),
    streets,
  };
}

/** A report may name one street many times; the first mentions are enough. */
const STREETS_KEPT = 20;

/** The same answer as `match`, from prepared sides. Depends on nothing but these two. */
export function matchPrepared(interest: PreparedInterest, item: PreparedItem): MatchAnswer {
  const found: Found[] = [];
  for (const name of interest.names) {
    const evidence = nameIn(name, item);
    if (evidence !== undefined) found.push(evidence);
  }
  for (const { code, printed } of interest.postcodes) {
    const inItem = item.postcodes.get(code);
    if (inItem !== undefined) {
      found.push({ kind: 'postcode', interest: printed, item: inItem, score: POSTCODE_WEIGHT });
    }
  }
  for (const street of interest.streets) {
    const evidence = streetIn(street, item.streets.get(street.name) ?? []);
    if (evidence !== undefined) found.push(evidence);
  }
  return explained(found);
}

function nameIn(name: Name, item: PreparedItem): Found | undefined {
  const anchors = item.places.get(name.words[name.anchor] ?? '');
  let best: Found | undefined;
  for (const place of anchors ?? []) {
    const found = nameAt(name, item, place - name.anchor);
    if (found !== undefined && found.score > (best?.score ?? 0)) best = found;
    // Nothing beats the whole name in the title, and the title comes first.
    if (best?.kind === 'name') break;
  }
  return best;
}

/** Compares word by word from a place in the item, and never across the end of the title. */
function nameAt(name: Name, item: PreparedItem, start: number): Found | undefined {
  const { words, shortForm } = name;
  let length = 0;
  while (length < words.length && item.words[start + length]?.norm === words[length]) length += 1;
  const first = item.words[start];
  const last = item.words[start + length - 1];
  if (length < shortForm || first === undefined || last === undefined) return undefined;
  if (first.start < item.titleEnd && last.end > item.titleEnd) return undefined;
  const isWhole = length === words.length;
  // A name of one word may be an ordinary word; the capital shows that the item means the name.
  if (name.isOneWord && !first.isCapital) return undefined;
  const weight = WEIGHTS[name.isOneWord ? 'one-word' : isWhole ? 'name' : 'part-of-name'];
  return {
    kind: isWhole ? 'name' : 'part-of-name',
    interest: isWhole ? name.printed : (name.printedUpTo[length - 1] ?? name.printed),
    item: item.text.slice(first.start, isWhole ? endWithLegalForm(item, start + length - 1) : last.end),
    score: last.end <= item.titleEnd ? weight.title : weight.text,
  };
}

/** Where the name that ends with this word ends as printed: 'Ltd' after it belongs to it, though it is not compared. */
function endWithLegalForm({ words }: PreparedItem, last: number): number {
  let end = last;
  while (continuesWithLegalForm(words[end + 1])) end += 1;
  return words[end]?.end ?? 0;
}

/** A legal form has a capital, except plc: 'Tallow company cars' are no company. */
const continuesWithLegalForm = (word: Word | undefined): boolean =>
  word !== undefined &&
  !word.afterBreak &&
  LEGAL_FORMS.has(word.norm) &&
  (word.isCapital || word.norm === 'plc');

/** The same house is strong, the same street only in the same town: most towns have a Station Road. */
function streetIn(street: Street, candidates: Street[]): Found | undefined {
  let best: Found | undefined;
  for (const candidate of candidates) {
    const sameTown = [...street.localities].some((town) => candidate.localities.has(town));
    const otherTown = !sameTown && street.localities.size > 0 && candidate.localities.size > 0;
    const sameHouse = street.house !== undefined && street.house === candidate.house && !otherTown;
    if (!sameHouse && !sameTown) continue;
    const score = sameHouse ? (sameTown ? HOUSE_AND_TOWN_WEIGHT : HOUSE_WEIGHT) : STREET_AND_TOWN_WEIGHT;
    if (score <= (best?.score ?? 0)) continue;
    best = {
      kind: sameHouse ? 'address' : 'street',
      interest: street.printed,
      item: candidate.printed,
      score,
    };
  }
  return best;
}
