import { Body, Controller, Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Invitations, type OpenInvitation } from '../../../exchange/index.js';
import { Audits, Passwords, Requires } from '../../../identity/index.js';
import { asTyped, NewPasswordForm, PASSWORD_HINT, passwordError } from '../../account/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';

const PAGE = 'web/admin/intake/first-sign-in.njk';

/** Choosing a first password by the link of an invitation, which is all that somebody without one has to show. */
@Controller('first-sign-in')
@Requires('anybody')
export class FirstSignInController {
  constructor(
    private readonly invitations: Invitations,
    private readonly passwords: Passwords,
  ) {}

  @Get(':key')
  @Audits('none')
  async ask(@Param('key') key: string, @Res() response: Response): Promise<void> {
    const invitation = await this.invitations.opened(key);
    // Neither the page's address nor what is on it is for whoever looks at the next page.
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (invitation === undefined) response.status(404).render(PAGE, { title: USED, over: true });
    else response.render(PAGE, view(invitation, blankForm()));
  }

  @Post(':key')
  @Audits('account.password-chosen')
  async choose(@Param('key') key: string, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const invitation = await this.invitations.opened(key);
    if (invitation === undefined) throw new NotFoundException();
    const form = validateForm(NewPasswordForm, body);
    const password = asTyped(form.words, 'password');
    const problem = form.ok ? await this.passwords.problem(invitation.accountId, password) : undefined;
    const errors = form.ok ? (problem ? [passwordError(problem)] : []) : form.errors;
    if (errors.length > 0) {
      response.status(400).render(PAGE, view(invitation, refusedForm({ errors, words: {} })));
      return;
    }
    await this.invitations.choosePassword(invitation, password);
    response.redirect(303, '/sign-in');
  }
}

function view({ council, email }: OpenInvitation, form: FormState): object {
  return {
    title: 'Choose your password',
    button: 'Choose this password',
    council,
    email,
    form,
    hint: PASSWORD_HINT,
  };
}

const USED = 'This link opens nothing any more';
