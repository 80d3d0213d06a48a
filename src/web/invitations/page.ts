import { IsEmail, IsString, MaxLength } from 'class-validator';
import type { OpenLink } from '../../identity/index.js';
import { PASSWORD_HINT } from '../account/index.js';
import { blankForm, type FormState } from '../form/index.js';

/** To which address a link is to be sent. */
export class AddressForm {
  @MaxLength(254, { message: 'The email address must be 254 characters or less' })
  @IsEmail({}, { message: 'Enter an email address, like name@example.com' })
  @IsString({ message: 'Enter your email address' })
  email: string;
}

/** What a page that asks for a link says. */
export interface AskingPage {
  readonly title: string;
  readonly intro: string;
  readonly sent: string;
}

export const FORGOTTEN: AskingPage = {
  title: 'Forgotten your password?',
  intro: 'We send you a link with which you choose a new one. It works once, for one hour.',
  sent: 'If this address has an account here with a password, a message with a link is on its way to it. The link works once, for one hour.',
};
export const BY_LINK: AskingPage = {
  title: 'Sign in by a link in a message',
  intro:
    'We send you a link with which you sign in without your password. It works once, for 15 minutes, in this browser alone.',
  sent: 'If this address has an account here, a message with a link is on its way to it. The link works once, for 15 minutes, in this browser alone.',
};

export const askingView = ({ title, intro }: AskingPage, form = blankForm()): object => ({
  ...{ title, intro, form, backHref: '/sign-in', button: 'Send me a link' },
});

export const sentView = ({ sent }: AskingPage): object => ({ title: 'Look into your mail', sent });

export function choosingView({ email, purpose }: OpenLink, form: FormState): object {
  return {
    title: purpose === 'invitation' ? 'Choose your password' : 'Choose a new password',
    button: 'Choose this password',
    ...{ email, form, hint: PASSWORD_HINT },
  };
}

export const OVER = 'This link opens nothing any more';
