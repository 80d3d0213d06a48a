import { addDays, civilDate, earlier, type CivilDate } from '../../law/index.js';
import type { GroupMembership, Member, TermOfOffice } from '../../members/index.js';
import { grouped } from '../../platform/database/index.js';
import type { CouncilOfIntake, IntakeProblem, IntakeRow } from './intake-row.js';
import { finder, type Continued, type KnownAccount } from './same-person.js';

/**
 * new: not known at the council; re-elected: a term of theirs runs until this one begins; returned: they were a member
 * once; already-here: this very term is recorded, so that nothing is to be done.
 */
export type Outcome = 'new' | 're-elected' | 'returned' | 'already-here';

/** What a row comes to. */
export interface PlannedRow {
  readonly row: IntakeRow;
  readonly outcome: Outcome;
  /** The member who is there; undefined for a new one. */
  readonly member: Member | undefined;
  /** The account that is theirs; undefined where one is made, or where they have no address. */
  readonly accountId: string | undefined;
  /** The term that is there already. */
  readonly termId: string | undefined;
  /** Are they told how to sign in? Whoever has an address and could not sign in as this member before. */
  readonly invites: boolean;
  /** Is a group to be joined? */
  readonly joinsGroup: boolean;
}

/** A member whose term ends because the whole council was elected and they are not in the file. */
export interface PlannedEnd {
  readonly member: Member;
  readonly lastDay: CivilDate;
}

/** What a file does to one council. */
export interface CouncilPlan {
  readonly council: CouncilOfIntake;
  readonly rows: readonly PlannedRow[];
  readonly ends: readonly PlannedEnd[];
}

/** Who is known at one council, and the accounts that matter to it. */
export interface KnownAtCouncil {
  readonly members: readonly Member[];
  readonly terms: readonly TermOfOffice[];
  /** The groups that a member is, was or will be in, by the member's id. */
  readonly groupsOf: (memberId: string) => readonly Pick<GroupMembership, 'groupName' | 'fromOn' | 'toOn'>[];
  readonly accounts: readonly KnownAccount[];
  readonly continued: ReadonlyMap<string, Continued>;
}

/**
 * PURE. What the rows of one council come to among those who are known there, and whatever keeps a row from being taken
 * in. Nothing is guessed: who may be somebody else is a problem, and not a second member.
 */
export function planCouncil(
  council: CouncilOfIntake,
  rows: readonly IntakeRow[],
  known: KnownAtCouncil,
  wholeCouncil: boolean,
): { readonly plan: CouncilPlan; readonly problems: readonly IntakeProblem[] } {
  const find = finder(known);
  const termsOf = byMember(known.terms);
  const problems: IntakeProblem[] = [];
  const taken = new Map<string, number>();
  const planned = rows.flatMap((row): PlannedRow[] => {
    const person = find(row);
    if ('wrong' in person) {
      problems.push({ row: row.row, ...person });
      return [];
    }
    const { member, accountId } = person;
    const twice = member === undefined ? undefined : taken.get(member.id);
    if (member !== undefined) taken.set(member.id, row.row);
    const term = twice === undefined ? termFor(row, termsOf(member?.id ?? '')) : sameAs(row, twice);
    if ('wrong' in term) {
      problems.push({ row: row.row, ...term });
      return [];
    }
    const invites = row.email !== null && (member?.accountId ?? null) === null;
    const group = groupFor(row, known.groupsOf(member?.id ?? ''));
    if ('wrong' in group) {
      problems.push({ row: row.row, ...group });
      return [];
    }
    return [{ row, ...term, ...group, member, accountId, invites }];
  });
  const ends = wholeCouncil ? endsWith(council, rows, known, taken) : [];
  return { plan: { council, rows: planned, ends }, problems };
}

type Wrong = Omit<IntakeProblem, 'row'>;
type TermReading = { readonly outcome: Outcome; readonly termId: string | undefined } | Wrong;

