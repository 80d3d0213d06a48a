/** Everything in which an interest and an item agree. How much it weighs is decided elsewhere. */
import type { Street } from './addresses.js';
import { align, endWithLegalForm } from './align.js';
import { NEIGHBOUR } from './cues.js';
import type { Ask, PreparedInterest, Quote } from './interest.js';
import type { PreparedItem } from './prepared-item.js';
import type { EvidenceKind, Found } from './matching.js';
import { sharedWords } from './shared-words.js';
import { WEIGHT, weightOf } from './weights-of-words.js';

/** Gathers the best evidence of each kind and wording. */
export function evidenceOf(interest: PreparedInterest, item: PreparedItem): Found[] {
  const best = new Map<string, Found>();
  const keep = (found: Found | undefined) => {
    if (found === undefined) return;
    const key = `${found.kind} ${found.interest}`;
    const known = best.get(key);
    if (known === undefined || rank(found) > rank(known)) best.set(key, found);
  };
  for (const ask of interest.asks) {
    for (const place of item.at.get(ask.key) ?? []) keep(answerAt(ask, item, place));
  }
  for (const { code, printed } of interest.postcodes) {
    const inItem = item.postcodes.get(code);
    if (inItem !== undefined)
      keep({ kind: 'postcode', interest: printed, item: inItem.printed, strength: 1, inTitle: true });
  }
  for (const street of interest.streets) {
    for (const candidate of item.streets.get(street.name) ?? []) keep(streetAnswer(street, candidate, item));
  }
  for (const cue of interest.topics) keep(topicAnswer(cue, item));
  keep(sharedWords(interest, item));
  return [...best.values()];
}

const rank = (found: Found) => found.strength + (found.inTitle ? 1 : 0);

function answerAt(ask: Ask, item: PreparedItem, place: number): Found | undefined {
  switch (ask.kind) {
    case 'align':
      return alignedAt(ask, item, place);
    case 'brand':
      return wordAt('brand', ask.quote, item, place, 1);
    case 'one':
      return wordAt('brand', ask.quote, item, place, SINGLE_WORD);
    case 'house':
      return hasTown(ask.localities, item, place) ? wordAt('address', ask.quote, item, place, 1) : undefined;
    case 'initials':
      return initialsAt(ask, item, place);
    case 'surname':
      return wordAt('surname', ask.quote, item, place, 1);
    case 'word':
      return undefined;
  }
}

/** A single word that only its capital makes a name. */
const SINGLE_WORD = 0.5;
/** Words after a name in which its town stands. */
const LOCALITY_WITHIN = 6;

function alignedAt(ask: Ask & { kind: 'align' }, item: PreparedItem, place: number): Found | undefined {
  const aligned = align(ask.name, ask.anchor, item, place);
  if (aligned === undefined || isElsewhere(ask.name.localities, item, place)) return undefined;
  const { kind, share, interest, inTitle } = aligned;
  return { kind, interest, item: aligned.item, strength: share, inTitle };
}

/** A house of one word is known by its town: "Fernhollow, Nether Brine". */
function hasTown(localities: ReadonlySet<string>, item: PreparedItem, place: number): boolean {
  const from = item.content[place]?.index ?? 0;
  return item.words.slice(from + 1, from + 1 + LOCALITY_WITHIN).some((word) => localities.has(word.stem));
}

/** The same house name in another town is another house. */
function isElsewhere(localities: ReadonlySet<string>, item: PreparedItem, place: number): boolean {
  if (localities.size === 0) return false;
  const from = item.content[place]?.index ?? 0;
  const after = item.words.slice(from + 1, from + 1 + LOCALITY_WITHIN);
  const towns = after.filter((word) => word.isCapital && weightOf(word) === WEIGHT.name);
  const known = towns.filter((word) => word.afterBreak);
  return known.length > 0 && !towns.some((word) => localities.has(word.stem));
}

const quoteOf = ({ source, start, end }: Quote) => source.slice(start, end);

function wordAt(
  kind: EvidenceKind,
  quote: Quote,
  item: PreparedItem,
  place: number,
  strength: number,
): Found | undefined {
  const word = item.content[place];
  if (word === undefined) return undefined;
  const end = endWithLegalForm(item, word.index);
  const inTitle = end <= item.titleEnd;
  return { kind, interest: quoteOf(quote), item: item.text.slice(word.start, end), strength, inTitle };
}

/** Words of the item in which the rest of a name must stand, on each side of the initials. */
const NEARBY = 3;

function initialsAt(ask: Ask & { kind: 'initials' }, item: PreparedItem, place: number): Found | undefined {
  const first = item.content[place];
  const last = item.content[place + ask.length];
  if (first === undefined || last === undefined) return undefined;
  const around = item.content
    .slice(Math.max(0, place - NEARBY), place + ask.length + 1 + NEARBY)
    .filter((word) => word.segment === first.segment);
  if (!ask.nearby.every((stem) => around.some((word) => word.stem === stem))) return undefined;
  const end = endWithLegalForm(item, last.index);
  return {
    kind: 'acronym',
    interest: quoteOf(ask.quote),
    item: item.text.slice(first.start, end),
    strength: 1,
    inTitle: end <= item.titleEnd,
  };
}

/** The same house is strong, the same street only in the same town: most towns have a Station Road. */
function streetAnswer(street: Street, candidate: Street, item: PreparedItem): Found | undefined {
  const inTitle = candidate.start < item.titleEnd;
  const sameTown = [...street.localities].some((town) => candidate.localities.has(town));
  const otherTown = !sameTown && street.localities.size > 0 && candidate.localities.size > 0;
  if (otherTown) return undefined;
  const sameHouse = street.house !== undefined && street.house === candidate.house;
  const found = (kind: EvidenceKind, strength: number): Found => {
    return { kind, interest: street.printed, item: candidate.printed, strength, inTitle };
  };
  if (sameHouse) return sameTown ? found('address', 1) : found('street', 1);
  if (sameTown) return found('street', 0.7);
  // A street without its town is some street of the area, and only a title is about it.
  const otherHouse = street.house !== undefined && candidate.house !== undefined;
  return inTitle && !street.isCommon && !otherHouse ? found('street', 0.7) : undefined;
}

function topicAnswer(
  { topic, quote }: PreparedInterest['topics'][number],
  item: PreparedItem,
): Found | undefined {
  const cue = item.topics.get(topic);
  if (cue === undefined) return undefined;
  return {
    kind: topic === NEIGHBOUR ? 'neighbour' : 'topic',
    interest: quoteOf(quote),
    item: item.text.slice(item.words[cue.first]?.start, item.words[cue.last]?.end),
    strength: 1,
    inTitle: true,
  };
}
