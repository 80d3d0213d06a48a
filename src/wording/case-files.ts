import type { Citation, CivilDate, Finding, MeetingResult } from '../law/index.js';
import { dateInWords, dayAndDateInWords } from './dates.js';
import { reasonLines, type Line } from './lines.js';
import { questionFor } from './questions.js';

/** One question that a case file asks of the law of a day, and its answer. Neither says that anybody did wrong. */
export interface CouldHaveApplied {
  readonly question: string;
  readonly answer: string;
  readonly citations: readonly Citation[];
}

const IF_ABOUT_IT = 'Yes, if the item was about this interest, the member was there and knew that it was.';
const NO = 'No.';
const DISPENSED = 'Not as far as a dispensation relieved the member.';

/** Whether the duties of s.31 and the council's code could have applied to one interest at one item. */
export function couldHaveAppliedInWords({ byLaw, byCode }: MeetingResult): readonly CouldHaveApplied[] {
  return [
    asked('the duty of s.31(2) to disclose', byLaw.disclose, (value) => value !== 'none'),
    asked('the duty of s.31(4) not to take part in the discussion', byLaw.discuss, (may) => may !== true),
    asked('the duty of s.31(4) not to vote', byLaw.vote, (may) => !may),
    asked('the duty of s.31(3) to notify within 28 days', byLaw.notify, (lastDay) => lastDay !== null),
    ...byTheCode(byCode),
  ];
}

function byTheCode(byCode: MeetingResult['byCode']): readonly CouldHaveApplied[] {
  if (byCode === null) return [];
  const question = 'Could the council’s code have asked for more?';
  if ('kind' in byCode) {
    const answer = `This system does not hold the code that applied on ${dateInWords(byCode.on)}.`;
    return [{ question, answer, citations: [] }];
  }
  return [
    asked('a duty of the council’s code to declare it', byCode.disclose, (value) => value !== 'none'),
    asked('a rule of the council’s code against speaking', byCode.discuss, (may) => may !== true),
    asked('a rule of the council’s code against voting', byCode.vote, (may) => !may),
    asked('a duty of the council’s code to leave the room', byCode.leave, (value) => value !== false),
  ];
}

function asked<V>(what: string, finding: Finding<V>, applies: (value: V) => boolean): CouldHaveApplied {
  const citations = [...new Map(finding.reasons.map(({ citation }) => [citation.text, citation])).values()];
  return { question: `Could ${what} have applied?`, answer: answerOf(finding, applies), citations };
}

function answerOf<V>(finding: Finding<V>, applies: (value: V) => boolean): string {
  if (finding.kind === 'cannot-tell')
    return `Cannot tell from what is recorded. It depends on this: ${questionFor(finding.question).question}`;
  if (applies(finding.value)) return IF_ABOUT_IT;
  return finding.kind === 'excused' ? DISPENSED : NO;
}

/**
 * Whether s.34(1) could apply to what is recorded. There is no sentence here that says it does: a reasonable excuse is for a
 * court to weigh.
 */
export function offenceAskedInWords(finding: Finding<boolean> | undefined): readonly string[] {
  if (finding === undefined) return ['This system does not hold s.34(1) as it stood on that day.'];
  if (finding.kind !== 'cannot-tell' && !finding.value)
    return [
      'On what is recorded, s.34(1) could not have applied. As it would be said to the member:',
      ...reasonLines(finding.reasons).map(({ text }) => text),
    ];
  const missing = finding.kind === 'cannot-tell' ? finding.missing : (['reasonableExcuse'] as const);
  return [
    'Cannot tell. What is recorded neither shows an offence nor rules one out. These questions are open:',
    ...[...new Set(missing)].map((fact) => questionFor(fact).question),
  ];
}

/** The last day for proceedings, if there was an offence; or the question that decides it. */
export function lastDayForProceedingsInWords(finding: Finding<CivilDate> | undefined): string {
  if (finding === undefined) return 'This system does not hold s.34(6) as it stood on that day.';
  if (finding.kind === 'cannot-tell')
    return `Cannot tell. It depends on this: ${questionFor(finding.question).question}`;
  return `${dayAndDateInWords(finding.value)}, that day included`;
}

/** Reasons as sentences with their sources. */
export const becauseInWords = (reasons: Finding<unknown>['reasons']): readonly Line[] => reasonLines(reasons);
