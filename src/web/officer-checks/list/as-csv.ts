import { csvCell } from '../../../publication/index.js';
import type { Finding } from '../../../oversight/index.js';
import { momentInFile } from '../../officer-reminders/outcome-words.js';
import type { NamesOfFindings } from '../known.js';
import { evidenceLine, questionOf, stateOf, tagsInWords } from '../words.js';

/** The columns, in their order. Names stay; new ones are added at the end. */
const COLUMNS = [
  'check',
  'finding',
  'state',
  'question',
  'members',
  'meeting',
  'on',
  'last_day',
  'notes',
  'rests_on',
  'closed_at',
  'closed_by',
  'reason',
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Findings as a table: RFC 4180 in UTF-8, with a byte order mark for spreadsheets. Times are London's. */
export function findingsAsCsv(findings: readonly Finding[], names: NamesOfFindings): string {
  const lines = findings
    .map((finding) => rowOf(finding, names))
    .map((row) => COLUMNS.map((column) => csvCell(row[column])).join(','));
  return `\uFEFF${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function rowOf(finding: Finding, names: NamesOfFindings): Row {
  const { check, ref, memberIds, meetingId, on = '', lastDay = '', evidence, closing } = finding;
  return {
    ...{ check, finding: ref, state: stateOf(finding), question: questionOf(finding, names) },
    members: memberIds.map(names.member).join('; '),
    meeting: meetingId === undefined ? '' : names.meeting(meetingId),
    ...{ on, last_day: lastDay, notes: tagsInWords(finding).join('; ') },
    rests_on: evidence
      .map((one) => evidenceLine(one, names))
      .map(({ name, value }) => `${name}: ${value}`)
      .join('; '),
    closed_at: momentInFile(closing?.at),
    closed_by: closing === undefined ? '' : names.person(closing.by),
    reason: closing?.reason ?? '',
  };
}
