import type { Board, DutyState, MemberDuty } from '../../duties/index.js';
import { civilDate, londonDateOf } from '../../law/index.js';
import { dateInWords } from '../../wording/index.js';
import { officeInWords, shortDate } from '../page/index.js';
import { STATES, stateTag, type StateTag } from './state-words.js';

/** Empty seats of one body, role by role. */
export interface Vacancy {
  readonly bodyName: string;
  /** 'Vacant: vice-chairman', '2 vacancies: member'. */
  readonly seats: readonly string[];
}

/** One member on the board. */
interface BoardRow {
  readonly name: string;
  readonly href: string;
  readonly office: string;
  readonly lastDay: string;
  readonly state: StateTag;
  readonly received: string;
  readonly entered: string;
  readonly pending: number;
  readonly sensitive: number;
}

export interface BoardView {
  readonly title: string;
  readonly asAt: string;
  readonly stats: readonly { value: number; label: string; href?: string; alarm?: boolean }[];
  /** The words of the state that is chosen; undefined for everybody. */
  readonly onlyState: string | undefined;
  readonly members: number;
  readonly rows: readonly BoardRow[];
  readonly vacancies: readonly Vacancy[];
}

/** The state that an address asks for; anything else is no filter. */
export function readState(asked: unknown): DutyState | undefined {
  return STATES.find((state) => state === asked);
}

/** The board as the page shows it: everybody counted, and the rows of one state or of all. */
export function boardView(
  { asAt, duties }: Board,
  only: DutyState | undefined,
  vacancies: readonly Vacancy[],
): BoardView {
  return {
    title: 'Who owes what',
    asAt: dateInWords(asAt),
    stats: [...countsByState(duties), ...countsToEnter(duties)],
    onlyState: only && stateTag(only).text,
    members: duties.length,
    rows: duties.filter(({ state }) => only === undefined || state === only).map(rowOf),
    vacancies,
  };
}

/** Only the states that somebody is in, and always the one that must not be overlooked. */
function countsByState(duties: readonly MemberDuty[]): BoardView['stats'] {
  return STATES.flatMap((state) => {
    const value = duties.filter((duty) => duty.state === state).length;
    if (value === 0 && state !== 'overdue') return [];
    const alarm = state === 'overdue' && value > 0;
    return [{ value, label: stateTag(state).text, href: `/officer?state=${state}`, alarm }];
  });
}

function countsToEnter(duties: readonly MemberDuty[]): BoardView['stats'] {
  const value = duties.reduce((sum, duty) => sum + duty.pending, 0);
  return [{ value, label: 'To enter in the register', href: '/officer/notifications' }];
}

function rowOf(duty: MemberDuty): BoardRow {
  const { member, term, answer, state, notifications, pending, entries } = duty;
  const [first] = notifications;
  return {
    name: member.name,
    href: `/officer/members/${member.id}`,
    office: `${officeInWords(term)}, since ${dateInWords(civilDate(term.becameMemberOn))}`,
    lastDay: answer.clock === null ? 'None' : shortDate(answer.clock.lastDay),
    state: stateTag(state),
    received: first === undefined ? 'No' : shortDate(civilDate(first.receivedOn)),
    entered: enteredInWords(first),
    pending,
    sensitive: entries.filter((entry) => entry.sensitive !== 'no').length,
  };
}

function enteredInWords(first: MemberDuty['notifications'][number] | undefined): string {
  if (first === undefined) return 'No';
  return first.enteredAt === null ? 'Not yet' : shortDate(londonDateOf(first.enteredAt));
}
