import { IsNotEmpty, IsString } from 'class-validator';
import type { OidcSetting } from '../../platform/config/index.js';
import { blankForm, refusedForm, type FormError, type FormState, type Words } from '../form/index.js';

/** What the sign-in page asks. */
export class SignInForm {
  @IsString({ message: 'Enter your email address' })
  @IsNotEmpty({ message: 'Enter your email address' })
  email: string;

  @IsString({ message: 'Enter your password' })
  @IsNotEmpty({ message: 'Enter your password' })
  password: string;
}

export interface SignInView {
  readonly title: string;
  readonly button: string;
  readonly form: FormState;
  /** A path of this site, to go to afterwards. */
  readonly returnTo: string | undefined;
  /** Other ways in: the OpenID providers, each a link. */
  readonly providers: readonly { readonly text: string; readonly href: string }[];
}

type Provider = Pick<OidcSetting, 'id' | 'name'>;

/** The page before anything is entered. */
export const signInView = (
  returnTo: string | undefined,
  providers: readonly Provider[] = [],
  form = blankForm(),
): SignInView => ({
  title: 'Sign in',
  button: 'Sign in',
  form,
  returnTo,
  providers: providers.map(({ id, name }) => ({
    text: `Sign in with ${name}`,
    href: `/sign-in/openid-connect/${id}${returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`}`,
  })),
});

/** The page that comes back: the email as it was typed, and never the password. */
export function refusedSignIn(
  errors: readonly FormError[],
  words: Words,
  returnTo: string | undefined,
  providers: readonly Provider[] = [],
): SignInView {
  const { email = '' } = words;
  return signInView(returnTo, providers, refusedForm({ errors, words: { email } }));
}

/** One error for an unknown email and a wrong password, so that nobody learns who has an account. */
export const NOT_RIGHT: FormError = {
  field: 'email',
  href: '#email',
  text: 'The email address or the password is not right',
};
