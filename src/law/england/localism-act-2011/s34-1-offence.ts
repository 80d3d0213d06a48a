import { localismAct } from '../../citation.js';
import { strictestOf } from '../../combine.js';
import type { Finding, Reason } from '../../conclusion.js';
import { change, decided, possible, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { RuleSource } from '../../rule.js';
import { condition } from '../../truth.js';

/** What s.34(1) makes of one piece of conduct, and what is left of it for a code where it is no offence. */
export interface OffenceAnswer {
  readonly offence: Finding<boolean>;
  /** Does it breach the council's code, supposing that the code asks for it? A complaint about standards, no crime. */
  readonly codeBreachIfCodeRequires: Finding<boolean>;
}

/**
 * The limbs of s.34(1): (a) failing to notify or disclose, (b) taking part against s.31(4), (c) taking steps against
 * s.31(8).
 */
export function limb(rule: RuleSource, letter: 'a' | 'b' | 'c'): RuleSource {
  return { ...rule, citation: localismAct(`34(1)(${letter})`) };
}

/** What each outcome of a limb gives as its reason. */
export interface Outcomes {
  readonly broken: Reason;
  readonly kept: Reason;
}

/** What the law said to the member, as a contravention: it was broken if the law stood in the way. */
export function contravention<V>(
  law: Finding<V>,
  stands: (value: V) => boolean,
  { broken, kept }: Outcomes,
): Finding<boolean> {
  const answer = change(law, stands);
  const outcomes = possible(answer).map((is) => (is ? broken : kept));
  return { ...answer, reasons: [...answer.reasons, ...outcomes] };
}

/** One contravention is enough, and its reasons alone explain it. */
export function anyContravention(a: Finding<boolean>, b: Finding<boolean>): Finding<boolean> {
  return strictestOf(a, b, (one, other) => one || other);
}

/** s.34(1): a contravention "without reasonable excuse". Where there is none, nobody asks for an excuse. */
export function unlessExcused(
  rule: RuleSource,
  contravened: Finding<boolean>,
  reasonableExcuse: boolean | undefined,
): Finding<boolean> {
  if (!possible(contravened).includes(true)) {
    return { ...contravened, reasons: [...contravened.reasons, reason(rule, 'no-offence', [])] };
  }
  const excuse = condition('reasonableExcuse', reasonableExcuse, 'no-reasonable-excuse');
  const withoutExcuse = when(
    excuse,
    () => decided(false, reason(rule, 'reasonable-excuse', excuse.facts)),
    () => decided(true, reason(rule, 'no-reasonable-excuse', excuse.facts, 'criminal')),
  );
  return strictestOf(contravened, withoutExcuse, (one, other) => one && other);
}
