import { IsIn, IsNotEmpty, IsNumberString, MaxLength } from 'class-validator';
import type { CivilDate } from '../../../law/index.js';
import { TOLD_BY, type ToldBy } from '../../../oversight/index.js';
import { DateField, type FormState } from '../../form/index.js';
import { addressOf, type KnownLadder } from '../known.js';
import { dutyInWords } from '../words.js';

/** What is noted: that the member will not answer, or a reminder that the officer gave. */
export type Noted = 'refused' | 'reminder';

/** What was said, on which day and how. */
export class NotedForm {
  @DateField({ enter: 'Enter the day', name: 'The day', mustBe: 'today or in the past' })
  on: CivilDate;

  @IsIn(TOLD_BY, { message: 'Choose how it was said' })
  by: ToldBy;

  @MaxLength(2000, { message: 'The note must be 2,000 characters or less' })
  @IsNotEmpty({ message: 'Enter what was said' })
  note: string;

  /** How many steps the ladder had when the page was opened. */
  @IsNumberString({}, { message: 'Open the page again' })
  seen: string;
}

const WORDS = {
  refused: {
    title: 'Record that the member will not answer',
    intro:
      'A refusal is recorded as one. It is no finding: only a member who holds an interest has to notify it.',
    note: 'What did the member say?',
    button: 'Record the refusal',
  },
  reminder: {
    title: 'Record a reminder that you gave',
    intro: 'For what you said or wrote yourself. Reminders that this service sends are listed by themselves.',
    note: 'What did you say?',
    button: 'Record the reminder',
  },
} as const;

export function notedView({ ladder }: KnownLadder, noted: Noted, form: FormState): object {
  const { note, ...words } = WORDS[noted];
  return {
    ...words,
    ...{ noteLabel: note, backHref: addressOf(ladder), form },
    ...{ name: ladder.member.name, duty: dutyInWords(ladder) },
    seen: form.words.seen ?? ladder.steps.length,
  };
}
