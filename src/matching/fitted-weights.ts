/**
 * How far each kind of evidence is to be believed. Fitted by bench/matching/fit.js to 205 labelled pairs of the project
 * (test/fixtures/matching) and 148 real ones; not edited by hand. Evidence of some kind is taken for granted: the
 * bias is what it is worth before its kind is known.
 */
export const BIAS = 2.78;

export const WEIGHTS = {
  name: 1.07,
  'name in the report': 0.51,
  'part of a name': 0.58,
  'common name': 0.45,
  brand: 0.37,
  acronym: 0,
  place: 0.38,
  street: 0.22,
  surname: 0.07,
  topic: 0,
  neighbour: 0.6,
  words: 0,
  phrase: 0.26,
  'the title names another': -1.6,
  'the interest names another': -1.64,
  'only words, and the interest names another': -1.71,
  'a name of both': 0.07,
} as const;
