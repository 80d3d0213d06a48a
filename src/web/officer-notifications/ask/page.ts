import { IsNotEmpty } from 'class-validator';
import { blankForm, type FormState } from '../../form/index.js';
import { detailsFor } from '../one/said.js';
import { headingOf } from '../one/compared.js';
import type { KnownOfNotification } from '../reading.js';

/** What is asked of the member, and why. */
export class QuestionForm {
  @IsNotEmpty({ message: 'Enter what you want to ask the member, and why' })
  question: string;
}

/** How long a question may be. */
export const MOST_CHARACTERS = 10_000;

export interface AskView {
  readonly title: string;
  readonly backHref: string;
  readonly button: string;
  readonly form: FormState;
  readonly memberName: string;
  /** The interest that is asked about; undefined for the whole notification. */
  readonly about: string | undefined;
  readonly banner: { readonly text: string } | undefined;
}

/** Asks about a notification, or about one interest in it. Undefined where it has no such interest. */
export function askView(
  { opened, member, withheld }: KnownOfNotification,
  interestId: string | undefined,
  form: FormState = blankForm(),
  refusal?: string,
): AskView | undefined {
  const interest = opened.interests.find(({ id }) => id === interestId);
  if (interestId !== undefined && interest === undefined) return undefined;
  return {
    title: `What do you want to ask ${member.name}?`,
    backHref: `/officer/notifications/${opened.notification.id}`,
    button: 'Send the question',
    form,
    memberName: member.name,
    about: interest && `${headingOf(interest)}: ${detailsFor(interest, withheld)}`,
    banner: refusal === undefined ? undefined : { text: refusal },
  };
}
