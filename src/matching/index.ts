/** Does this agenda item touch this interest? Pure; says why, with the words of each side that matched. */
import { prepareInterest } from './interest.js';
import { prepareItem } from './item.js';
import type { InterestToMatch, ItemToMatch, MatchAnswer, MatchContext } from './matching.js';
import { matchPrepared } from './prepared.js';

export type {
  Evidence,
  EvidenceKind,
  InterestToMatch,
  ItemToMatch,
  MatchAnswer,
  MatchContext,
  MatchLevel,
} from './matching.js';
export { type IndexedMatch, MatchIndex } from './match-index.js';
export { matchPrepared, prepareInterest, prepareItem };
export type { PreparedInterest } from './interest.js';
export type { PreparedItem } from './prepared-item.js';

/** Kept with every answer that is stored. Changes whenever an answer could change. */
export const MATCHER_VERSION = '3';

/** One interest against one item. For many against many, prepare each side once and use `matchPrepared`. */
export function match(interest: InterestToMatch, item: ItemToMatch, context: MatchContext = {}): MatchAnswer {
  return matchPrepared(prepareInterest(interest, context), prepareItem(item));
}
