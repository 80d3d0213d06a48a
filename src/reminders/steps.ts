import { addDays, civilDate, type CivilDate } from '../law/index.js';
import { londonInstant } from '../platform/clock/index.js';

/** One moment at which something is to be told. */
export interface Step {
  readonly name: string;
  readonly dueAt: Date;
}

/** The days of a 28-day clock on which a member is reminded; day 1 is its first day, and day 28 its last. */
const CLOCK_DAYS = [1, 14, 21, 27, 28] as const;
/** London time of day at which reminders of a clock go out. */
const CLOCK_HOUR = '09:00';
/** After the last day, every week, for as long as the duty stays open; so many weeks are planned ahead. */
const WEEKS_AHEAD = 1;

/**
 * The steps of a clock that starts on a day: days 1, 14, 21, 27 and 28, then weekly. The weekly ones are planned as
 * they come up, because they end only when the duty is met.
 */
export function clockSteps(start: CivilDate, today: CivilDate): Step[] {
  const at = (day: CivilDate): Date => londonInstant(day, CLOCK_HOUR);
  const steps: Step[] = CLOCK_DAYS.map((day) => ({ name: `day-${day}`, dueAt: at(addDays(start, day - 1)) }));
  const lastDay = addDays(start, 27);
  for (let week = 1; addDays(lastDay, 7 * week) <= addDays(today, 7 * WEEKS_AHEAD); week += 1) {
    steps.push({ name: `week-${week}-after`, dueAt: at(addDays(lastDay, 7 * week)) });
  }
  return steps;
}

/** The steps before a meeting, earliest first: when the agenda is there, three days, the evening and the morning. */
export function meetingSteps(meeting: { meetsOn: string; startsAt: string }, agendaReceivedAt: Date): Step[] {
  const day = civilDate(meeting.meetsOn);
  return [
    { name: 'agenda-published', dueAt: agendaReceivedAt },
    { name: 'three-days-before', dueAt: londonInstant(addDays(day, -3), '09:00') },
    { name: 'evening-before', dueAt: londonInstant(addDays(day, -1), '18:00') },
    { name: 'morning-of', dueAt: londonInstant(day, '07:30') },
  ].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/**
 * What to plan of a list of steps at a moment: everything still to come, and of what has passed the newest alone,
 * because to be told late is useful and to be told the same five times is not.
 */
export function stepsToPlan(steps: readonly Step[], now: Date): Step[] {
  const passed = steps.filter(({ dueAt }) => dueAt <= now);
  return [...passed.slice(-1), ...steps.filter(({ dueAt }) => dueAt > now)];
}
