import type { CivilDate } from '../../law/index.js';
import { bareName } from '../known-members.js';
import { memberKey, readLines, type CsvRefusal } from '../register-csv/index.js';
import type { CouncilOfIntake, IntakeProblem, IntakeRow } from './intake-row.js';
import { readRow, type Sketch } from './read-rows.js';
import { INTAKE_MOST_ROWS } from './read-text.js';
import { INTAKE_COLUMNS } from './template.js';

export interface IntakeReading {
  readonly rows: readonly IntakeRow[];
  readonly problems: readonly IntakeProblem[];
  /** How many rows the file has, those with problems too. */
  readonly total: number;
}

export interface IntakeAsked {
  readonly councils: readonly CouncilOfIntake[];
  readonly today: CivilDate;
  /** Was every council in the file elected as a whole? Then all who were elected came in on one day. */
  readonly wholeCouncil: boolean;
}

/**
 * PURE. Reads members from a file: every row with everything that is wrong with it, and with what it says against other
 * rows, so that all can be put right at once. Who is known here already is not asked.
 */
export function readIntake(
  text: string,
  { councils, today, wholeCouncil }: IntakeAsked,
): IntakeReading | CsvRefusal {
  const read = readLines(text, INTAKE_MOST_ROWS);
  if ('refused' in read) return read;
  const [head, ...lines] = read.lines;
  const columns = (head?.cells ?? []).map(columnName);
  const refused = columnsRefused(columns);
  if (refused !== undefined) return refused;
  if (lines.length === 0) return { refused: 'no-rows', detail: '' };
  const against = { councils: new Map(councils.map((council) => [council.slug, council])), today };
  const readings = lines.map((line) => readRow(line, columns, against));
  const rows = readings.flatMap(({ row }) => (row === undefined ? [] : [row]));
  const sketches = readings.flatMap(({ sketch }) => (sketch === undefined ? [] : [sketch]));
  const problems = [
    ...readings.flatMap((reading) => reading.problems),
    ...inTheFileTwice(sketches),
    ...(wholeCouncil ? electedOnOtherDays(rows) : []),
  ];
  return { rows, problems: inOrder(problems), total: lines.length };
}

/** By the row, and by the column in the order of the template. */
export function inOrder(problems: readonly IntakeProblem[]): IntakeProblem[] {
  const at = new Map(INTAKE_COLUMNS.map(({ name }, index) => [name, index]));
  return [...problems].sort((a, b) => a.row - b.row || (at.get(a.column) ?? 0) - (at.get(b.column) ?? 0));
}

/** 'External ID', 'external_id' and 'EXTERNAL-ID' are one column. */
const columnName = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

function columnsRefused(columns: readonly string[]): CsvRefusal | undefined {
  const known = new Set(INTAKE_COLUMNS.map(({ name }) => name));
  const named = columns.filter((name) => name !== '');
  const missing = INTAKE_COLUMNS.filter(({ name, isRequired }) => isRequired && !named.includes(name));
  if (missing.length > 0)
    return { refused: 'missing-columns', detail: missing.map(({ name }) => name).join(', ') };
  const unknown = named.filter((name) => !known.has(name)).map((name) => name.slice(0, 50));
  if (unknown.length > 0) return { refused: 'unknown-columns', detail: unknown.slice(0, 10).join(', ') };
  const repeated = named.filter((name, index) => named.indexOf(name) !== index);
  return repeated.length > 0 ? { refused: 'repeated-columns', detail: repeated.join(', ') } : undefined;
}

/** One person twice at one council, and one address for two people. */
function inTheFileTwice(sketches: readonly Sketch[]): IntakeProblem[] {
  const first = new Map<string, Sketch>();
  return sketches.flatMap((sketch) => {
    const { authorityId, name, email, externalId } = sketch;
    const keys = [
      ['name', `${authorityId} name ${memberKey(name)}`, name],
      ...(email === null ? [] : [['email', `${authorityId} email ${email}`, email] as const]),
      ...(externalId === null
        ? []
        : [['external-id', `${authorityId} id ${externalId}`, externalId] as const]),
    ] as const;
    const before = keys.map(([column, key, value]) => ({
      column,
      value,
      earlier: remember(first, key, sketch),
    }));
    const same = before.find(({ earlier }) => earlier !== undefined);
    if (same?.earlier !== undefined) {
      return [
        {
          ...{ row: sketch.row, column: same.column, value: same.value.slice(0, 80) },
          wrong: `Row ${same.earlier.row} has the same ${same.column} at the same council`,
          write: 'Delete one of the two rows; two people of one name must be told apart by it',
        },
      ];
    }
    const elsewhere = email === null ? undefined : remember(first, `email ${email}`, sketch);
    if (elsewhere === undefined || bareName(elsewhere.name) === bareName(name)) return [];
    return [
      {
        ...{ row: sketch.row, column: 'email', value: (email ?? '').slice(0, 80) },
        wrong: `Row ${elsewhere.row} gives this address to somebody of another name`,
        write: 'Give each of them an address of their own, or write the name of one person in one way',
      },
    ];
  });
}

/** What was seen first under a key; undefined where this is the first. */
function remember(first: Map<string, Sketch>, key: string, sketch: Sketch): Sketch | undefined {
  const before = first.get(key);
  if (before === undefined) first.set(key, sketch);
  return before;
}

/** Where a whole council was elected, its members retired on one day; rows that say otherwise contradict it. */
function electedOnOtherDays(rows: readonly IntakeRow[]): IntakeProblem[] {
  const first = new Map<string, IntakeRow>();
  return rows.flatMap((row) => {
    if (row.standing !== 'elected') return [];
    const before = first.get(row.authorityId);
    if (before === undefined) first.set(row.authorityId, row);
    if (before === undefined || before.becameMemberOn === row.becameMemberOn) return [];
    return [
      {
        ...{ row: row.row, column: row.pollingDay === null ? 'became-member-on' : 'polling-day' },
        value: row.pollingDay ?? row.becameMemberOn,
        wrong: `They were elected on another day than row ${before.row}, and the council is said to be elected as a whole`,
        write: 'Correct the day, or give the file again without saying that whole councils were elected',
      },
    ];
  });
}
