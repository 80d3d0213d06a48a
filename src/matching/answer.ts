/** From evidence to an answer and the sentence that explains it. */
import type { EvidenceKind, Found, MatchAnswer } from './matching.js';

/** From this score on the member is warned: the middle of the fitted curve. */
export const POSSIBLE_FROM = 0.5;
/** From this score on a match is probable; below it, possible. */
const PROBABLE_FROM = 0.7;
/** Words are no proof, so no score is higher; and without strong evidence none is probable. */
const HIGHEST = { strong: 0.95, strongInReport: 0.85, weak: 0.65 };

/** Silence of the matcher is not silence of the law, and the sentence must not sound like it. */
const NOTHING_FOUND =
  'Nothing was found: no name, postcode, address or subject of this interest stands in the item. You must still consider whether the item touches it.';

/** They say nothing of the register: the interest may wait to be entered, and may be a partner's. */
const SENTENCES: Record<EvidenceKind, (interest: string, item: string) => string> = {
  name: (interest, item) => `The item names “${item}”, and you have told us of “${interest}”.`,
  'part-of-name': (interest, item) =>
    `The item names “${item}”, which may be “${interest}”, of which you have told us.`,
  'common-name': (interest, item) => `The item speaks of “${item}”, and you have told us of “${interest}”.`,
  brand: (interest, item) =>
    `The item names “${item}”, which may be the same business as “${interest}”, of which you have told us.`,
  acronym: (interest, item) =>
    `The item has “${item}” and you have told us of “${interest}”: one may be the initials of the other.`,
  postcode: (interest, item) => `The item has the postcode “${item}”, and you have told us of “${interest}”.`,
  address: (interest, item) => `The item has the address “${item}”, and you have told us of “${interest}”.`,
  street: (interest, item) =>
    `The item is about “${item}”, which may be the same street as “${interest}”, of which you have told us.`,
  surname: (interest, item) =>
    `The item has the surname “${item}”, as has “${interest}”, of whom you have told us; it may be another person.`,
  topic: (interest, item) => `The item is about “${item}”, which may affect your interest as “${interest}”.`,
  neighbour: (interest, item) =>
    `You have told us of “${interest}”, without a name, and the item is about “${item}”: check whether it is the same place.`,
  words: (interest, item) => `The item is about “${item}”, and you have told us of “${interest}”.`,
};

/** How much each kind says, strongest first. */
const ORDER: EvidenceKind[] = [
  ...(['name', 'postcode', 'address', 'part-of-name', 'common-name', 'brand', 'acronym'] as const),
  ...(['street', 'topic', 'words', 'neighbour', 'surname'] as const),
];
const STRONG = new Set<EvidenceKind>(['name', 'postcode', 'address']);

/** Level, score and sentence; all evidence is kept, strongest first. */
export function explained(found: Found[], fitted: number): MatchAnswer {
  found.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.strength - a.strength);
  const [best] = found;
  if (best === undefined || fitted < POSSIBLE_FROM) {
    return { level: 'none', score: 0, evidence: [], why: NOTHING_FOUND };
  }
  const score = rounded(limited(best, found, fitted));
  return {
    level: score >= PROBABLE_FROM ? 'probable' : 'possible',
    score,
    evidence: found.map(({ kind, interest, item }) => ({ kind, interest, item })),
    why: SENTENCES[best.kind](best.interest, best.item),
  };
}

function limited(best: Found, found: Found[], fitted: number): number {
  if (!STRONG.has(best.kind)) return Math.min(fitted, HIGHEST.weak);
  const inTitle = found.some(({ kind, inTitle: here }) => STRONG.has(kind) && here);
  return Math.max(PROBABLE_FROM, Math.min(fitted, inTitle ? HIGHEST.strong : HIGHEST.strongInReport));
}

const rounded = (score: number): number => Math.round(score * 100) / 100;
