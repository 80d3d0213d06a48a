import { IsNotEmpty, MaxLength } from 'class-validator';
import { civilDate, type CivilDate } from '../../../law/index.js';
import { dateInWords, withheldInWords } from '../../../wording/index.js';
import { DateField, type FormState } from '../../form/index.js';
import { readRows, type ReadInterest } from '../reading.js';

/** Looked at again, and still sensitive. */
export class ReviewForm {
  @DateField({
    enter: 'Enter the day by which it is looked at again',
    name: 'The day by which it is looked at again',
  })
  reviewOn: CivilDate;
}

/** No longer sensitive. */
export class EndForm {
  @MaxLength(2000, { message: 'Your reason must be 2,000 characters or less' })
  @IsNotEmpty({ message: 'Enter why it is no longer sensitive' })
  reason: string;
}

export interface AgreedView {
  readonly title: string;
  readonly backHref: string;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
  readonly statement: string;
  readonly endHref: string;
  readonly button: string;
  readonly form: FormState;
}

export function agreedView(
  id: string,
  read: ReadInterest,
  reviewOn: string | null,
  form: FormState,
): AgreedView {
  return {
    title: 'Look again at a sensitive interest',
    backHref: '/officer/sensitive',
    rows: [
      ...readRows(read),
      {
        name: 'Look again by',
        value: reviewOn === null ? 'No day was set' : dateInWords(civilDate(reviewOn)),
      },
    ],
    statement: withheldInWords('s32'),
    endHref: `/officer/sensitive/entries/${id}/end`,
    button: 'It is still sensitive until then',
    form,
  };
}

export function endView(id: string, read: ReadInterest, form: FormState): object {
  return {
    title: 'End the withholding',
    backHref: `/officer/sensitive/entries/${id}`,
    rows: readRows(read),
    button: 'End it and publish the details',
    form,
  };
}
