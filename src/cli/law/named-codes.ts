import { civilDate, rulebookFor, type Adopted, type Rulebook } from '../../law/index.js';

/** In `law answer` the named code speaks on any day: on this one all are in force. */
export const ANY_DAY = civilDate('2024-01-01');

export const CODES: Readonly<Record<string, Adopted['codes']>> = {
  'ENG/statute-only': [],
  'ENG/statute-faithful': [{ code: 'statute-faithful', from: ANY_DAY }],
  'ENG/WCC-2012': [{ code: 'worcestershire-2012', from: ANY_DAY }],
  'ENG/LGA-2020': [{ code: 'lga-model-2020', from: ANY_DAY }],
};

/** The rulebook of a named code, with the standing order that a case speaks of. */
export function bookOf(codes: Adopted['codes'], excludes: boolean | undefined, strict: boolean): Rulebook {
  const unsaid = strict ? 'unknown' : [];
  const standingOrdersExclude = excludes === undefined ? unsaid : excludes ? [{ from: ANY_DAY }] : [];
  const book = rulebookFor({ jurisdiction: 'england', codes, standingOrdersExclude }, ANY_DAY);
  if (book.kind === 'not-encoded')
    throw new TypeError('The law of the day on which all codes stand is encoded.');
  return book;
}
