/** An item in the form in which things are found in it: every key under which an interest may ask. */
import { keysOfInitials, isAcronym } from './acronyms.js';
import { postcodesIn, type Street, streetsIn } from './addresses.js';
import { BUSINESS_FILLER, LEGAL_FORMS } from './common-words.js';
import { type CueFound, NEIGHBOUR, topicsOfItem } from './cues.js';
import type { ItemToMatch } from './matching.js';
import { surnamesIn } from './surnames.js';
import type { ItemWord, PreparedItem } from './prepared-item.js';
import { isSubject, WEIGHT, weightOf } from './weights-of-words.js';
import { type Word, wordsOf } from './words.js';

/** A report may name one thing many times; the first mentions are enough, and the title comes first. */
const MENTIONS_KEPT = 20;
/** So many words may stand between two words of a name: "Brine (Agricultural and Horticultural) Show". */
const GAP = 3;

export function prepareItem(item: ItemToMatch): PreparedItem {
  const text = item.text === undefined || item.text === '' ? item.title : `${item.title}\n${item.text}`;
  const words = wordsOf(text);
  const content = contentOf(words);
  const titleEnd = item.title.length;
  const streets = streetsIn(text, words);
  const title = words.filter((word) => word.end <= titleEnd);
  const prepared: PreparedItem = {
    text,
    titleEnd,
    words,
    content,
    at: new Map(),
    postcodes: new Map(),
    streets: new Map(),
    topics: new Map(),
    titleNames: content
      .filter((word) => word.end <= titleEnd && word.weight === WEIGHT.name && !isAcronym(text, word))
      .map((word) => word.stem),
    isSpecific: isSpecific(item.title, title, streets),
  };
  for (const cue of topicsOfItem(title)) {
    if (cue.topic === NEIGHBOUR || !prepared.isSpecific) prepared.topics.set(cue.topic, cue);
  }
  const reference = referenceIn(item.title, title);
  if (reference !== undefined && !prepared.topics.has(NEIGHBOUR)) prepared.topics.set(NEIGHBOUR, reference);
  for (const postcode of postcodesIn(text)) {
    if (!prepared.postcodes.has(postcode.code)) prepared.postcodes.set(postcode.code, postcode);
  }
  for (const street of streets) {
    const kept = prepared.streets.get(street.name) ?? [];
    if (kept.length < MENTIONS_KEPT) kept.push(street);
    prepared.streets.set(street.name, kept);
  }
  addKeys(prepared);
  return prepared;
}

function contentOf(words: Word[]): ItemWord[] {
  let segment = 0;
  const content: ItemWord[] = [];
  for (const [index, word] of words.entries()) {
    if (word.afterBreak) segment += 1;
    const weight = weightOf(word);
    if (weight > WEIGHT.none) content.push({ ...word, weight, segment, index });
  }
  return content;
}

const REFERENCE = /\b\d{2,4}\/(?!20\d\d\b)\d{3,5}|\b[A-Z]{1,3}\/\d{3,}|\b\d{2}-[A-Z]{2}-\d{2,}/;
const ONE_CASE =
  /\b(?:in respect of|application (?:for|to|by|from)|land (?:at|off|adjacent|to the)|variation of (?:the |a )?premises)\b/i;

function isSpecific(title: string, words: Word[], streets: Street[]): boolean {
  return (
    REFERENCE.test(title.slice(0, LONGEST_TITLE_READ)) ||
    ONE_CASE.test(title.slice(0, LONGEST_TITLE_READ)) ||
    streets.some(({ start, house }) => start < title.length && house !== undefined) ||
    words.some((word) => word.isCapital && LEGAL_FORMS.has(word.norm) && word.norm !== 'company')
  );
}
/** The number of a planning application says that the item is about one place. */
function referenceIn(title: string, words: Word[]): CueFound | undefined {
  const found = REFERENCE.exec(title.slice(0, LONGEST_TITLE_READ));
  if (found === null) return undefined;
  const within = (word: Word) => word.end > found.index && word.start < found.index + found[0].length;
  return { topic: NEIGHBOUR, first: words.findIndex(within), last: words.findLastIndex(within) };
}

