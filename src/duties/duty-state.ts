import { daysBetween, type CivilDate, type TakingOffice } from '../law/index.js';

/**
 * How the duty to notify on taking office stands, as a board shows it. `overdue` says that the last day has passed and
 * no whole answer was received: it is not a finding of breach, because s.30 binds only those who hold an interest.
 */
export type DutyState =
  'on-time' | 'due-soon' | 'overdue' | 'met' | 'met-late' | 'nothing-to-register' | 'closed' | 'not-owed';

/** Within this many days of the last one, the last one included, a duty is due soon. */
export const SOON = 7;

/** The state of the duty on a day. It is worked out from the law's answer each time and stored nowhere. */
export function dutyState(answer: TakingOffice, asAt: CivilDate): DutyState {
  const { clock, conclusion, received, unanswered } = answer;
  if (clock === null) return 'not-owed';
  if (conclusion.kind === 'not-owed') {
    if (conclusion.reasons.some(({ point }) => point === 'left-office')) return 'closed';
    if (unanswered.length === 0) {
      if (received === 'late') return 'met-late';
      return conclusion.reasons.some(({ point }) => point === 'holds-nothing')
        ? 'nothing-to-register'
        : 'met';
    }
  }
  if (asAt > clock.lastDay) return 'overdue';
  return daysBetween(asAt, clock.chaseBy) < SOON ? 'due-soon' : 'on-time';
}

/** Whether the member still has something to do. */
export function isOpen(state: DutyState): boolean {
  return state === 'on-time' || state === 'due-soon' || state === 'overdue';
}
