import { addDays, civilDate, type CivilDate, type WithinDaysOf } from '../law/index.js';
import { londonInstant } from '../platform/clock/index.js';
import type { ReminderPractice } from './practices.js';

/** One moment at which something is to be told. */
export interface Step {
  readonly name: string;
  readonly dueAt: Date;
}

/** Told at their time on purpose: neither brought forward nor put off to be told together with something else. */
const TIMED: ReadonlySet<string> = new Set(['evening-before', 'morning-of', 'notices-closed']);

export function isTimed(step: string): boolean {
  return TIMED.has(step);
}

/** After the last day, every week, for as long as the duty stays open; so many weeks are planned ahead. */
const WEEKS_AHEAD = 1;

/** Which of the steps of a clock an authority has set. */
type OfClocks = Pick<ReminderPractice, 'clockDays' | 'clockAt'>;

/**
 * The steps of a clock of 28 days that starts on a day: by default days 1, 14, 21, 27 and 28, then weekly. The weekly
 * ones are planned as they come up, because they end only when the duty is met. Where somebody may argue for an earlier
 * day, the 28 days are counted from that one: what is told on day 28 is then told once more on the latest last day, and
 * only after that is anything late.
 */
export function clockSteps(
  start: CivilDate,
  today: CivilDate,
  { clockDays, clockAt }: OfClocks,
  latestLastDay = addDays(start, 27),
): Step[] {
  const at = (day: CivilDate): Date => londonInstant(day, clockAt);
  const days = [...clockDays].sort((a, b) => a - b);
  const steps: Step[] = days.map((day) => ({ name: `day-${day}`, dueAt: at(addDays(start, day - 1)) }));
  if (latestLastDay > addDays(start, 27)) steps.push({ name: 'last-day', dueAt: at(latestLastDay) });
  return [...steps, ...weeklyAfter(latestLastDay, today, clockAt)];
}

/**
 * The steps of what a code has done "within 28 days of" a day, which leaves open whether that day counts: by the safe
 * last day, where it does, and on the latest that can be argued for once more.
 */
export function byTheDaysOf(
  { safeLastDay, latestArguableLastDay }: WithinDaysOf,
  today: CivilDate,
  practice: OfClocks,
): { readonly steps: Step[]; readonly actBy: Date } {
  return {
    steps: clockSteps(addDays(safeLastDay, -27), today, practice, latestArguableLastDay),
    actBy: endOf(latestArguableLastDay),
  };
}

/** The first instant after a last day: what can be done on it can be done no more. */
export function endOf(lastDay: CivilDate): Date {
  return londonInstant(addDays(lastDay, 1), '00:00');
}

/** Every week after a last day, until one week ahead of today. */
export function weeklyAfter(lastDay: CivilDate, today: CivilDate, at: string): Step[] {
  const steps: Step[] = [];
  for (let week = 1; addDays(lastDay, 7 * week) <= addDays(today, 7 * WEEKS_AHEAD); week += 1) {
    steps.push({ name: `week-${week}-after`, dueAt: londonInstant(addDays(lastDay, 7 * week), at) });
  }
  return steps;
}

/** Some days before something ends, at the hour of clocks. */
export function stepsBefore(
  lastDay: CivilDate,
  { daysBeforeEnd, clockAt }: Pick<ReminderPractice, 'daysBeforeEnd' | 'clockAt'>,
): Step[] {
  return [...daysBeforeEnd]
    .sort((a, b) => b - a)
    .map((days) => ({
      name: `${days}-days-before-end`,
      dueAt: londonInstant(addDays(lastDay, -days), clockAt),
    }));
}

/** The steps before a meeting, earliest first: when the agenda is there, some days, the evening and the morning. */
export function meetingSteps(
  meeting: { meetsOn: string; startsAt: string },
  agendaReceivedAt: Date,
  practice: Pick<ReminderPractice, 'daysBeforeMeeting' | 'daysBeforeAt' | 'eveningAt' | 'morningAt'>,
): Step[] {
  const day = civilDate(meeting.meetsOn);
  const { daysBeforeMeeting, daysBeforeAt, eveningAt, morningAt } = practice;
  const steps: Step[] = [
    { name: 'agenda-published', dueAt: agendaReceivedAt },
    { name: 'days-before', dueAt: londonInstant(addDays(day, -daysBeforeMeeting), daysBeforeAt) },
    { name: 'evening-before', dueAt: londonInstant(addDays(day, -1), eveningAt) },
    { name: 'morning-of', dueAt: londonInstant(day, morningAt) },
  ];
  return steps.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/**
 * What to plan of a list of steps at a moment: everything still to come, and of what has passed the newest alone,
 * because to be told late is useful and to be told the same five times is not.
 */
export function stepsToPlan(steps: readonly Step[], now: Date): Step[] {
  const passed = steps.filter(({ dueAt }) => dueAt <= now);
  return [...passed.slice(-1), ...steps.filter(({ dueAt }) => dueAt > now)];
}
