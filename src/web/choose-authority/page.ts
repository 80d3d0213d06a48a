import { IsNotEmpty, IsString } from 'class-validator';
import type { Membership, Person } from '../../identity/index.js';
import { blankForm, type FormError, type FormState } from '../form/index.js';

/** What the page asks: the slug of an authority. */
export class ChooseAuthorityForm {
  @IsString({ message: 'Choose which council you are acting for' })
  @IsNotEmpty({ message: 'Choose which council you are acting for' })
  authority: string;
}

/** A choice that is none of the person's own. */
export const NOT_YOURS: FormError = {
  field: 'authority',
  href: '#authority',
  text: 'Choose one of these councils',
};

export interface ChooseAuthorityView {
  readonly title: string;
  readonly form: FormState;
  readonly items: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint: { text: string };
  }[];
  readonly returnTo: string | undefined;
}

/** The page: every authority in which the person holds something, and as what. */
export function chooseAuthorityView(
  person: Person,
  returnTo: string | undefined,
  form: FormState = blankForm(person.acting === undefined ? {} : { authority: person.acting.slug }),
): ChooseAuthorityView {
  return {
    title: 'Which council are you acting for?',
    form,
    items: person.memberships.map((membership) => ({
      value: membership.slug,
      text: membership.authorityName,
      hint: { text: rolesInWords(membership) },
    })),
    returnTo,
  };
}

/** 'Member, monitoring officer'. */
function rolesInWords({ roles }: Membership): string {
  const words = roles.map((role) => role.replaceAll('-', ' ')).join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
