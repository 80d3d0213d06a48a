import { england } from '../law/index.js';
import type { Citation, CivilDate, Finding, WithinDaysOf } from '../law/index.js';
import { dayAndDateInWords } from './dates.js';
import { reasonInWords } from './points.js';
import { questionFor } from './questions.js';

/** By when a new or changed interest must be told of, as words to the member. */
export interface ChangeClockWords {
  readonly kind: 'by-the-code' | 'no-day' | 'cannot-tell';
  readonly says: string;
  /** What else there is to it. May be empty. */
  readonly because: readonly string[];
  readonly citation: Citation | null;
}

export const NO_OFFENCE = 'Missing the day is no offence: the duty is the code’s alone.';

const NO_LAW: ChangeClockWords = {
  kind: 'no-day',
  says: 'No law sets a day for telling of this change outside a meeting. Tell it as soon as you can: until it is in the register you must disclose it at a meeting (Localism Act 2011 s.31(2)).',
  because: [],
  citation: england.s31_2.citation,
};

/** The words for `Rulebook.aChange`. Null says that the code has no such rule, so that only the Act speaks. */
export function changeClockInWords(
  finding: Finding<WithinDaysOf | null> | null,
  today: CivilDate,
): ChangeClockWords {
  if (finding === null) return NO_LAW;
  const citation = finding.reasons[0]?.citation ?? null;
  if (finding.kind === 'cannot-tell') {
    const { question, help } = questionFor(finding.question);
    return {
      kind: 'cannot-tell',
      says: `We cannot tell yet by when this has to be told. It depends on this: ${question}`,
      because: help === undefined ? [] : [help],
      citation,
    };
  }
  if (finding.value === null) {
    return {
      kind: 'no-day',
      says: 'Your council’s code sets no day for telling of this, and nor does the law outside a meeting.',
      because: finding.reasons.map(reasonInWords),
      citation,
    };
  }
  return {
    kind: 'by-the-code',
    says: codeDaysInWords(finding.value, today),
    because: [NO_OFFENCE],
    citation,
  };
}

/** "Within 28 days of" leaves it open whether the first day counts: until both last days are over, nothing is late. */
export function codeDaysInWords(
  { safeLastDay, latestArguableLastDay }: WithinDaysOf,
  today: CivilDate,
): string {
  const [safe, latest] = [dayAndDateInWords(safeLastDay), dayAndDateInWords(latestArguableLastDay)];
  if (today <= safeLastDay) {
    return `Your council’s code asks you to tell the monitoring officer of it. To be safe, do it by ${safe}; the latest day that can be argued for is ${latest}.`;
  }
  if (today <= latestArguableLastDay) {
    return `The safe last day by your council’s code was ${safe}. The latest day that can be argued for is today, ${latest}: tell the monitoring officer now.`;
  }
  return `The last day by your council’s code was ${safe} or, at the latest that can be argued for, ${latest}. Tell the monitoring officer now.`;
}
