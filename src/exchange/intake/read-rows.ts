import { STANDINGS, VOTES } from '../../members/index.js';
import { addDays, civilDate, type CivilDate } from '../../law/index.js';
import { isMailAddress } from '../../platform/mail/index.js';
import { characterProblem, dayIn } from '../interest-fields/index.js';
import type { Line } from '../register-csv/index.js';
import type { CouncilOfIntake, IntakeProblem, IntakeRow } from './intake-row.js';
import { takingOfficeDay } from './taking-office-day.js';

/** The Local Government Act 1972 came into force; nobody took office under it before. */
const EARLIEST = civilDate('1974-04-01');
/** So far ahead a term may begin, in days. */
const AHEAD = 366;
const LONGEST = { name: 200, group: 100, 'external-id': 100 } as const;
const VALUE_SHOWN = 80;
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

/** Whom a row is about, as far as it can be read: for finding what is in the file twice. */
export interface Sketch {
  readonly row: number;
  readonly authorityId: string;
  readonly name: string;
  readonly email: string | null;
  readonly externalId: string | null;
}

export interface RowReading {
  readonly row?: IntakeRow;
  readonly sketch?: Sketch;
  readonly problems: readonly IntakeProblem[];
}

/** What the rows are read against. */
export interface ReadAgainst {
  readonly councils: ReadonlyMap<string, CouncilOfIntake>;
  readonly today: CivilDate;
}

/** Reads one row, with everything that is wrong with it. */
export function readRow(line: Line, columns: readonly string[], against: ReadAgainst): RowReading {
  const cells = new Cells(line, columns);
  const council = cells.council(against.councils);
  const name = cells.text('name', true) ?? '';
  const email = cells.email();
  const standing = cells.choice('standing', STANDINGS);
  const votesOn = cells.choice('votes-on', VOTES, 'any');
  const byElection = cells.yes('by-election');
  const [group, externalId] = [cells.text('group'), cells.text('external-id')];
  const continues = cells.ids('continues');
  const pollingDay = cells.day('polling-day', against.today);
  const given = cells.day('became-member-on', against.today);
  const sketch =
    council === undefined || name === ''
      ? {}
      : { sketch: { row: line.row, authorityId: council.id, name, email, externalId } };
  if (council === undefined || standing === undefined || pollingDay === undefined || given === undefined)
    return { ...sketch, problems: cells.problems };
  const came = { standing, byElection, pollingDay, becameMemberOn: given };
  const day = takingOfficeDay(council.kind, came, against.today);
  if ('wrong' in day) cells.wrong(day.column, day.wrong, day.write);
  if (!('becameMemberOn' in day) || votesOn === undefined || cells.problems.length > 0)
    return { ...sketch, problems: cells.problems };
  return {
    ...sketch,
    problems: [],
    row: {
      ...{ row: line.row, authorityId: council.id, name, email, standing, votesOn, pollingDay },
      ...{ becameMemberOn: day.becameMemberOn, group, externalId, continues },
    },
  };
}

/** The cells of one row by their columns. Each reading notes what is wrong, and answers undefined then. */
class Cells {
  readonly problems: IntakeProblem[] = [];
  readonly #row: number;
  readonly #words: ReadonlyMap<string, string>;

  constructor({ row, cells }: Line, columns: readonly string[]) {
    this.#row = row;
    this.#words = new Map(
      columns.map((name, index) => [name, (cells[index] ?? '').replace(/[\t\u00a0]/g, ' ').trim()]),
    );
    if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
      this.wrong(
        columns[0] ?? '',
        'The row has more cells than the first line has columns',
        'Put words that hold a comma in quotation marks',
      );
    }
  }

  wrong(column: string, what: string, write: string): void {
    const value = this.#word(column).slice(0, VALUE_SHOWN);
    this.problems.push({ row: this.#row, column, wrong: what, write, value });
  }

  council(councils: ReadonlyMap<string, CouncilOfIntake>): CouncilOfIntake | undefined {
    const slug = this.#word('council').toLowerCase();
    const council = councils.get(slug);
    const write = 'Write the word that stands in the council’s web addresses, or set the council up first';
    const what = slug === '' ? 'council is empty' : 'No council of this installation has this word';
    if (council === undefined) this.wrong('council', what, write);
    return council;
  }

  text(column: keyof typeof LONGEST, isRequired = false): string | null {
    const text = this.#word(column);
    if (text === '') {
      if (isRequired) this.wrong(column, `${column} is empty`, `Write the ${column} on every row`);
      return null;
    }
    const bad = characterProblem(text) ?? (text.includes('\n') ? BROKEN : undefined);
    if (bad !== undefined) this.wrong(column, `${column} ${bad.wrong}`, bad.write);
    const most = LONGEST[column];
    if (text.length > most) this.wrong(column, `${column} is too long`, `Write ${most} characters or fewer`);
    return text;
  }

  email(): string | null {
    const email = this.#word('email').toLowerCase();
    if (email === '') return null;
    if (isMailAddress(email) && email.includes('.', email.indexOf('@'))) return email;
    this.wrong(
      'email',
      'email is not an address',
      'Write one address, like name@example.com, or leave it empty',
    );
    return null;
  }

  /** The one of the choices that is written, or what stands for an empty cell. */
  choice<T extends string>(column: string, choices: readonly T[], whenEmpty?: T): T | undefined {
    const word = this.#word(column)
      .toLowerCase()
      .replace(/[\s_]+/g, '-');
    if (word === '' && whenEmpty !== undefined) return whenEmpty;
    const found = choices.find((choice) => choice === word);
    if (found === undefined) {
      const what = word === '' ? `${column} is empty` : `${column} is none of the words`;
      this.wrong(column, what, `Write one of: ${choices.join(', ')}`);
    }
    return found;
  }

  yes(column: string): boolean {
    const word = this.#word(column).toLowerCase();
    if (word === 'yes' || word === 'y') return true;
    if (word !== '' && word !== 'no' && word !== 'n')
      this.wrong(column, `${column} is neither yes nor no`, 'Write yes, or leave it empty');
    return false;
  }

  /** Null where the cell is empty; undefined where it holds no day that can be. */
  day(column: string, today: CivilDate): CivilDate | null | undefined {
    const words = this.#word(column);
    if (words === '') return null;
    const day = dayIn(words);
    if (day === undefined)
      this.wrong(column, `${column} is not a real day`, 'Write the day as 2026-05-07 or 07/05/2026');
    else if (day < EARLIEST) this.wrong(column, `${column} is before April 1974`, 'Check the year');
    else if (day > addDays(today, AHEAD))
      this.wrong(column, `${column} is more than a year from today`, 'Check the year');
    else return day;
    return undefined;
  }

  ids(column: string): string[] {
    const ids = this.#word(column)
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    if (ids.some((id) => !UUID.test(id)))
      this.wrong(
        column,
        `${column} is not as the list gives it`,
        'Copy it from the list of the hand-over, or leave it empty',
      );
    return [...new Set(ids)];
  }

  #word(column: string): string {
    return this.#words.get(column) ?? '';
  }
}

const BROKEN = { wrong: 'has more than one line', write: 'Write it on one line' };
