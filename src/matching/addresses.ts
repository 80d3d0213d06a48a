/** Postcodes and streets: in an interest to look for, in an item to be found. */
import { COMMON_STREETS, STREET_KINDS } from './common-words.js';
import { WEIGHT, weightOf } from './weights-of-words.js';
import type { Word } from './words.js';

export interface Postcode {
  /** Capitals without a space. */
  code: string;
  printed: string;
}

const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?) {0,2}(\d[A-Z]{2})\b/gi;

/** Full postcodes; half of one ("FY5") covers a town and is passed over. */
export function postcodesIn(text: string): Postcode[] {
  return [...text.matchAll(POSTCODE)].map(([printed, outward = '', inward = '']) => ({
    code: (outward + inward).toUpperCase(),
    printed,
  }));
}

/** A street with what stands around it. */
export interface Street {
  /** 'tallow lane', in the spelling that is compared. */
  name: string;
  /** The house number in front of it, if there is one. */
  house: string | undefined;
  /** The words after it: village, town, postcode district. */
  localities: Set<string>;
  /** Most towns have one of this name. */
  isCommon: boolean;
  /** As printed: "4 Tallow Lane". */
  printed: string;
  /** Where it begins in its text. */
  start: number;
}

/** Words before "Road" that may belong to its name. */
const LONGEST_NAME = 3;
/** Words after a street in which its village and town stand. */
const LOCALITY_WITHIN = 5;
const POSTCODE_DISTRICT = /^[a-z]{1,2}\d[a-z\d]?$/;

export function streetsIn(text: string, words: Word[]): Street[] {
  const streets: Street[] = [];
  for (const [index, word] of words.entries()) {
    const isStreet = STREET_KINDS.has(word.norm) && word.isCapital && !word.afterBreak;
    const first = isStreet ? startOfName(words, index) : index;
    const firstWord = words[first];
    if (first === index || firstWord === undefined) continue;
    const house = firstWord.afterBreak ? undefined : words[first - 1];
    const isHouse = house !== undefined && /^\d{1,4}[a-z]?$/.test(house.norm);
    const named = words.slice(first, index + 1);
    streets.push({
      name: named.map((each) => each.stem).join(' '),
      house: isHouse ? house.norm : undefined,
      localities: localitiesAfter(words, index),
      isCommon: named.slice(0, -1).every((each) => COMMON_STREETS.has(each.stem)),
      printed: text.slice(isHouse ? house.start : firstWord.start, word.end),
      start: firstWord.start,
    });
  }
  return streets;
}

/** Goes back over capitals, not over numbers or a comma. */
function startOfName(words: Word[], kind: number): number {
  let first = kind;
  while (kind - first < LONGEST_NAME) {
    const before = words[first - 1];
    const isPart =
      before?.isCapital === true && !/^[a-z]{0,2}\d/.test(before.norm) && words[first]?.afterBreak === false;
    if (!isPart) break;
    first -= 1;
  }
  return first;
}

function localitiesAfter(words: Word[], index: number): Set<string> {
  const after = words.slice(index + 1, index + 1 + LOCALITY_WITHIN);
  return new Set(
    after
      .filter(
        (word) => word.isCapital && (weightOf(word) === WEIGHT.name || POSTCODE_DISTRICT.test(word.norm)),
      )
      .map((word) => word.stem),
  );
}
