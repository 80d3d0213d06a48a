import type { Case, CaseTable } from '../../case-table.js';
import type { MeetingAnswer } from '../../conclusion.js';
import type { MeetingFacts } from '../../facts.js';
import type { SomeRule } from '../../rule.js';
import { MEETING_COLUMNS, inShort } from '../ordinary-meeting.js';
import type { CodeOfConduct } from './code.js';

export type MeetingCase = Case<MeetingFacts, readonly string[]>;
export type MeetingTable = CaseTable<MeetingFacts, MeetingAnswer, readonly string[]>;

/** What `inShort` gives where a code sends the member out, and where it has them declare and lets them stay. */
export const DECLARE_AND_GO: readonly string[] = ['existence_and_nature', 'false', 'false', 'true', 'null'];
export const DECLARE_AND_STAY: readonly string[] = ['existence_and_nature', 'true', 'true', 'false', 'null'];
/** And where the answers to the same question are missing for all that the member may do. */
export const waitsFor = (fact: string, declare = 'existence_and_nature'): readonly string[] => [
  declare,
  ...Array<string>(3).fill(`? ${fact}`),
  'null',
];

/** Cases of a code at meetings, shown under the code and the paragraphs that they are about. */
export function meetingCases(
  code: CodeOfConduct,
  paragraphs: readonly SomeRule[],
  title: string,
  cases: readonly MeetingCase[],
): MeetingTable {
  return {
    title: `${code.title}: ${title}`,
    rules: [code.id, ...paragraphs.map(({ id }) => id)],
    columns: MEETING_COLUMNS,
    decide: (facts) => code.decide(facts, facts.meetingDate),
    summary: inShort,
    cases,
    always: ['meetingDate'],
  };
}
