import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type {
  InterestDetails,
  OpenedInterest,
  OpenedNotification,
  OpenedQuery,
} from '../../register/index.js';
import { blankForm, type FormState } from '../form/index.js';
import { toldRows, type ToldRow } from '../my-interests/index.js';
import { instantInWords } from '../page/index.js';

export class AnswerForm {
  @MaxLength(2000, { message: 'Your answer must be 2,000 characters or less' })
  @IsNotEmpty({ message: 'Enter your answer' })
  @IsString({ message: 'Enter your answer' })
  answer: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'Select whether you take it back' })
  withdraws?: 'yes';
}

/** A question with what it is about. */
export interface AskedOfMe {
  readonly opened: OpenedQuery;
  readonly notification: OpenedNotification;
  /** The one interest that it is about; undefined for the notification as a whole. */
  readonly interest: OpenedInterest | undefined;
  /** What the register says of that interest, where it is told to be changed, ended or corrected. */
  readonly before: InterestDetails | undefined;
}

export interface QuestionView {
  readonly title: string;
  readonly backHref: string;
  readonly form: FormState;
  readonly button: string;
  readonly question: string;
  readonly askedAt: string;
  readonly received: string;
  readonly about: readonly ToldRow[];
  readonly receiptHref: string;
  readonly mayWithdraw: boolean;
  readonly answered: { readonly at: string; readonly words: string; readonly withdrawn: boolean } | undefined;
  readonly banner: { readonly text: string; readonly success?: true } | undefined;
}

export function questionView(
  { opened, notification: { notification }, interest, before }: AskedOfMe,
  form: FormState = blankForm(),
  banner?: QuestionView['banner'],
): QuestionView {
  const { query, question, answer } = opened;
  const folder = notification.kind === 'whole' ? 'receipts' : 'told';
  return {
    title: 'A question from the monitoring officer',
    backHref: '/my/interests',
    form,
    button: 'Send the answer',
    question,
    askedAt: instantInWords(query.askedAt),
    received: instantInWords(notification.receivedAt),
    about: interest === undefined ? [] : toldRows(interest, before),
    receiptHref: `/my/interests/${folder}/${notification.id}`,
    mayWithdraw: interest?.fate === null,
    answered:
      answer === null || query.answeredAt === null
        ? undefined
        : { at: instantInWords(query.answeredAt), words: answer, withdrawn: interest?.fate === 'withdrawn' },
    banner,
  };
}
