import type { ParishStanding } from '../../../oversight/index.js';
import { dateInWords } from '../../../wording/index.js';

export interface ParishesView {
  readonly title: string;
  readonly backHref: string;
  readonly council: string;
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    /** In the order of the columns. */
    readonly counts: readonly number[];
    readonly lastSeen: string;
  }[];
  readonly totals: readonly number[];
}

/** The parishes side by side, those with the most last days passed first. */
export function parishesView(parishes: readonly ParishStanding[], council: string): ParishesView {
  const rows = [...parishes]
    .sort((a, b) => b.overdue - a.overdue || b.dueSoon - a.dueSoon || a.name.localeCompare(b.name, 'en-GB'))
    .map((parish) => ({
      name: parish.name,
      href: `/register/${parish.slug}`,
      counts: countsOf(parish),
      lastSeen: parish.lastSeenOn === undefined ? 'Never' : dateInWords(parish.lastSeenOn),
    }));
  return {
    ...{ title: 'Parish councils', backHref: '/officer', council, rows },
    totals: [0, 1, 2, 3, 4].map((place) => rows.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0)),
  };
}

const countsOf = ({ members, notAnswered, dueSoon, overdue, toEnter }: ParishStanding): number[] => [
  members,
  notAnswered,
  dueSoon,
  overdue,
  toEnter,
];
