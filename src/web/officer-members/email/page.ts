import { ValidateBy, type ValidationOptions } from 'class-validator';
import type { Member } from '../../../members/index.js';
import { isMailAddress } from '../../../platform/mail/index.js';
import { blankForm, type FormState } from '../../form/index.js';

/** The address of one mailbox, or nothing where there is none. A form without the field says neither. */
const AddressOrNothing = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'addressOrNothing',
      validator: {
        validate: (typed) => typed === '' || (typeof typed === 'string' && isMailAddress(typed)),
      },
    },
    options,
  );

export class EmailForm {
  @AddressOrNothing({ message: 'Enter one e-mail address, like name@example.com, or leave the box empty' })
  email: string;
}

export function emailView({ id, name, email }: Member, form: FormState = blankForm(wordsOf(email))): object {
  const memberHref = `/officer/members/${id}`;
  return {
    title: 'Change e-mail address',
    ...{ name, form, backHref: memberHref },
    button: 'Save',
    secondary: { text: 'Cancel', href: memberHref },
  };
}

const wordsOf = (email: string | null): FormState['words'] => ({ email: email ?? '' });
