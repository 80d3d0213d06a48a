import { addDays, type CivilDate } from '../../law/index.js';
import { londonInstant } from '../../platform/clock/index.js';
import type { ReminderPractice } from '../practices.js';
import { weeklyAfter, type Step } from '../steps.js';

/**
 * Some days after the last day, and then weekly. Never on the last day itself, whatever is set: it is not over then. A
 * week that ends sooner than six days after the first telling would say the same twice.
 */
export function escalationSteps(
  lastDay: CivilDate,
  today: CivilDate,
  { escalateAfterDays, clockAt }: Pick<ReminderPractice, 'escalateAfterDays' | 'clockAt'>,
): Step[] {
  const first = addDays(lastDay, Math.max(1, escalateAfterDays));
  const next = londonInstant(addDays(first, 6), clockAt);
  return [
    { name: 'overdue', dueAt: londonInstant(first, clockAt) },
    ...weeklyAfter(lastDay, today, clockAt).filter(({ dueAt }) => dueAt >= next),
  ];
}
