import type { Case, CaseTable } from '../../case-table.js';
import type { InterestFacts } from '../../facts.js';
import type { Prescribed } from '../../rulebook.js';
import { civilDate } from '../../time/civil-date.js';
import { prescribed } from '../prescribed.js';
import type { Description } from './description.js';

const ON = civilDate('2021-05-20');

export type DescriptionTable = CaseTable<InterestFacts, Prescribed, readonly string[]>;
export type DescriptionCases = readonly Case<InterestFacts, readonly string[]>[];

/** What {@link inShort} gives for an interest of the description, and for one that is not, for the reason given. */
export const COUNTS: readonly string[] = ['true', 'prescribed'];
export const not = (why: string): readonly string[] => ['false', why];
/** What it gives while a fact is missing. */
export const waitsFor = (fact: string): readonly string[] => [`? ${fact}`, 'null'];

/** The cases of one description, decided as the rulebook does: together with whose interest it is. */
export function casesOf(
  { id }: Description<never>,
  title: string,
  cases: DescriptionCases,
): DescriptionTable {
  return {
    title,
    rules: [id],
    columns: ['Is a disclosable pecuniary interest', 'Why'],
    decide: (facts) => prescribed(facts, ON),
    summary: inShort,
    cases,
    always: ['category'],
  };
}

/** Whether it is a disclosable pecuniary interest and the point that says why; or the first question to ask. */
function inShort({ finding }: Prescribed): readonly string[] {
  if (finding.kind === 'cannot-tell') return waitsFor(finding.question);
  return [String(finding.value), finding.reasons[0]?.point ?? 'no reason'];
}
