import { IsNotEmpty, IsString } from 'class-validator';
import { PASSWORD_FEWEST, PASSWORD_MOST, type PasswordProblem } from '../../identity/index.js';
import type { FormError, Words } from '../form/index.js';

/** A password that somebody chooses. Whether it is good enough is for the rules of identity to say. */
export class NewPasswordForm {
  @IsString({ message: 'Enter a password' })
  @IsNotEmpty({ message: 'Enter a password' })
  password: string;
}

/** What is asked of a password, for the hint beside the box. */
export const PASSWORD_HINT = `${PASSWORD_FEWEST} characters or more, such as three random words`;

/** Exactly as it was typed: a form's answers are trimmed, and a password may end with a blank. */
export function asTyped(words: Words, field: string): string {
  const word = words[field];
  return typeof word === 'string' ? word : '';
}

/** What is wrong with a new password, beside its box. */
export function passwordError(problem: PasswordProblem, field = 'password'): FormError {
  return { field, href: `#${field}`, text: PROBLEMS[problem] };
}

const PROBLEMS: Readonly<Record<PasswordProblem, string>> = {
  'too-short': `The password must be ${PASSWORD_FEWEST} characters or more`,
  'too-long': `The password must be ${PASSWORD_MOST} characters or less`,
  'own-words': 'The password must not be made of your own name or email address',
  'too-common': 'This password is easy to guess: many people use it or one like it. Choose another one',
};
