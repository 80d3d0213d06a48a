import type { CivilDate, TakingOffice } from '../law/index.js';
import { dayAndDateInWords } from './dates.js';
import { reasonLines } from './lines.js';
import type { Line } from './lines.js';
import { questionFor } from './questions.js';

/** Where the duty of s.30 stands on a day. 'not-answered' and 'closed' are no breach. */
type TakingOfficeState =
  | 'due'
  | 'overdue'
  | 'not-answered'
  | 'notified-in-time'
  | 'notified-late'
  | 'nothing-to-notify'
  | 'nothing-owed';

const LABELS: Record<TakingOfficeState, string> = {
  due: 'Due',
  overdue: 'Overdue',
  'not-answered': 'Not answered',
  'notified-in-time': 'Notified in time',
  'notified-late': 'Notified late',
  'nothing-to-notify': 'Nothing to notify',
  'nothing-owed': 'Nothing owed',
};

/** The duty of s.30 as words to the member. */
export interface TakingOfficeWords {
  readonly state: TakingOfficeState;
  /** 'Due', for a table. */
  readonly label: string;
  /** What to do, or that there is nothing to do. */
  readonly headline: string;
  readonly because: readonly Line[];
}

/** The words for the duty of s.30 as it stands on the day. */
export function takingOfficeInWords(duty: TakingOffice, on: CivilDate): TakingOfficeWords {
  const state = stateOf(duty, on);
  return {
    state,
    label: LABELS[state],
    headline: headlineOf(duty, on),
    because: reasonLines(duty.conclusion.reasons),
  };
}

function stateOf({ conclusion, received }: TakingOffice, on: CivilDate): TakingOfficeState {
  if (conclusion.kind === 'cannot-tell') return 'not-answered';
  if (conclusion.kind === 'owed') return conclusion.lastDay < on ? 'overdue' : 'due';
  if (conclusion.reasons.some(({ point }) => point === 'holds-nothing')) return 'nothing-to-notify';
  if (conclusion.reasons.some(({ point }) => point === 'left-office')) return 'nothing-owed';
  if (received === null) return 'nothing-owed';
  return received === 'late' ? 'notified-late' : 'notified-in-time';
}

function headlineOf({ conclusion }: TakingOffice, on: CivilDate): string {
  if (conclusion.kind === 'owed') {
    const day = dayAndDateInWords(conclusion.lastDay);
    return conclusion.lastDay < on
      ? `The last day to notify the monitoring officer of your interests was ${day}. Notify them now.`
      : `Notify the monitoring officer of your interests by ${day}.`;
  }
  if (conclusion.kind !== 'cannot-tell') return 'You do not have to do anything.';
  const { lastDayIfOwed, question } = conclusion;
  if (lastDayIfOwed === undefined || question !== 'answers') return questionFor(question).question;
  const day = dayAndDateInWords(lastDayIfOwed);
  return lastDayIfOwed < on
    ? `Tell us whether you have interests to notify. If you had, the last day was ${day}.`
    : `Tell us whether you have interests to notify. If you have, the last day is ${day}.`;
}
