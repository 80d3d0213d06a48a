import type { CannotTell, Decided, Excused, Finding, MeetingAnswer, Reason } from './conclusion.js';
import type { FactName } from './fact-name.js';
import type { Truth } from './truth.js';

/** A settled answer. */
export function decided<V>(value: V, ...reasons: readonly Reason[]): Decided<V> {
  return { kind: 'decided', value, reasons };
}

/** An answer that holds because of the dispensations named. */
export function excused<V>(value: V, by: readonly string[], ...reasons: readonly Reason[]): Excused<V> {
  return { kind: 'excused', value, by, reasons };
}

/** Every value that the finding leaves possible: one, unless it cannot tell. */
export function possible<V>(finding: Finding<V>): readonly V[] {
  return finding.kind === 'cannot-tell' ? finding.couldBe : [finding.value];
}

/** The one finding or the other, as the condition has it; while that is unknown, what both leave possible. */
export function when<V>(truth: Truth, yes: () => Finding<V>, no: () => Finding<V>): Finding<V> {
  if (truth.is === 'yes') return yes();
  if (truth.is === 'no') return no();
  return either(truth.facts, yes(), no());
}

/** As {@link when}, for the five answers of a layer at once. */
export function whenAnswer(truth: Truth, yes: () => MeetingAnswer, no: () => MeetingAnswer): MeetingAnswer {
  if (truth.is === 'yes') return yes();
  if (truth.is === 'no') return no();
  const [a, b] = [yes(), no()];
  return {
    disclose: either(truth.facts, a.disclose, b.disclose),
    discuss: either(truth.facts, a.discuss, b.discuss),
    vote: either(truth.facts, a.vote, b.vote),
    leave: either(truth.facts, a.leave, b.leave),
    notify: either(truth.facts, a.notify, b.notify),
  };
}

/** The same finding with each value changed; what changes it is given as a reason. */
export function change<V, W>(
  finding: Finding<V>,
  to: (value: V) => W,
  ...because: readonly Reason[]
): Finding<W> {
  const reasons = [...finding.reasons, ...because];
  return finding.kind === 'cannot-tell'
    ? cannotTell(distinct(finding.couldBe.map(to)), finding.missing, reasons)
    : { ...finding, value: to(finding.value), reasons };
}

/** The finding of two that belong together: each pair of possible values gives one. */
export function together<A, B, V>(a: Finding<A>, b: Finding<B>, join: (a: A, b: B) => V): Finding<V> {
  const reasons = dedupe([...a.reasons, ...b.reasons]);
  if (a.kind !== 'cannot-tell' && b.kind !== 'cannot-tell') {
    const value = join(a.value, b.value);
    const by = [...dispensationsOf(a), ...dispensationsOf(b)];
    return by.length > 0
      ? { kind: 'excused', value, by: distinct(by), reasons }
      : { kind: 'decided', value, reasons };
  }
  const values = distinct(possible(a).flatMap((left) => possible(b).map((right) => join(left, right))));
  return cannotTell(values, missingOf(a, b), reasons);
}

/** A finding that waits for facts. With one value left there is nothing to wait for. */
export function cannotTell<V>(
  couldBe: readonly V[],
  missing: readonly FactName[],
  reasons: readonly Reason[],
): CannotTell<V> | Decided<V> {
  return couldBe.length === 1 ? decided(couldBe[0] as V, ...reasons) : open(couldBe, missing, reasons);
}

function open<V>(
  couldBe: readonly V[],
  missing: readonly FactName[],
  reasons: readonly Reason[],
): CannotTell<V> {
  const [question] = missing;
  if (question === undefined) throw new TypeError('An open answer must name the fact it waits for.');
  return { kind: 'cannot-tell', couldBe, missing, question, reasons };
}

/**
 * What two findings, one of which holds, leave possible. Where both come to the same, it is settled: by the reasons
 * that they share, or else by those of the first, because those of the second assert that the condition failed.
 */
function either<V>(missing: readonly FactName[], a: Finding<V>, b: Finding<V>): Finding<V> {
  const values = distinct([...possible(a), ...possible(b)]);
  const [only] = values;
  if (values.length === 1 && listsWhatIsPossible(a) && listsWhatIsPossible(b)) {
    const shared = a.reasons.filter((one) => b.reasons.some((other) => sameReason(one, other)));
    return decided(only as V, ...(shared.length > 0 ? shared : a.reasons));
  }
  return open(values, distinct([...missing, ...missingOf(a, b)]), dedupe([...a.reasons, ...b.reasons]));
}

/** An open finding may leave the list empty, where what is possible, such as a day, cannot be listed. */
function listsWhatIsPossible(finding: Finding<unknown>): boolean {
  return possible(finding).length > 0;
}

function dispensationsOf(finding: Decided<unknown> | Excused<unknown>): readonly string[] {
  return finding.kind === 'excused' ? finding.by : [];
}

function sameReason(a: Reason, b: Reason): boolean {
  return a.rule === b.rule && a.point === b.point;
}

function missingOf(...findings: readonly Finding<unknown>[]): readonly FactName[] {
  return distinct(findings.flatMap((finding) => (finding.kind === 'cannot-tell' ? finding.missing : [])));
}

function dedupe(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length < 2) return reasons;
  return reasons.filter((one, index) => reasons.findIndex((other) => sameReason(one, other)) === index);
}

function distinct<V>(values: readonly V[]): readonly V[] {
  return [...new Set(values)];
}
