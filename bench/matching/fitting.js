/** Logistic regression, small and deterministic: gradient steps, a pull towards nothing, signs that make sense. */
import { evidenceOf } from '../../dist/src/matching/evidence.js';
import { FEATURES, featuresOf, scoreWith } from '../../dist/src/matching/score.js';
import { preparedOf } from './labelled.js';

/** Evidence may only add, and what speaks against a match may only take away. */
const AGAINST = new Set(FEATURES.filter((name) => name.endsWith('names another')));
const STEPS = 4_000;
const RATE = 0.5;
const PULL = 0.004;

/** One row a pair: what was found, and whether a warning helps. */
export function rowsOf(pairs) {
  return pairs.map((pair) => {
    const [interest, item] = preparedOf(pair);
    const found = evidenceOf(interest, item);
    return { pair, found, features: featuresOf(found, interest, item), match: pair.match, place: pair.place };
  });
}

/**
 * What is fitted is which evidence to believe. Pairs in which nothing was found cannot be warned about, whatever the
 * weights, and teach nothing.
 */
export function fit(rows) {
  const taught = rows.filter(({ found }) => found.length > 0);
  const weights = Object.fromEntries(FEATURES.map((name) => [name, 0]));
  let bias = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const slope = Object.fromEntries(FEATURES.map((name) => [name, 0]));
    let slopeOfBias = 0;
    for (const { features, match } of taught) {
      const error = scoreWith(features, weights, bias) - (match ? 1 : 0);
      slopeOfBias += error;
      for (const name of FEATURES) slope[name] += error * features[name];
    }
    bias -= (RATE * slopeOfBias) / taught.length;
    for (const name of FEATURES) {
      const moved = weights[name] - RATE * (slope[name] / taught.length + PULL * weights[name]);
      weights[name] = AGAINST.has(name) ? Math.min(0, moved) : Math.max(0, moved);
    }
  }
  return { weights, bias };
}

export const isWarned = ({ found, features }, { weights, bias }, from = 0.5) =>
  found.length > 0 && scoreWith(features, weights, bias) >= from;

const FOLDS = 5;

/** Each place is tested with weights that were fitted without it; larger places first, into the emptiest fold. */
export function crossValidated(rows, always = []) {
  const places = Map.groupBy?.(rows, ({ place }) => place) ?? groupBy(rows);
  const folds = Array.from({ length: FOLDS }, () => []);
  for (const group of [...places.values()].sort((a, b) => b.length - a.length)) {
    folds.sort((a, b) => a.length - b.length)[0].push(...group);
  }
  return folds.flatMap((tested) => {
    const inFold = new Set(tested);
    const fitted = fit([...rows.filter((row) => !inFold.has(row)), ...always]);
    return tested.map((row) => ({ ...row, warned: isWarned(row, fitted) }));
  });
}

function groupBy(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.place, [...(groups.get(row.place) ?? []), row]);
  return groups;
}

export function counted(rows) {
  const count = (warned, match) => rows.filter((row) => row.warned === warned && row.match === match).length;
  const [right, wrong, missed, quiet] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  const precision = right / (right + wrong);
  const recall = right / (right + missed);
  return {
    ...{ right, wrong, missed, quiet, precision, recall },
    f1: (2 * precision * recall) / (precision + recall),
    falseAlarms: wrong / (wrong + quiet),
  };
}
