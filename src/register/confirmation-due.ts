import { addDays, lastDayOfMonthsAfter, type CivilDate } from '../law/index.js';

/** How many days before the last day a member is reminded on their page. */
const SHOWN_FOR_DAYS = 28;

/** The regular confirmation, as it stands on a day. */
export interface ConfirmationDue {
  /** The inclusive last day by the council's practice. */
  readonly lastDay: CivilDate;
  /** not-yet: nothing is shown; due: it is time; overdue: the day is over. */
  readonly state: 'not-yet' | 'due' | 'overdue';
}

/**
 * When a member is asked to confirm that the register is right: the same date this many months after they last told or
 * confirmed everything. Undefined while they have told nothing yet: then there is nothing to confirm.
 */
export function confirmationDue(
  lastToldOn: CivilDate | undefined,
  everyMonths: number,
  today: CivilDate,
): ConfirmationDue | undefined {
  if (lastToldOn === undefined) return undefined;
  const lastDay = lastDayOfMonthsAfter(lastToldOn, everyMonths);
  if (today > lastDay) return { lastDay, state: 'overdue' };
  return { lastDay, state: today < addDays(lastDay, -SHOWN_FOR_DAYS) ? 'not-yet' : 'due' };
}
