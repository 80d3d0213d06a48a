import { IsIn } from 'class-validator';
import { blankForm, type FormState } from '../../form/index.js';
import type { CheckGroup } from '../../journey/index.js';
import { answersInParts } from '../answers.js';
import { NOTIFY_PATH } from '../journey.js';
import type { OpenedDraft } from '../question-page.js';

/** The declaration. */
export class DeclarationForm {
  @IsIn(['yes'], { message: 'Confirm that your answers are complete and true' })
  declared: 'yes';
}

export interface CheckView {
  readonly title: string;
  readonly backHref: string;
  readonly button: string;
  readonly form: FormState;
  readonly version: number;
  readonly groups: readonly CheckGroup[];
  readonly declaration: string;
  readonly banner: { readonly text: string } | undefined;
}

const CHANGED_ELSEWHERE = {
  text: 'Your answers were changed in another tab or on another device after you opened this page. Nothing was sent. These are the answers as they are now: check them again.',
};

/** Everything that is about to be sent, and the declaration. */
export function checkView(
  { draft, journey, version }: OpenedDraft,
  form: FormState = blankForm(),
  changedElsewhere = false,
): CheckView {
  return {
    title: 'Check your answers before you send them',
    backHref: NOTIFY_PATH,
    button: 'Send to the monitoring officer',
    form,
    version,
    groups: answersInParts(journey, draft),
    declaration:
      draft.hasPartner === true
        ? 'This is everything that I have to register today, and everything that I know my spouse or partner has.'
        : 'This is everything that I have to register today.',
    banner: changedElsewhere ? CHANGED_ELSEWHERE : undefined,
  };
}
