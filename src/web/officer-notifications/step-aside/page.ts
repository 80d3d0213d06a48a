import { listInWords } from '../../../wording/index.js';
import { blankForm, type FormState } from '../../form/index.js';
import type { KnownOfNotification } from '../reading.js';

export interface StepAsideView {
  readonly title: string;
  readonly backHref: string;
  readonly button: string;
  readonly form: FormState;
  readonly memberName: string;
  /** The officers who can act then; undefined where there is none. */
  readonly others: string | undefined;
  readonly secondary: { readonly text: string; readonly href: string };
}

/** Asks before an officer leaves a member to a deputy, because it is for good. */
export function stepAsideView({ opened, member, canAct, names }: KnownOfNotification): StepAsideView {
  const backHref = `/officer/notifications/${opened.notification.id}`;
  const others = canAct.map((id) => names.get(id) ?? 'Somebody');
  return {
    title: `Leave ${member.name}’s interests to a deputy`,
    backHref,
    button: 'Leave it to a deputy',
    form: blankForm(),
    memberName: member.name,
    others: others.length === 0 ? undefined : listInWords(others, 'or'),
    secondary: { text: 'Cancel', href: backHref },
  };
}
