import { IsNotEmpty, IsString } from 'class-validator';
import type { TypedFactor, WaysToSignIn } from '../../identity/index.js';
import { blankForm, type FormError, type FormState } from '../form/index.js';

/** A code of an app, or a recovery code: one box takes both. */
export class CodeForm {
  @IsString({ message: 'Enter a code' })
  @IsNotEmpty({ message: 'Enter a code' })
  code: string;
}

export class PasswordForm {
  @IsString({ message: 'Enter your password' })
  @IsNotEmpty({ message: 'Enter your password' })
  password: string;
}

/** What was typed into the box: six digits are an app's, anything else can only be a recovery code. */
export function typedCode(typed: string): TypedFactor {
  const kind = /^[\d\s]*$/.test(typed) ? 'code' : 'recovery-code';
  return { kind, typed };
}

export const WRONG_CODE: FormError = {
  field: 'code',
  href: '#code',
  text: 'That code is not right, or it was used before. An app shows a new one every 30 seconds',
};
export const WRONG_PASSWORD: FormError = {
  field: 'password',
  href: '#password',
  text: 'That password is not right',
};
export const PASSKEY_PROBLEM =
  'That passkey could not be used: it is not one of this account, or it took too long. Try again, or use another way';
export const TOO_MANY_CODES =
  'There were too many wrong codes or passwords. Wait for a quarter of an hour, then try again. Recovery codes and passwords that are right stay right.';

/** Which ways a page may offer. */
export interface Offered {
  readonly code: boolean;
  /** The box takes a recovery code alone: there is no app. */
  readonly onlyRecovery: boolean;
  readonly passkey: boolean;
}

export function offered({ codeApp, passkeys, recoveryCodesLeft }: WaysToSignIn): Offered {
  const app = codeApp !== undefined;
  return {
    code: app || recoveryCodesLeft > 0,
    onlyRecovery: !app,
    passkey: passkeys.length > 0,
  };
}

/** The second step of signing in. */
export function secondStepView(ways: WaysToSignIn, form: FormState = blankForm()): object {
  return {
    title: 'Second step',
    button: 'Sign in',
    form,
    ...{ offered: offered(ways), passkeyProblem: form.errors.passkey },
  };
}

export interface ConfirmView {
  readonly returnTo: string;
  readonly ways: WaysToSignIn;
  /** Signed in by a provider: they confirm there. */
  readonly byProvider: boolean;
}

/** Showing again that it is they. Where there is a second step, that is what shows it; a password alone does not. */
export function confirmView({ returnTo, ways, byProvider }: ConfirmView, form = blankForm()): object {
  const has = offered(ways);
  const second = ways.codeApp !== undefined || ways.passkeys.length > 0;
  return {
    title: 'Confirm that it is you',
    button: 'Confirm',
    form,
    returnTo,
    offered: second ? has : { code: false, onlyRecovery: false, passkey: false },
    password: !second && ways.password && !byProvider,
    providerHref: byProvider
      ? `/sign-in/openid-connect?again=1&returnTo=${encodeURIComponent(returnTo)}`
      : undefined,
    passkeyProblem: form.errors.passkey,
  };
}
