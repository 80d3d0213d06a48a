import { addDays, addMonths, civilDate, type CivilDate } from '../../law/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { ReportPeriod } from './report-document.js';

export type WhyNoReport =
  | { readonly refused: 'ends-before-it-begins' | 'in-the-future' }
  /** With the first day of which anything is known here. */
  | { readonly refused: 'before-the-council'; readonly firstDay: CivilDate };

/**
 * Whether a report can be made over these days. One that only begins before the council is known here can: a municipal
 * year begins before the first member of a new council takes office.
 */
export async function whyNoReport(
  uow: UnitOfWork,
  { from, to }: ReportPeriod,
  today: CivilDate,
): Promise<WhyNoReport | undefined> {
  if (to < from) return { refused: 'ends-before-it-begins' };
  if (to > today) return { refused: 'in-the-future' };
  const firstDay = await firstDayKnown(uow);
  return firstDay !== undefined && to < firstDay ? { refused: 'before-the-council', firstDay } : undefined;
}

/** The earliest day of which anything of the council is recorded: a term, a code that it had adopted, or a meeting. */
export async function firstDayKnown(uow: UnitOfWork): Promise<CivilDate | undefined> {
  const [row] = await uow.manager.query<{ day: string | null }[]>(
    `select to_char(least(
       (select min(became_member_on) from term_of_office where authority_id = $1),
       (select min(from_on) from adopted_code where authority_id = $1),
       (select min(meets_on) from meeting where authority_id = $1)), 'YYYY-MM-DD') as day`,
    [uow.authorityId],
  );
  return row?.day == null ? undefined : civilDate(row.day);
}

/**
 * The municipal years that have ended, the newest first. No Act says on which day one begins: the annual meeting lies in May in
 * most councils (Local Government Act 1972 Sch. 12 para. 1), so ours begin with it.
 */
export function municipalYears(today: CivilDate, count: number): ReportPeriod[] {
  const thisMay = civilDate(`${today.slice(0, 4)}-05-01`);
  const lastBegan = addMonths(thisMay, today >= thisMay ? -12 : -24);
  return Array.from({ length: count }, (_, index) => {
    const from = addMonths(lastBegan, -12 * index);
    return { from, to: addDays(addMonths(from, 12), -1) };
  });
}

/** The last so many months, today included: what is shown to whoever asks for no period. */
export function monthsUpTo(today: CivilDate, count: number): ReportPeriod {
  return { from: addDays(addMonths(today, -count), 1), to: today };
}

/** The quarters of the calendar that have ended, the newest first. */
export function quarters(today: CivilDate, count: number): ReportPeriod[] {
  const month = Number(today.slice(5, 7));
  const began = civilDate(`${today.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`);
  return Array.from({ length: count }, (_, index) => {
    const from = addMonths(began, -3 * (index + 1));
    return { from, to: addDays(addMonths(from, 3), -1) };
  });
}
