/** From evidence to one number: a logistic curve over what was found, with fitted weights. */
import { BIAS, WEIGHTS } from './fitted-weights.js';
import type { PreparedInterest } from './interest.js';
import type { PreparedItem } from './prepared-item.js';
import type { Found } from './matching.js';

/** What the weights are fitted to; each is 0 to 1. */
export const FEATURES = [
  'name',
  'name in the report',
  'part of a name',
  'common name',
  'brand',
  'acronym',
  'place',
  'street',
  'surname',
  'topic',
  'neighbour',
  'words',
  'phrase',
  'the title names another',
  'the interest names another',
  'only words, and the interest names another',
  'a name of both',
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Record<Feature, number>;

export function featuresOf(
  found: readonly Found[],
  interest: PreparedInterest,
  item: PreparedItem,
): Features {
  const features = Object.fromEntries(FEATURES.map((name) => [name, 0])) as Features;
  const raise = (name: Feature, to: number) => {
    features[name] = Math.max(features[name], to);
  };
  for (const evidence of found) raiseFor(evidence, raise);
  const isNamed = found.some(({ kind }) => !GENERAL.has(kind));
  if (!isNamed && found.length > 0) {
    const another = (name: string) => !interest.names.has(name) && !interest.local.has(name);
    const ofBoth = item.titleNames.filter((name) => interest.names.has(name));
    if (item.titleNames.some(another)) features['the title names another'] = 1;
    const hasTopic = found.some(({ kind }) => kind !== 'words');
    const other = hasTopic ? 'the interest names another' : 'only words, and the interest names another';
    if (interest.names.size > ofBoth.length) features[other] = 1;
    if (ofBoth.length > 0) features['a name of both'] = 1;
  }
  return features;
}

/** Kinds of evidence that name nobody. */
const GENERAL = new Set(['topic', 'words', 'neighbour']);

function raiseFor({ kind, strength, inTitle }: Found, raise: (name: Feature, to: number) => void): void {
  switch (kind) {
    case 'name':
      raise(inTitle ? 'name' : 'name in the report', strength);
      break;
    case 'part-of-name':
      raise('part of a name', strength);
      break;
    case 'common-name':
      raise('common name', strength);
      break;
    case 'postcode':
    case 'address':
      raise('place', strength);
      break;
    case 'words':
      raise('words', Math.min(1, strength));
      if (strength >= 0.5) raise('phrase', 1);
      break;
    default:
      raise(kind, strength);
  }
}

export const scoreOf = (features: Features): number => scoreWith(features, WEIGHTS, BIAS);

export function scoreWith(
  features: Features,
  weights: Readonly<Record<string, number>>,
  bias: number,
): number {
  let sum = bias;
  for (const name of FEATURES) sum += features[name] * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
