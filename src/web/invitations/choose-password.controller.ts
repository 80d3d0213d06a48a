import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Audits, Passwords, Requires, SignInLinks, type OpenLink } from '../../identity/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { asTyped, NewPasswordForm, passwordError } from '../account/index.js';
import { blankForm, refusedForm, validateForm, type FormError } from '../form/index.js';
import { AddressForm, askingView, choosingView, FORGOTTEN, OVER, sentView } from './page.js';
import { withoutReferrer } from './without-referrer.js';

const PAGE = 'web/invitations/choose-password.njk';

/** A forgotten password, and choosing one by the link of a message. */
@Controller()
@Requires('anybody')
export class ChoosePasswordController {
  constructor(
    private readonly links: SignInLinks,
    private readonly passwords: Passwords,
  ) {}

  @Get('forgotten-password')
  @Audits('none')
  ask(@Res() response: Response): void {
    response.render('web/invitations/ask.njk', askingView(FORGOTTEN));
  }

  /** Answers the same whether or not somebody has the address. */
  @HttpCode(200)
  @Post('forgotten-password')
  @Audits('sign-in.link-asked')
  async send(@Req() request: Request, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const form = validateForm(AddressForm, body);
    if (!form.ok) {
      response.status(400).render('web/invitations/ask.njk', askingView(FORGOTTEN, refusedForm(form)));
      return;
    }
    const asked = await this.links.ask(request, 'password', form.value.email);
    if ('refused' in asked) throw new Refusal(429, TOO_MANY_LINKS);
    response.render('web/invitations/sent.njk', sentView(FORGOTTEN));
  }

  @Get('choose-password/:token')
  @Audits('none')
  async choose(@Param('token') token: string, @Res() response: Response): Promise<void> {
    withoutReferrer(response);
    const link = await this.#opened(token);
    if (link === undefined) over(response);
    else response.render(PAGE, choosingView(link, blankForm()));
  }

  @Post('choose-password/:token')
  @Audits('account.password-chosen, or account.password-changed')
  async chosen(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    withoutReferrer(response);
    const link = await this.#opened(token);
    if (link === undefined) {
      over(response);
      return;
    }
    const form = validateForm(NewPasswordForm, body);
    const password = asTyped(form.words, 'password');
    const problem = form.ok ? await this.passwords.problem(link.accountId, password) : undefined;
    const errors: readonly FormError[] = form.ok ? (problem ? [passwordError(problem)] : []) : form.errors;
    if (errors.length > 0) {
      response.status(400).render(PAGE, choosingView(link, refusedForm({ errors, words: {} })));
      return;
    }
    const result = await this.links.choosePassword(link, password);
    if ('refused' in result) over(response);
    else response.redirect(303, '/sign-in');
  }

  #opened(token: string): Promise<OpenLink | undefined> {
    return this.links.opened(token, 'invitation', 'password');
  }
}

export const TOO_MANY_LINKS =
  'Too many links were asked for from where you are. Wait for an hour, then try again.';

function over(response: Response): void {
  const view = { title: OVER, againHref: '/forgotten-password', otherBrowser: false };
  response.status(404).render('web/invitations/over.njk', view);
}
