import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audit } from '../../audit/index.js';
import { Audits, People, Providers, Requires, SignIn, type RequestOfPerson } from '../../identity/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { Database, INSTALLATION, type Actor } from '../../platform/database/index.js';
import { validateForm } from '../form/index.js';
import { FirstStepDone } from '../sign-in-second-step/index.js';
import { afterSignIn } from './home.js';
import { localPath } from './local-path.js';
import { NOT_RIGHT, refusedSignIn, SignInForm, signInView } from './page.js';

const PAGE = 'web/sign-in/page.njk';
const TOO_MANY =
  'There were too many wrong passwords. Wait for a quarter of an hour, then try again. If you have forgotten it, choose a new one from the sign-in page.';

/** Signing in and out. Both stand in the chain of the installation: accounts belong to no authority. */
@Controller()
@Requires('anybody')
export class SignInController {
  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly firstStepDone: FirstStepDone,
    private readonly people: People,
    private readonly providers: Providers,
    private readonly signIn: SignIn,
  ) {}

  @Get('sign-in')
  @Audits('none')
  ask(
    @Req() request: RequestOfPerson,
    @Query('returnTo') returnTo: unknown,
    @Res() response: Response,
  ): void {
    if (request.person === undefined)
      response.render(PAGE, signInView(localPath(returnTo), this.providers.list()));
    else response.redirect(303, afterSignIn(request.person, localPath(returnTo)));
  }

  @Post('sign-in')
  @Audits('account.signed-in, or sign-in.failed')
  async enter(
    @Req() request: RequestOfPerson,
    @Body('returnTo') sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const returnTo = localPath(sent);
    const form = validateForm(SignInForm, request.body);
    if (!form.ok) {
      response
        .status(400)
        .render(PAGE, refusedSignIn(form.errors, form.words, returnTo, this.providers.list()));
      return;
    }
    const account = await this.signIn.checkPassword(request);
    if ('refused' in account && account.refused === 'too-many') throw new Refusal(429, TOO_MANY);
    const person =
      'accountId' in account ? await this.people.person(account.accountId, undefined) : undefined;
    if (person === undefined) {
      // The email is left out: it may be a password that was typed into the wrong box.
      await this.#record({ kind: 'system', name: 'sign-in' }, 'sign-in.failed', INSTALLATION);
      response
        .status(400)
        .render(PAGE, refusedSignIn([NOT_RIGHT], form.words, returnTo, this.providers.list()));
      return;
    }
    const { accountId } = person;
    const path = await this.firstStepDone.goOn(request, accountId, 'password', returnTo);
    response.redirect(303, path ?? '/sign-in');
  }

  @Get('sign-out')
  @Audits('none')
  askToLeave(@Req() request: RequestOfPerson, @Query('from') from: unknown, @Res() response: Response): void {
    const title = request.person === undefined ? 'You are signed out' : 'Sign out';
    const provider = this.providers.list().find(({ id }) => id === from);
    response.render('web/sign-in/sign-out.njk', { title, provider });
  }

  @Post('sign-out')
  @Audits('account.signed-out')
  async leave(@Req() request: RequestOfPerson, @Res() response: Response): Promise<void> {
    const accountId = request.person?.accountId;
    const provider = this.providers.idOfIssuer(request.session.signedIn?.provider?.issuer);
    if (accountId !== undefined) {
      await this.#record({ kind: 'person', accountId }, 'account.signed-out', accountId);
      await this.signIn.signOut(request);
    }
    response.redirect(303, `/sign-out${provider === undefined ? '' : `?from=${provider}`}`);
  }

  async #record(actor: Actor, action: string, id: string): Promise<void> {
    const type = id === INSTALLATION ? 'installation' : 'account';
    await this.database.unitOfWork({ authorityId: INSTALLATION, actor }, (uow) => {
      this.audit.record(uow, { action, subject: { type, id } });
      return Promise.resolve();
    });
  }
}
