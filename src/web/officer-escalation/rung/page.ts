import { civilDate } from '../../../law/index.js';
import type { RecordedStep, StepWords } from '../../../oversight/index.js';
import { dateInWords } from '../../../wording/index.js';
import { instantInWords } from '../../page/index.js';
import { addressOf, type KnownLadder } from '../known.js';
import { stepInWords } from '../words.js';

export interface RungView {
  readonly title: string;
  readonly backHref: string;
  readonly name: string;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
  readonly words: StepWords;
  readonly failed: boolean;
  /** Undefined where it cannot be tried again: it did not fail, or the matter has closed. */
  readonly tryAgainAction: string | undefined;
  readonly emailHref: string;
  readonly letterHref: string | undefined;
  /** Undefined for a note. */
  readonly documentHref: string | undefined;
  readonly form: { readonly errorList: readonly { text: string; href: string }[] };
}

const TITLES = {
  letter: 'Letter',
  report: 'Report to a committee',
  refused: 'Refusal to answer',
  reminder: 'Reminder by the officer',
} as const;

export function rungView(
  { ladder, committeeOf, whoRecorded }: KnownLadder,
  step: RecordedStep,
  words: StepWords,
  refusal?: string,
): RungView {
  const at = `${addressOf(ladder)}/rungs/${step.row.id}`;
  const { row, event } = step;
  const isOpen = ladder.closed === undefined;
  const failed = step.letter === 'failed';
  return {
    title: TITLES[row.step],
    backHref: addressOf(ladder),
    name: ladder.member.name,
    rows: [
      { name: 'What', value: stepInWords(step, committeeOf(step)) },
      { name: 'Day', value: dateInWords(civilDate(row.happenedOn)) },
      ...(event === undefined ? [] : [{ name: 'Last change', value: instantInWords(event.happenedAt) }]),
      { name: 'Recorded', value: `${instantInWords(row.recordedAt)} by ${whoRecorded(step)}` },
      ...(words.subject === '' ? [] : [{ name: 'Heading', value: words.subject }]),
    ],
    ...{ words, failed },
    tryAgainAction: failed && isOpen ? `${at}/try-again` : undefined,
    emailHref: `/officer/members/${ladder.member.id}/email`,
    letterHref: isOpen ? `${addressOf(ladder)}/letter` : undefined,
    documentHref: words.subject === '' ? undefined : `${at}/document.docx`,
    form: { errorList: refusal === undefined ? [] : [{ text: refusal, href: '#main-content' }] },
  };
}
