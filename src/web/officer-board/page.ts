import type { DutyState } from '../../duties/index.js';
import type { Permission } from '../../identity/index.js';
import {
  DUTY_KINDS,
  filtered,
  STATE_ORDER,
  type BoardDuty,
  type ComplianceBoardOfDay,
} from '../../oversight/index.js';
import { dateInWords } from '../../wording/index.js';
import { blankForm, type FormState } from '../form/index.js';
import { pagesOf, seatRoleInWords, shortDate, shownInWords } from '../page/index.js';
import { filterOf, queryOf, type AskedOfBoard } from './filter.js';
import { kindInWords, tagOf, whatInWords } from './kind-words.js';
import { stateTag, type StateTag } from './state-words.js';

/** Rows on one page. */
export const PAGE_SIZE = 50;
const AT = '/officer';

interface BoardRow {
  /** Undefined for what officers owe. */
  readonly member: { readonly name: string; readonly href: string } | undefined;
  readonly group: string;
  readonly what: string;
  readonly since: string;
  /** Where the reasons are, with their sources; undefined for whoever may not open the page. */
  readonly whyHref: string | undefined;
  readonly lastDay: string;
  readonly state: StateTag;
  readonly answered: string;
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface BoardView {
  readonly title: string;
  readonly asAt: string;
  /** '11 members'. */
  readonly members: string;
  readonly stats: readonly { value: string; label: string; href?: string; alarm?: boolean }[];
  readonly form: FormState;
  readonly isFiltered: boolean;
  readonly choices: Readonly<Record<'states' | 'kinds' | 'bodies' | 'groups', readonly Choice[]>>;
  readonly found: string;
  readonly rows: readonly BoardRow[];
  readonly csvHref: string;
  /** GOV.UK's pagination; undefined where all fits on one page. */
  readonly pages: object | undefined;
  readonly vacancies: readonly { readonly body: string; readonly seats: readonly string[] }[];
}

/** What is asked of the board, and by whom. */
interface Reading {
  readonly asked: AskedOfBoard;
  /** From 1. */
  readonly page: number;
  readonly permissions: ReadonlySet<Permission>;
}

/** The board as the page shows it: the figures of everything that is asked for but its state, and one page of rows. */
export function boardView(board: ComplianceBoardOfDay, { asked, page, permissions }: Reading): BoardView {
  const { places } = board;
  const ofAnyState = filtered(board.duties, filterOf({ ...asked, state: '' }), places);
  const rows = asked.state === '' ? ofAnyState : ofAnyState.filter(({ state }) => state === asked.state);
  const list = { page, count: rows.length, size: PAGE_SIZE };
  const onPage = rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return {
    title: 'Who owes what',
    asAt: dateInWords(board.asAt),
    members: board.members === 1 ? '1 member' : `${counted(board.members)} members`,
    stats: [...countsByState(ofAnyState, asked), ...countsOfCouncil(board)],
    form: blankForm({ ...asked }),
    isFiltered: queryOf(asked) !== '',
    choices: choicesOf(places),
    found: foundInWords(list, onPage.length),
    rows: onPage.map((row) => rowOf(row, board, permissions)),
    csvHref: `${AT}/duties.csv${queryOf(asked)}`,
    pages: pagesOf(list, (number) => `${AT}${queryOf(asked, number === 1 ? {} : { page: String(number) })}`),
    vacancies: vacanciesIn(places),
  };
}

/** Only the states that something is in, and always the one that must not be overlooked. */
function countsByState(duties: readonly BoardDuty[], asked: AskedOfBoard): BoardView['stats'] {
  const counts = new Map<DutyState, number>();
  for (const { state } of duties) counts.set(state, (counts.get(state) ?? 0) + 1);
  return STATE_ORDER.flatMap((state) => {
    const value = counts.get(state) ?? 0;
    if (value === 0 && state !== 'overdue') return [];
    const alarm = state === 'overdue' && value > 0;
    const href = `${AT}${queryOf(asked, { state })}`;
    return [{ value: counted(value), label: stateTag(state).text, href, alarm }];
  });
}

function countsOfCouncil({ toEnter }: ComplianceBoardOfDay): BoardView['stats'] {
  return [{ value: counted(toEnter), label: 'To enter in the register', href: '/officer/notifications' }];
}

function choicesOf({ bodies, groupOf }: ComplianceBoardOfDay['places']): BoardView['choices'] {
  const groups = [...new Set(groupOf.values())].sort((a, b) => a.localeCompare(b, 'en-GB'));
  return {
    states: [
      { value: '', text: 'Any state' },
      ...STATE_ORDER.map((value) => ({ value, text: stateTag(value).text })),
    ],
    kinds: [
      { value: '', text: 'Any kind' },
      ...DUTY_KINDS.map((value) => ({ value, text: kindInWords(value) })),
    ],
    bodies: [{ value: '', text: 'Any body' }, ...bodies.map(({ id, name }) => ({ value: id, text: name }))],
    groups: [{ value: '', text: 'Any group' }, ...groups.map((name) => ({ value: name, text: name }))],
  };
}

function rowOf(row: BoardDuty, { places }: ComplianceBoardOfDay, may: ReadonlySet<Permission>): BoardRow {
  const { member, lastDay, metOn } = row;
  return {
    member: member && { name: member.name, href: `/officer/members/${member.id}` },
    group: places.groupOf.get(member?.id ?? '') ?? '',
    ...whatInWords(row),
    whyHref: whyHref(row, may),
    lastDay: lastDay === undefined ? 'None' : shortDate(lastDay),
    state: tagOf(row),
    answered: metOn === undefined ? '' : shortDate(metOn),
  };
}

function whyHref({ kind, about, member }: BoardDuty, may: ReadonlySet<Permission>): string | undefined {
  if (member === undefined) return may.has('DecideSensitivity') ? '/officer/sensitive' : undefined;
  const isOpen = kind === 'dispensation-ends' && may.has('ReadDispensations');
  return isOpen ? `/officer/dispensations/${about}` : `/officer/members/${member.id}/duties#${kind}-${about}`;
}

function foundInWords(list: { page: number; size: number; count: number }, onPage: number): string {
  const { count } = list;
  if (count === 0) return 'Nothing was found.';
  const all = count === 1 ? '1 duty' : `${counted(count)} duties`;
  return onPage === 0 ? `There are ${all}, and fewer pages than that.` : shownInWords(all, list, onPage);
}

function vacanciesIn({ vacancies }: ComplianceBoardOfDay['places']): BoardView['vacancies'] {
  const bodies = new Map<string, string[]>();
  for (const { body, role, count } of vacancies) {
    const words = `${count === 1 ? 'Vacant' : `${count} vacancies`}: ${seatRoleInWords(role).toLowerCase()}`;
    bodies.set(body, [...(bodies.get(body) ?? []), words]);
  }
  return [...bodies].map(([body, seats]) => ({ body, seats }));
}

const counted = (count: number): string => count.toLocaleString('en-GB');