function termFor(row: IntakeRow, terms: readonly TermOfOffice[]): TermReading {
  const { becameMemberOn } = row;
  const wrong = (column: string, what: string, write: string): TermReading => ({
    ...{ column, wrong: what, write },
    value: column === 'standing' ? row.standing : becameMemberOn,
  });
  const same = terms.find((term) => term.becameMemberOn === becameMemberOn);
  if (same !== undefined) {
    if (same.standing === row.standing && same.votesOn === row.votesOn)
      return { outcome: 'already-here', termId: same.id };
    const write = 'Correct the row, or look at their term in the set-up first';
    return wrong('standing', 'Their term from this day is recorded otherwise here', write);
  }
  const later = terms.find((term) => term.becameMemberOn > becameMemberOn);
  if (later !== undefined) {
    const what = `A later term of theirs, from ${later.becameMemberOn}, is recorded here already`;
    return wrong('became-member-on', what, 'Check the day, or delete the row');
  }
  const last = terms.at(-1);
  if (last === undefined) return { outcome: 'new', termId: undefined };
  if (last.pollingDay !== null && last.pollingDay === row.pollingDay) {
    const what = `By this poll they are a member since ${last.becameMemberOn} already`;
    return wrong('became-member-on', what, 'Check the day, or delete the row');
  }
  if (last.endedOn !== null && last.endedOn >= becameMemberOn) {
    const what = `The term that they have here is to end on ${last.endedOn}, after this one begins`;
    return wrong('became-member-on', what, 'Check the day, or correct that last day first');
  }
  const runsUntil = last.endedOn === null || last.endedOn >= addDays(becameMemberOn, -1);
  return { outcome: runsUntil ? 're-elected' : 'returned', termId: undefined };
}

/** A group that was changed since is not changed back by a file that is given again. */
function groupFor(
  { group, becameMemberOn }: IntakeRow,
  held: ReturnType<KnownAtCouncil['groupsOf']>,
): { readonly joinsGroup: boolean } | Wrong {
  const concerned = held.filter(({ toOn }) => toOn === null || toOn >= becameMemberOn);
  if (group === null || concerned.some(({ groupName }) => groupName === group)) return { joinsGroup: false };
  if (!concerned.some(({ fromOn }) => fromOn >= becameMemberOn)) return { joinsGroup: true };
  return {
    ...{ column: 'group', wrong: 'From that day on, or later, they are in another group here', value: group },
    write: 'Leave it empty, or correct the group here first',
  };
}

const sameAs = ({ name }: IntakeRow, row: number): TermReading => ({
  ...{ column: 'name', wrong: `The row is about the same member as row ${row}`, value: name.slice(0, 80) },
  write: 'Delete one of the two',
});

/**
 * Councillors retire on the day on which those elected come into office (LGA 1972 ss.7(1), 16(3), Sch 2 para 6(3)). The
 * last day kept here is the one before, so that no seat is held twice on one day. Co-opted members of committees do not
 * retire with the council; a parish's co-opted councillors, who filled a vacancy, do.
 */
function endsWith(
  council: CouncilOfIntake,
  rows: readonly IntakeRow[],
  known: KnownAtCouncil,
  inTheFile: ReadonlyMap<string, number>,
): PlannedEnd[] {
  const days = rows.flatMap(({ standing, becameMemberOn }) =>
    standing === 'elected' ? [becameMemberOn] : [],
  );
  const [first, ...others] = days;
  if (first === undefined) return [];
  const day = others.reduce(earlier, first);
  const retires = ({ standing, votesOn }: TermOfOffice): boolean =>
    standing === 'elected' || (council.kind === 'parish' && standing === 'co-opted' && votesOn === 'any');
  const lastDay = addDays(day, -1);
  // Whoever was to leave on a later day retires with the rest.
  const runsOn = ({ becameMemberOn, endedOn }: TermOfOffice): boolean =>
    becameMemberOn < day && (endedOn === null || endedOn > lastDay);
  const openOf = new Map(
    known.terms.filter((term) => runsOn(term) && retires(term)).map((term) => [term.memberId, term]),
  );
  return known.members
    .filter(({ id }) => openOf.has(id) && !inTheFile.has(id))
    .map((member) => ({ member, lastDay }));
}

function byMember(terms: readonly TermOfOffice[]): (memberId: string) => readonly TermOfOffice[] {
  const groups = grouped(terms, ({ memberId }) => memberId);
  const inOrder = (a: TermOfOffice, b: TermOfOffice): number =>
    a.becameMemberOn < b.becameMemberOn ? -1 : 1;
  return (memberId) => [...groups(memberId)].sort(inOrder);
}

/** The day before the new term, on which the one that still runs ends. */
export const lastDayBefore = ({ becameMemberOn }: IntakeRow): CivilDate =>
  addDays(civilDate(becameMemberOn), -1);
