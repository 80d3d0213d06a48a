import type { Finding } from '../../conclusion.js';

/** A finding as a case states it: its value, or '? ' and the fact to ask for first. */
export function valueInShort(finding: Finding<unknown>): string {
  if (finding.kind === 'cannot-tell') return `? ${finding.question}`;
  return Array.isArray(finding.value) ? finding.value.join(', ') : String(finding.value);
}

/** The points of its reasons, in their order. */
export function pointsInShort({ reasons }: Finding<unknown>): string {
  return reasons.map(({ point }) => point).join(', ');
}

/** Both, for tables whose rule gives one answer. */
export function valueAndPoints(finding: Finding<unknown>): readonly [string, string] {
  return [valueInShort(finding), pointsInShort(finding)];
}
