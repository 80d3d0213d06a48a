import type { KnownAdvice } from '../advice/index.js';
import type { OpenedEntry, OpenedInterest } from '../../register/index.js';

/** What one reader may not be shown of the member whom a case file is about. */
export interface WithheldFromReader {
  interest(interest: Pick<OpenedInterest, 'details'>): boolean;
  entry(opened: OpenedEntry): boolean;
  /** Words that people wrote freely: they may name what is sensitive. */
  readonly words: boolean;
  /** What was asked for and decided about dispensations, in words: for those who decide. */
  readonly dispensationWords: boolean;
  /** What was asked of the officer and answered, and for which item. */
  advice(known: Pick<KnownAdvice, 'sensitive'>): boolean;
}

/** What stands in the place of details that the reader may not see. */
export const DETAILS_WITHHELD = 'Details withheld: sensitive';
/** What stands in the place of words that may name such details. */
export const WORDS_WITHHELD =
  'The words are withheld: this member has an interest that is sensitive, or is asked to be, and the words may name it.';
