import type { Finding } from './conclusion.js';

/** A finding in one short text, for tables of cases: 'excused: ' marks relief, '? fact' what cannot be told. */
export function findingInShort(finding: Finding<unknown>): string {
  if (finding.kind === 'cannot-tell') return `? ${finding.question}`;
  return `${finding.kind === 'excused' ? 'excused: ' : ''}${String(finding.value)}`;
}

/** The points that explain a finding, in their order; none while it waits for a fact. */
export function whyInShort(finding: Finding<unknown>): string {
  if (finding.kind === 'cannot-tell') return '';
  return finding.reasons.map(({ point }) => point).join(', ');
}
