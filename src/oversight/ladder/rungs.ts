import { addDays, civilDate, type CivilDate } from '../../law/index.js';
import type { Step } from './escalation-step.entity.js';

/** How many days a letter asks for an answer in. A practice, and no time of the law’s. */
export const LETTER_ANSWERED_WITHIN = 14;

/** How a letter stands: `posted` and `sent` have left. */
export type LetterState = 'sending' | 'sent' | 'failed' | 'withdrawn' | 'posted';

/** A step as the ladder counts it. */
export interface Rung {
  readonly step: Step;
  readonly happenedOn: string;
  /** Of a letter. */
  readonly letter?: LetterState | undefined;
}

/** How far the ladder of one duty was climbed. */
export type Reached = 'nothing' | 'reminded' | 'letter' | 'reported' | 'refused';

/** What an officer may do next. `wait`: a letter was sent, and its days are not over. `none`: it lies with the committee. */
export type NextStep =
  | { readonly step: 'reminder' | 'letter' | 'report' | 'none' }
  | { readonly step: 'wait'; readonly until: CivilDate };

/** The highest rung that was reached. A refusal stands until a report is made of it. */
export function reachedBy(rungs: readonly Rung[], remindersSent: number): Reached {
  if (rungs.some(({ step }) => step === 'report')) return 'reported';
  if (rungs.some(({ step }) => step === 'refused')) return 'refused';
  if (rungs.some(hasLeft)) return 'letter';
  return remindersSent > 0 || rungs.some(({ step }) => step === 'reminder') ? 'reminded' : 'nothing';
}

/** What is suggested next; the officer decides. */
export function nextAfter(rungs: readonly Rung[], remindersSent: number, today: CivilDate): NextStep {
  const reached = reachedBy(rungs, remindersSent);
  if (reached === 'reported') return { step: 'none' };
  if (reached === 'refused') return { step: 'report' };
  if (reached === 'nothing') return { step: 'reminder' };
  const letter = rungs.findLast(hasLeft);
  if (letter === undefined) return { step: 'letter' };
  const until = addDays(civilDate(letter.happenedOn), LETTER_ANSWERED_WITHIN);
  return today > until ? { step: 'report' } : { step: 'wait', until };
}

/** A letter that failed was not sent, and one that is under way counts as sent until it fails. */
function hasLeft({ step, letter }: Rung): boolean {
  return step === 'letter' && letter !== 'failed' && letter !== 'withdrawn';
}
