import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import type { OpenedAdvice } from '../../../oversight/index.js';
import type { FormState } from '../../form/index.js';
import { answerViews, meetingNamed } from '../../my-advice/index.js';
import type { KnownOfQuestion } from '../known.js';

/** The longest answer, in characters. */
export const LONGEST = 10_000;

/** What the officer answers. */
export class AnswerForm {
  @MaxLength(LONGEST, { message: 'The answer must be 10,000 characters or less' })
  @IsNotEmpty({ message: 'Enter your answer' })
  text: string;

  @IsIn(['yes'], { message: 'Tick the box, or leave it empty' })
  @IsOptional()
  addLaw?: 'yes';

  /** How many answers there were when the page was opened. */
  @Matches(/^\d{1,4}$/, { message: 'Open the page again' })
  seen: string;
}

/** @param lawSays what the briefing says of the item now; none where nothing was found */
export function answerView(
  { known, names, memberName }: KnownOfQuestion,
  opened: OpenedAdvice,
  lawSays: readonly string[],
  form: FormState,
): object {
  const { question, answers } = known;
  return {
    title: answers.length === 0 ? 'Answer the question' : 'Correct the answer',
    backHref: `/officer/advice/${question.id}`,
    caption: `${memberName}: ${question.itemTitle}`,
    meeting: meetingNamed(question.meetingId, names),
    ...{ asked: opened.asked, answers: answerViews(opened, names).reverse(), lawSays, form },
    seen: form.words.seen ?? answers.length,
    button: answers.length === 0 ? 'Send the answer' : 'Send the correction',
  };
}
