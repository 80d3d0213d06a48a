import type { Postcode, Street } from './addresses.js';
import type { CueFound } from './cues.js';
import type { Word } from './words.js';

/** A word that counts, with what stands before it in its sentence. */
export interface ItemWord extends Word {
  weight: number;
  /** Words of one segment have no punctuation between them. */
  segment: number;
  /** Its place among all words. */
  index: number;
}

/** Opaque: it belongs to this version of the matcher. */
export interface PreparedItem {
  text: string;
  titleEnd: number;
  /** All words, and those that count. */
  words: Word[];
  content: ItemWord[];
  /** Places in `content` by key: pairs of words, brands, initials, surnames, words of the title. */
  at: Map<string, number[]>;
  postcodes: Map<string, Postcode>;
  streets: Map<string, Street[]>;
  /** What the title is about, in `words`. */
  topics: Map<string, CueFound>;
  /** Proper names of the title: somebody or some place that the item is about. */
  titleNames: string[];
  /** One company, one address or one application; not a policy for all. */
  isSpecific: boolean;
}
