/** From evidence to an answer and the sentence that explains it. */
import type { Evidence, EvidenceKind, MatchAnswer } from './matching.js';

/** Evidence and how much it weighs, 0 to 1. */
export interface Found extends Evidence {
  score: number;
}

/** From this score on a match is probable; below it, possible. */
const PROBABLE_FROM = 0.7;

/** Silence of the matcher is not silence of the law, and the sentence must not sound like it. */
const NOTHING_FOUND =
  'Nothing was found: no name, postcode or address of this interest stands in the item. You must still consider whether the item touches it.';

/** They say nothing of the register: the interest may wait to be entered, and may be a partner's. */
const SENTENCES: Record<EvidenceKind, (interest: string, item: string) => string> = {
  name: (interest, item) => `The item names “${item}”, and you have told us of “${interest}”.`,
  'part-of-name': (interest, item) =>
    `The item names “${item}”, which may be “${interest}”, of which you have told us.`,
  postcode: (interest, item) => `The item has the postcode “${item}”, and you have told us of “${interest}”.`,
  address: (interest, item) => `The item has the address “${item}”, and you have told us of “${interest}”.`,
  street: (interest, item) =>
    `The item is about “${item}”, the same street in the same place as “${interest}”, of which you have told us.`,
};

/** Level, score and sentence from the strongest evidence; all evidence is kept, strongest first. */
export function explained(found: Found[]): MatchAnswer {
  const [best] = found.sort((a, b) => b.score - a.score);
  if (best === undefined) return { level: 'none', score: 0, evidence: [], why: NOTHING_FOUND };
  return {
    level: best.score >= PROBABLE_FROM ? 'probable' : 'possible',
    score: best.score,
    evidence: found.map(({ kind, interest, item }) => ({ kind, interest, item })),
    why: SENTENCES[best.kind](best.interest, best.item),
  };
}
