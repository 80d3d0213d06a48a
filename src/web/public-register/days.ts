import { parseCivilDate, type CivilDate } from '../../law/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { dateInWords } from '../../wording/index.js';

/**
 * The day that an address asks about: today where it names none.
 * @throws Refusal 400 for what is no day, and for a day that is still to come
 */
export function dayAskedFor(written: unknown, today: CivilDate, otherwise: CivilDate = today): CivilDate {
  if (written === undefined || written === '') return otherwise;
  const day = typeof written === 'string' ? parseCivilDate(written.trim()) : undefined;
  if (day === undefined) {
    throw new Refusal(
      400,
      `The date in this address is not a real date written as year-month-day, such as ${today}. Go back and choose a date.`,
    );
  }
  if (day > today) {
    throw new Refusal(
      400,
      `${dateInWords(day)} is still to come. Go back and choose today or a date in the past.`,
    );
  }
  return day;
}

/** The query that keeps a page of a past day on that day; empty for today. */
export const onThatDay = ({ asAt, isToday }: { asAt: CivilDate; isToday: boolean }): string =>
  isToday ? '' : `?as-at=${asAt}`;
