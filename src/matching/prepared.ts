/** Interests and items made ready once, so that many can be compared with many. */
import { explained } from './answer.js';
import { evidenceOf } from './evidence.js';
import type { PreparedInterest } from './interest.js';
import type { PreparedItem } from './prepared-item.js';
import type { MatchAnswer } from './matching.js';
import { featuresOf, scoreOf } from './score.js';

/** The same answer as `match`, from prepared sides. Depends on nothing but these two. */
export function matchPrepared(interest: PreparedInterest, item: PreparedItem): MatchAnswer {
  const found = evidenceOf(interest, item);
  return explained(found, found.length === 0 ? 0 : scoreOf(featuresOf(found, interest, item)));
}