/** Titles are shorter; what comes later says nothing of the kind of item. */
const LONGEST_TITLE_READ = 1_000;

function addKeys(item: PreparedItem): void {
  const { content, titleEnd, text } = item;
  const add = (key: string, position: number) => {
    const kept = item.at.get(key);
    if (kept === undefined) item.at.set(key, [position]);
    else if (kept.length < MENTIONS_KEPT) kept.push(position);
  };
  for (const [position, word] of content.entries()) {
    addPairs(content, position, add);
    if (word.isCapital && word.weight === WEIGHT.name && !isPerson(item, word)) {
      add(`one ${word.stem}`, position);
      if (isBrand(item, position)) add(`brand ${word.stem}`, position);
      if (isAcronym(text, word)) add(`letters ${word.stem}`, position);
    } else if (word.isCapital && nextIsLegalForm(item, position)) add(`brand ${word.stem}`, position);
    if (word.end <= titleEnd && isSubject(word)) add(`word ${word.stem}`, position);
  }
  keysOfInitials(content, item.words, add);
  surnamesIn(content, item.words, add);
}

function addPairs(content: ItemWord[], position: number, add: (key: string, position: number) => void): void {
  const word = content[position];
  if (word === undefined) return;
  for (let next = position + 1; next <= position + GAP; next += 1) {
    const other = content[next];
    if (other?.segment !== word.segment) return;
    const isAdjacent = next === position + 1;
    const heavier = Math.max(word.weight, other.weight);
    if (heavier > WEIGHT.weak && (isAdjacent || heavier >= WEIGHT.subject)) {
      add(`${word.stem} ${other.stem}`, position);
    }
    // Another name between them makes it another name.
    if (other.weight === WEIGHT.name) return;
  }
}

/** "Cllr Tallow" is no shop. */
const isPerson = ({ words }: PreparedItem, { index }: ItemWord): boolean =>
  HONORIFICS.has(words[index - 1]?.norm ?? '') && words[index]?.afterBreak === false;
const HONORIFICS = new Set(
  'mr mrs ms miss mx dr prof cllr councillor sir dame lady lord rev alderman'.split(' '),
);

/** Words after which somebody is named who has to do with the item. */
const BEFORE_A_PARTY = new Set(
  'applicant agent appellant operator contractor supplier bidder tenant landlord developer client with by owner provider payee'.split(
    ' ',
  ),
);

/** A single word that is a firm and not a town: "Tallow Stores", "(applicant Tallow)", "Tallow's", a line of a list. */
function isBrand(item: PreparedItem, position: number): boolean {
  const word = item.content[position];
  if (word === undefined) return false;
  const next = item.content[position + 1];
  const before = item.words[word.index - 1];
  const after = item.words[word.index + 1];
  const isAlone =
    (word.afterBreak || before === undefined) &&
    (after === undefined || after.afterBreak) &&
    word.start > item.titleEnd;
  return (
    /['’]s$/.test(item.text.slice(word.start, word.end)) ||
    (next?.segment === word.segment && BUSINESS_FILLER.has(next.stem)) ||
    BEFORE_A_PARTY.has(before?.norm ?? '') ||
    isAlone
  );
}

function nextIsLegalForm({ words, content }: PreparedItem, position: number): boolean {
  const next = words[(content[position]?.index ?? -2) + 1];
  return next !== undefined && !next.afterBreak && next.isCapital && LEGAL_FORMS.has(next.norm);
}

/** Every key under which an interest may ask; see `keysAskedBy`. */
export function* keysOf(item: PreparedItem): Generator<string> {
  yield* item.at.keys();
  for (const code of item.postcodes.keys()) yield `postcode ${code}`;
  for (const name of item.streets.keys()) yield `street ${name}`;
  for (const topic of item.topics.keys()) yield `topic ${topic}`;
}
