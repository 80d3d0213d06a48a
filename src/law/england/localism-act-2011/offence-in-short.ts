import type { Finding } from '../../conclusion.js';
import { findingInShort } from '../../finding-in-short.js';
import type { OffenceAnswer } from './s34-1-offence.js';

/** What each text of {@link offenceInShort} is about. */
export const OFFENCE_COLUMNS: readonly string[] = [
  'Is an offence',
  'Breaches a code that asks for it',
  'Why',
];

/** Whether it is an offence, whether it breaches a code that asks for it, and why it is an offence or none. */
export function offenceInShort({ offence, codeBreachIfCodeRequires }: OffenceAnswer): readonly string[] {
  return [findingInShort(offence), findingInShort(codeBreachIfCodeRequires), whyOffence(offence)];
}

/** The first point, which is often another rule's, and then those that s.34(1) makes; none while it waits for a fact. */
function whyOffence(offence: Finding<boolean>): string {
  if (offence.kind === 'cannot-tell') return '';
  const points = offence.reasons
    .filter(({ rule }, index) => index === 0 || rule.includes('/s34(1)/'))
    .map(({ point }) => point);
  return points.join(', ');
}
