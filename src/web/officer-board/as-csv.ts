import type { BoardDuty, ComplianceBoardOfDay, ParishStanding } from '../../oversight/index.js';
import { csvCell } from '../../publication/index.js';
import { kindInWords, tagOf, whatInWords } from './kind-words.js';

/** The columns, in their order. Names stay; new ones are added at the end. What an interest is stands in none. */
const COLUMNS = [
  'member_id',
  'member_name',
  'group',
  'kind',
  'kind_in_words',
  'what',
  'since',
  'last_day',
  'state',
  'answered_on',
] as const;

const PARISH_COLUMNS = [
  'parish',
  'parish_name',
  'members',
  'not_answered',
  'due_soon',
  'last_day_passed',
  'to_enter',
  'publication_last_seen_on',
] as const;

type Row<Column extends string> = Readonly<Record<Column, string>>;

/** The rows of the board as a table. */
export function dutiesAsCsv(
  duties: readonly BoardDuty[],
  { groupOf }: Pick<ComplianceBoardOfDay['places'], 'groupOf'>,
): string {
  const rows = duties.map((duty): Row<(typeof COLUMNS)[number]> => {
    const { member, kind, since = '', lastDay = '', metOn = '' } = duty;
    return {
      ...{ member_id: member?.id ?? '', member_name: member?.name ?? '' },
      ...{ group: groupOf.get(member?.id ?? '') ?? '', kind, kind_in_words: kindInWords(kind) },
      ...{ what: whatInWords(duty).what, since, last_day: lastDay },
      ...{ state: tagOf(duty).text, answered_on: metOn },
    };
  });
  return asCsv(COLUMNS, rows);
}

/** The parishes of a principal authority as a table. */
export function parishesAsCsv(parishes: readonly ParishStanding[]): string {
  const rows = parishes.map((one): Row<(typeof PARISH_COLUMNS)[number]> => ({
    ...{ parish: one.slug, parish_name: one.name, members: `${one.members}` },
    ...{ not_answered: `${one.notAnswered}`, due_soon: `${one.dueSoon}`, last_day_passed: `${one.overdue}` },
    ...{ to_enter: `${one.toEnter}`, publication_last_seen_on: one.lastSeenOn ?? '' },
  }));
  return asCsv(PARISH_COLUMNS, rows);
}

/** RFC 4180 in UTF-8, with a byte order mark for spreadsheets. */
function asCsv<Column extends string>(columns: readonly Column[], rows: readonly Row<Column>[]): string {
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(','));
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}
