import { IsIn, IsNotEmpty, MaxLength, ValidateIf } from 'class-validator';
import type { CivilDate } from '../../../law/index.js';
import type { Decision, OpenedRequest } from '../../../register/index.js';
import { withheldInWords } from '../../../wording/index.js';
import { DateField, type FormError, type FormState } from '../../form/index.js';
import { instantInWords } from '../../page/index.js';
import { readRows, type ReadInterest } from '../reading.js';

/** The second key. */
export class DecisionForm {
  @IsIn(['agreed', 'not-agreed'], { message: 'Choose whether you agree' })
  decision: 'agreed' | 'not-agreed';

  @MaxLength(2000, { message: 'Your reason must be 2,000 characters or less' })
  @IsNotEmpty({ message: 'Enter your reason' })
  reason: string;

  @ValidateIf(({ decision }: DecisionForm) => decision === 'agreed')
  @DateField({
    enter: 'Enter the day by which it is looked at again',
    name: 'The day by which it is looked at again',
    optional: true,
  })
  reviewOn: CivilDate | undefined;
}

/** What was decided, or what is missing: whoever agrees says until when. */
export function decisionIn({ decision, reason, reviewOn }: DecisionForm): Decision | FormError {
  if (decision === 'not-agreed') return { decision, reason };
  if (reviewOn !== undefined) return { decision, reason, reviewOn };
  return { field: 'reviewOn', href: '#reviewOn-day', text: 'Enter the day by which it is looked at again' };
}

export interface DecideView {
  readonly title: string;
  readonly backHref: string;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
  readonly alsoPublic: readonly string[];
  /** What the public reads if it is agreed. */
  readonly statement: string;
  /** Already decided: nothing more to decide here. */
  readonly isDecided: boolean;
  readonly button: string;
  readonly form: FormState;
}

export function decideView(
  { request, reason, decisionReason }: OpenedRequest,
  read: ReadInterest,
  form: FormState,
): DecideView {
  return {
    title: 'Decide whether an interest is sensitive',
    backHref: '/officer/sensitive',
    rows: [
      ...readRows(read),
      {
        name: request.origin === 'member' ? 'The member asked' : 'Kept back since',
        value: instantInWords(request.requestedAt),
      },
      { name: request.origin === 'member' ? 'The member’s reason' : 'Because', value: reason },
      ...(decisionReason === null ? [] : [{ name: 'Reason of the decision', value: decisionReason }]),
    ],
    alsoPublic: read.alsoPublic,
    statement: withheldInWords('s32'),
    isDecided: request.decision !== null,
    button: 'Record my decision',
    form,
  };
}
