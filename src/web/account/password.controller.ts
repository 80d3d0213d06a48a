import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  Audits,
  CurrentPerson,
  Passwords,
  Requires,
  StepUp,
  type Person,
  type RequestOfPerson,
} from '../../identity/index.js';
import { blankForm, refusedForm, validateForm, type FormError, type FormState } from '../form/index.js';
import { asTyped, NewPasswordForm, PASSWORD_HINT, passwordError } from './new-password.js';
import { OwnSignIn } from './own-sign-in.js';

const PAGE = 'web/account/password.njk';

/** Changing one's own password, or choosing one. Who sits there was shown by the step before. */
@Controller('account/password')
@Requires('signed-in')
@StepUp()
export class OwnPasswordController {
  constructor(
    private readonly own: OwnSignIn,
    private readonly passwords: Passwords,
  ) {}

  @Get()
  @Audits('none')
  async ask(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    await this.own.refuseProviderAlone(person);
    response.render(PAGE, view(await this.passwords.has(person.accountId), blankForm()));
  }

  @Post()
  @Audits('account.password-changed, or account.password-chosen')
  async change(
    @Req() request: RequestOfPerson,
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.own.refuseProviderAlone(person);
    const form = validateForm(NewPasswordForm, body);
    const password = asTyped(form.words, 'password');
    const problem = form.ok ? await this.passwords.problem(person.accountId, password) : undefined;
    const errors: readonly FormError[] = form.ok ? (problem ? [passwordError(problem)] : []) : form.errors;
    if (errors.length > 0) {
      const has = await this.passwords.has(person.accountId);
      response.status(400).render(PAGE, view(has, refusedForm({ errors, words: {} })));
      return;
    }
    await this.passwords.change(person.accountId, password, request.sessionID);
    response.redirect(303, '/account?done=password');
  }
}

function view(has: boolean, form: FormState): object {
  return {
    title: has ? 'Change your password' : 'Choose a password',
    button: has ? 'Change it' : 'Choose it',
    ...{ backHref: '/account', form, hint: PASSWORD_HINT, has },
  };
}
