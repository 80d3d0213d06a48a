import type { Finding } from './conclusion.js';
import { decided, when } from './finding.js';
import type { Point } from './point.js';
import { reason } from './rule.js';
import type { RuleSource } from './rule.js';
import type { Truth } from './truth.js';

/** A condition as an answer of its own, with the point to make where it holds. */
export function yesOrNo(rule: RuleSource, truth: Truth, ifSo: Point): Finding<boolean> {
  return when(
    truth,
    () => decided(true, reason(rule, ifSo, truth.facts)),
    () => decided(false, reason(rule, truth.otherwise, truth.facts)),
  );
}
