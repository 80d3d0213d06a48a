/** Labelled pairs: the project's own and, where it is here, the set of real ones; each with the place it belongs to. */
import { existsSync, readFileSync } from 'node:fs';
import { prepareInterest, prepareItem } from '../../dist/src/matching/index.js';

export const OWN = 'test/fixtures/matching/pairs.jsonl';
export const GIVEN = '../shared/data/matching/pairs-dev.jsonl';

const linesOf = (path) =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];

/** Pairs about which reasonable people agree and which can be found by their words. */
const isScored = (pair) => !pair.needs_outside_knowledge && pair.confidence !== 'low';

export const ownPairs = () => linesOf(OWN).filter(isScored);
export const givenPairs = () => withPlaces(linesOf(GIVEN).filter(isScored));

export const sidesOf = (pair) => ({
  interest: {
    text: pair.interest_text,
    category: pair.category,
    ...(pair.names === undefined ? {} : { names: pair.names }),
    ...(pair.addresses === undefined ? {} : { addresses: pair.addresses }),
  },
  item: { title: pair.agenda_item_title, text: pair.agenda_item_text ?? '' },
  context: { authority: pair.authority, places: pair.places },
});

export function preparedOf(pair) {
  const { interest, item, context } = sidesOf(pair);
  return [prepareInterest(interest, context), prepareItem(item)];
}

/**
 * Pairs that share a title, or a proper name in it, belong to one place, and so do those that are linked through a third:
 * nothing of a place that a fold is tested on was seen when its weights were fitted.
 */
function withPlaces(pairs) {
  const parent = new Map();
  const root = (key) => {
    if (!parent.has(key)) parent.set(key, key);
    const up = parent.get(key);
    return up === key ? key : root(up);
  };
  const keysOf = (pair) => {
    const [, item] = preparedOf(pair);
    return [`title ${pair.agenda_item_title}`, ...item.titleNames.map((name) => `name ${name}`)];
  };
  for (const pair of pairs) {
    const [first, ...others] = keysOf(pair);
    for (const other of others) parent.set(root(other), root(first));
  }
  return pairs.map((pair) => ({ ...pair, place: root(keysOf(pair)[0]) }));
}
