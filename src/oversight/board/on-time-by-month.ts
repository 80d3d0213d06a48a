import {
  addDays,
  addMonths,
  civilDate,
  rulebookFor,
  type Adopted,
  type CivilDate,
  type Rulebook,
} from '../../law/index.js';
import { personOf } from '../../register/index.js';
import type { GroupOfTerms } from './answers-of-terms.js';

/** A duty with a last day, or several alike. */
interface DutyWithDay {
  readonly lastDay: CivilDate;
  readonly metOn: CivilDate | undefined;
  readonly count?: number;
}

/** The duties whose last day lay in a month, and how they were answered by the day asked about. */
export interface MonthOfDuties {
  /** Its first day. */
  readonly month: CivilDate;
  readonly inTime: number;
  readonly late: number;
  readonly noAnswer: number;
}

/** The duties of s.30 that terms brought, with the last day by the law of the day on which each began. */
export function dutiesOfTerms(
  terms: readonly GroupOfTerms[],
  adopted: Adopted,
  asAt: CivilDate,
): DutyWithDay[] {
  const laws = new Map<CivilDate, Rulebook | undefined>();
  const lawOn = (day: CivilDate): Rulebook | undefined => {
    if (!laws.has(day)) {
      const found = rulebookFor(adopted, day);
      laws.set(day, found.kind === 'rulebook' ? found : undefined);
    }
    return laws.get(day);
  };
  return terms.flatMap(({ becameMemberOn, endedOn, firstToldOn, count, ...term }) => {
    const answer = lawOn(becameMemberOn)?.takingOffice({
      ...{ person: personOf(term), becameMemberOn, returning: false, answers: [] },
      leftOfficeOn: endedOn === undefined || endedOn >= asAt ? null : addDays(endedOn, 1),
    });
    const lastDay = answer?.clock?.lastDay;
    // Whoever left before the last day, and had not told, owed nothing on it.
    const left =
      lastDay !== undefined && endedOn !== undefined && endedOn < lastDay && firstToldOn === undefined;
    return lastDay === undefined || left ? [] : [{ lastDay, metOn: firstToldOn, count }];
  });
}

/** The newest months, the oldest first, by the month of the last day. What still has time is in none of them. */
export function byMonth(duties: readonly DutyWithDay[], asAt: CivilDate, months: number): MonthOfDuties[] {
  const first = civilDate(`${asAt.slice(0, 7)}-01`);
  return Array.from({ length: months }, (_, index) => {
    const month = addMonths(first, index + 1 - months);
    const own = duties.filter(
      ({ lastDay, metOn }) =>
        lastDay.slice(0, 7) === month.slice(0, 7) && (lastDay < asAt || metOn !== undefined),
    );
    const count = (fits: (duty: DutyWithDay) => boolean): number =>
      own.filter(fits).reduce((sum, duty) => sum + (duty.count ?? 1), 0);
    return {
      month,
      inTime: count(({ lastDay, metOn }) => metOn !== undefined && metOn <= lastDay),
      late: count(({ lastDay, metOn }) => metOn !== undefined && metOn > lastDay),
      noAnswer: count(({ metOn }) => metOn === undefined),
    };
  });
}
