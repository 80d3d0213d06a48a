import type { Disclose, Finding, Reason } from '../../conclusion.js';
import { cannotTell, decided, possible } from '../../finding.js';
import { reason } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import type { Truth } from '../../truth.js';
import { para11 } from './para11-disclose.js';
import { para12 } from './para12-prejudicial.js';
import type { PrejudiceFacts } from './para12-prejudicial.js';
import { para13 } from './para13-own-decision.js';
import type { ScrutinyFacts } from './para13-own-decision.js';

type EitherFacts = PrejudiceFacts & ScrutinyFacts;

/** Prejudicial by paragraph 12, or by paragraph 13 where a member scrutinises their own decision. */
export function prejudicialByEither(facts: EitherFacts, asAt: CivilDate): Finding<boolean> {
  const own = ownDecision(facts, asAt);
  const because = reason(para13, 'wales-own-decision', own.facts);
  if (own.is === 'yes') return decided(true, because);
  return strictest(para12.decide(facts, asAt), true, own, because);
}

/** A personal interest is disclosed by paragraph 11; so is the reason for not scrutinising one’s own decision, to be safe. */
export function disclosedByEither(facts: EitherFacts, asAt: CivilDate): Finding<Disclose> {
  const own = ownDecision(facts, asAt);
  const because = reason(para13, 'wales-say-own-decision', own.facts, 'standards-complaint');
  return strictest<Disclose>(para11.decide(facts, asAt), 'existence_and_nature', own, because);
}

function ownDecision(facts: EitherFacts, asAt: CivilDate): Truth {
  const own = para13.decide(facts, asAt);
  const { prejudicial } = facts;
  if (own.is === 'yes' && prejudicial === false) {
    throw new RangeError('prejudicial cannot be false where a member scrutinises their own decision.');
  }
  // Somebody who judged whether it is prejudicial has answered for paragraph 13 as well.
  return own.is === 'unknown' && prejudicial !== undefined ? { ...own, is: 'no' } : own;
}

/** The finding as it is, unless the condition brings in the strictest value. */
function strictest<V>(finding: Finding<V>, strict: V, condition: Truth, because: Reason): Finding<V> {
  const anythingLess = possible(finding).some((value) => value !== strict);
  if (!anythingLess || condition.is === 'no') return finding;
  if (condition.is === 'yes') return decided(strict, because);
  const missing = finding.kind === 'cannot-tell' ? finding.missing : [];
  return cannotTell(
    [...new Set([...possible(finding), strict])],
    [...missing, ...condition.facts],
    [...finding.reasons, because],
  );
}
