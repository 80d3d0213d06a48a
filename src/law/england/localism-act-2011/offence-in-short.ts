import { findingInShort, whyInShort } from '../../finding-in-short.js';
import type { OffenceAnswer } from './s34-1-offence.js';

/** What each text of {@link offenceInShort} is about. */
export const OFFENCE_COLUMNS: readonly string[] = [
  'Is an offence',
  'Breaches a code that asks for it',
  'Why',
];

/** Whether it is an offence, whether it breaches a code that asks for it, and why it is an offence or none. */
export function offenceInShort({ offence, codeBreachIfCodeRequires }: OffenceAnswer): readonly string[] {
  return [findingInShort(offence), findingInShort(codeBreachIfCodeRequires), whyInShort(offence)];
}
