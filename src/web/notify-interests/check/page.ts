import { IsIn } from 'class-validator';
import { blankForm, type FormState } from '../../form/index.js';
import { answersInParts, type AnsweredGroup } from '../answers.js';
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
  readonly groups: readonly AnsweredGroup[];
  readonly declaration: string;
  readonly banner: { readonly text: string } | undefined;
}

const CHANGED_ELSEWHERE = {
  text: 'Your answers were changed in another tab or on another device after you opened this page. Nothing was sent. These are the answers as they are now: check them again.',
};

/** Everything that is about to be sent, what the law makes of it, and the declaration. */
export function checkView(
  opened: OpenedDraft,
  form: FormState = blankForm(),
  changedElsewhere = false,
): CheckView {
  const { draft, journey, version, desk } = opened;
  return {
    title: 'Check your answers before you send them',
    backHref: desk.basePath,
    button: 'Send to the monitoring officer',
    form,
    version,
    groups: answersInParts(journey, draft, opened),
    declaration:
      draft.hasPartner === true
        ? 'This is everything that I have to register today, and everything that I know my spouse or partner has.'
        : 'This is everything that I have to register today.',
    banner: changedElsewhere ? CHANGED_ELSEWHERE : undefined,
  };
}
