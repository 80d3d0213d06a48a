import { IsIn, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { civilDate } from '../../../law/index.js';
import type { AgendaItem, Meeting } from '../../../meetings/index.js';
import { dayAndDateInWords } from '../../../wording/index.js';
import type { FormState } from '../../form/index.js';

/** The longest question, in characters. */
export const LONGEST = 4_000;

/** What a member asks the monitoring officer about an item. */
export class QuestionForm {
  @MaxLength(LONGEST, { message: 'Your question must be 4,000 characters or less' })
  @IsNotEmpty({ message: 'Enter your question' })
  question: string;

  @IsIn(['yes'], { message: 'Tick the box, or leave it empty' })
  @IsOptional()
  sensitive?: 'yes';
}

/** The item that is asked about, where it stands. */
export interface AskedAbout {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly bodyName: string;
}

export const itemNamed = ({ item }: Pick<AskedAbout, 'item'>): string =>
  item.number === null ? item.title : `${item.number}. ${item.title}`;

export function askView(at: AskedAbout, form: FormState): object {
  const day = dayAndDateInWords(civilDate(at.meeting.meetsOn));
  return {
    title: 'Ask the monitoring officer',
    backHref: `/my/meetings/${at.meeting.id}`,
    ...{ item: itemNamed(at), meeting: `${at.bodyName}, ${day}`, form },
    button: 'Send the question',
  };
}
