import { ValidateBy, type ValidationOptions } from 'class-validator';
import { addDays, parseCivilDate, type CivilDate } from '../../law/index.js';

/** The days of meetings that are asked about, both included. */
export interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * A quarter: what an officer goes through between two meetings of a standards committee, and quick to work out. Whoever
 * wants more asks for it in the address.
 */
const DAYS_SHOWN = 90;
/** The chapter of the Act began on 1 July 2012; no record of a meeting before it is asked about. */
export const FIRST_DAY = '2012-07-01';
const LAST_DAY = '2999-12-31';

/** Nothing, which leaves it to the page, or a day written as 2026-10-24. */
export const DayOrNothing = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'dayOrNothing',
      validator: { validate: (day) => day === '' || (typeof day === 'string' && isDay(day)) },
    },
    options,
  );

const isDay = (day: string): boolean =>
  parseCivilDate(day) !== undefined && day >= FIRST_DAY && day <= LAST_DAY;

/** What the address asks for, or the last quarter up to today. */
export function daysIn({ from = '', to = '' }: { from?: string; to?: string }, today: CivilDate): Days {
  const last = parseCivilDate(to) ?? today;
  return { from: parseCivilDate(from) ?? addDays(last, -DAYS_SHOWN), to: last };
}
