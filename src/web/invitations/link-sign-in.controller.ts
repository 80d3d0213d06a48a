import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Audits, Requires, SignInLinks, type OpenLink } from '../../identity/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { refusedForm, validateForm } from '../form/index.js';
import { FirstStepDone } from '../sign-in-second-step/index.js';
import { TOO_MANY_LINKS } from './choose-password.controller.js';
import { AddressForm, askingView, BY_LINK, OVER, sentView } from './page.js';
import { withoutReferrer } from './without-referrer.js';

/** Signing in by the link of a message, in the browser that asked for it. */
@Controller('sign-in/link')
@Requires('anybody')
export class LinkSignInController {
  constructor(
    private readonly firstStepDone: FirstStepDone,
    private readonly links: SignInLinks,
  ) {}

  @Get()
  @Audits('none')
  ask(@Res() response: Response): void {
    response.render('web/invitations/ask.njk', askingView(BY_LINK));
  }

  /** Answers the same whether or not somebody has the address. */
  @HttpCode(200)
  @Post()
  @Audits('sign-in.link-asked')
  async send(@Req() request: Request, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const form = validateForm(AddressForm, body);
    if (!form.ok) {
      response.status(400).render('web/invitations/ask.njk', askingView(BY_LINK, refusedForm(form)));
      return;
    }
    const asked = await this.links.ask(request, 'sign-in', form.value.email);
    if ('refused' in asked) throw new Refusal(429, TOO_MANY_LINKS);
    response.render('web/invitations/sent.njk', sentView(BY_LINK));
  }

  /** Opening it uses nothing up: programs that look through mail open links too. */
  @Get(':token')
  @Audits('none')
  async open(
    @Req() request: Request,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    withoutReferrer(response);
    const link = await this.#opened(request, token);
    if (link === undefined) over(response);
    else {
      const view = { title: 'Sign in', button: 'Sign in', email: link.email };
      response.render('web/invitations/sign-in.njk', view);
    }
  }

  @Post(':token')
  @Audits('account.signed-in')
  async enter(
    @Req() request: Request,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    withoutReferrer(response);
    const link = await this.#opened(request, token);
    const isFirst = link !== undefined && (await this.links.use(link));
    const path = isFirst
      ? await this.firstStepDone.goOn(request, link.accountId, 'mail-link', undefined)
      : undefined;
    if (path === undefined) over(response);
    else response.redirect(303, path);
  }

  async #opened(request: Request, token: string): Promise<OpenLink | undefined> {
    const link = await this.links.opened(token, 'sign-in');
    return link !== undefined && (await this.links.isOfBrowser(request, link)) ? link : undefined;
  }
}

function over(response: Response): void {
  const view = { title: OVER, againHref: '/sign-in/link', otherBrowser: true };
  response.status(404).render('web/invitations/over.njk', view);
}
