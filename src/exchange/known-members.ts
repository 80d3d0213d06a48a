import type { Member } from '../members/index.js';
import type { DraftAnswer, Question } from '../register/index.js';
import type { MemberToTakeOver } from './import-content.js';
import { memberKey, type CsvReading, type CsvRow, type RowProblem } from './register-csv/index.js';

const TITLES =
  /^(?:the |right |honourable |rt |hon |councillor |cllr |alderman |mr |mrs |ms |miss |mx |dr |sir |dame |lord |lady |rev |revd )+/;
const LETTERS_AFTER = /,.*$| (?:obe|mbe|cbe|jp|dl)$/g;

/** A name without titles and letters after it, for finding a member that another system calls a little otherwise. */
export const bareName = (name: string): string =>
  memberKey(name).replaceAll('.', '').replace(LETTERS_AFTER, '').replace(TITLES, '').trim();

/** The one member whom a page names; undefined for none or several. An officer sees and may change it. */
export function memberNamed(name: string, members: readonly Member[]): Member | undefined {
  const found = members.filter((member) => bareName(member.name) === bareName(name));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The rows of a file by the members of the authority. A row counts for a member only by their name as it is kept here or
 * their address: a likeness is not enough to enter something in anybody's register.
 */
export function membersOfRows(
  { rows, named }: Pick<CsvReading, 'rows' | 'named'>,
  members: readonly Member[],
): { members: MemberToTakeOver[]; problems: RowProblem[] } {
  const known = new Map<string, Member[]>();
  for (const member of members) {
    for (const key of new Set([
      memberKey(member.name),
      ...(member.email === null ? [] : [memberKey(member.email)]),
    ])) {
      known.set(key, [...(known.get(key) ?? []), member]);
    }
  }
  const found = (name: string): Member[] => known.get(memberKey(name)) ?? [];
  const problems = named
    .filter(({ member }) => found(member).length !== 1)
    .map((row) => unknownMember(row, found(row.member).length));
  const byMember = new Map<string, { member: Member; rows: CsvRow[] }>();
  for (const row of rows) {
    const [member] = found(row.member);
    if (member === undefined) continue;
    const of = byMember.get(member.id) ?? { member, rows: [] };
    of.rows.push(row);
    byMember.set(member.id, of);
  }
  const all = [...byMember.values()];
  return { members: all.map(toTakeOver), problems: [...problems, ...all.flatMap(namedTwice)] };
}

/**
 * Rows of one member under another name than their first row has. What rows say against each other is found by the name
 * in the file: under two names, one row's "nothing" would take away what another row tells.
 */
function namedTwice({ rows: [first, ...others] }: { rows: readonly CsvRow[] }): RowProblem[] {
  if (first === undefined) return [];
  return others
    .filter(({ member }) => memberKey(member) !== memberKey(first.member))
    .map(({ row }) => ({
      ...{ row, column: 'member' },
      wrong: `Row ${first.row} names the same member in another way`,
      write: 'Write the same name on all rows of a member',
    }));
}

function unknownMember({ row, member }: CsvReading['named'][number], found: number): RowProblem {
  const name = member.length > 60 ? `${member.slice(0, 60)}…` : member;
  return {
    ...{ row, column: 'member' },
    wrong:
      found === 0
        ? `No member of this council is called “${name}”`
        : `Several members of this council are called “${name}”`,
    write:
      found === 0
        ? 'Write the name as it stands in the set-up, or the e-mail address'
        : 'Write the e-mail address of the one who is meant',
  };
}

function toTakeOver({ member, rows }: { member: Member; rows: readonly CsvRow[] }): MemberToTakeOver {
  const answers: Partial<Record<Question, DraftAnswer>> = {};
  for (const { category, heldBy, details } of rows) {
    const question: Question = `${category}/${heldBy}`;
    const before = answers[question]?.interests ?? [];
    answers[question] =
      details === null
        ? { answer: 'nothing', interests: [] }
        : { answer: 'entries', interests: [...before, details] };
  }
  const hasPartner = rows.find((row) => row.hasPartner !== undefined)?.hasPartner ?? null;
  return { memberId: member.id, name: member.name, hasPartner, answers, rows: rows.length };
}
