import { daysBetween, rulebookFor, type Adopted, type CivilDate } from '../../law/index.js';
import type { GroupOfTerms } from './answers-of-terms.js';

/** So many members who took office on one day are an election, or as good as one. */
const OF_AN_ELECTION = 3;

/** How many had told the monitoring officer by the end of each day after an election. */
export interface SinceElection {
  /** The day on which they took office: day 1. */
  readonly on: CivilDate;
  /** The inclusive last day by law, and which day it is, counted from 1. */
  readonly lastDay: CivilDate;
  readonly lastDayNumber: number;
  readonly members: number;
  /** From day 1 to the last day, as far as they have come: how many had told by the end of it. */
  readonly toldBy: readonly number[];
  /** How many have told by the day asked about, late ones included. */
  readonly toldInAll: number;
}

/** Of the newest day on which three members or more took office; undefined where there is none that the law knows. */
export function sinceElection(
  terms: readonly GroupOfTerms[],
  adopted: Adopted,
  asAt: CivilDate,
): SinceElection | undefined {
  const on = newestElection(terms);
  const rulebook = on && rulebookFor(adopted, on);
  if (on === undefined || rulebook?.kind !== 'rulebook') return undefined;
  const { clock } = rulebook.takingOffice({
    ...{ person: 'member', becameMemberOn: on, returning: false, answers: [], leftOfficeOn: null },
  });
  if (clock === null) return undefined;
  const elected = terms.filter(({ becameMemberOn }) => becameMemberOn === on);
  const told = elected.flatMap(({ firstToldOn, count }) =>
    firstToldOn === undefined ? [] : [{ day: daysBetween(on, firstToldOn) + 1, count }],
  );
  const lastDayNumber = daysBetween(on, clock.lastDay) + 1;
  const shown = Math.min(lastDayNumber, daysBetween(on, asAt) + 1);
  const days = Array.from({ length: shown }, (_, index) => index + 1);
  return {
    ...{ on, lastDay: clock.lastDay, lastDayNumber, members: sumOf(elected) },
    toldBy: days.map((day) => sumOf(told.filter((one) => one.day <= day))),
    toldInAll: sumOf(told),
  };
}

function newestElection(terms: readonly GroupOfTerms[]): CivilDate | undefined {
  const counts = new Map<CivilDate, number>();
  for (const { becameMemberOn, count } of terms)
    counts.set(becameMemberOn, (counts.get(becameMemberOn) ?? 0) + count);
  const days = [...counts].flatMap(([day, count]) => (count >= OF_AN_ELECTION ? [day] : []));
  return days.sort().at(-1);
}

const sumOf = (groups: readonly { readonly count: number }[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0);
