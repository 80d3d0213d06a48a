import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audit } from '../../audit/index.js';
import { Audits, People, Requires, SignIn, type RequestOfPerson } from '../../identity/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { Database, INSTALLATION, type Actor } from '../../platform/database/index.js';
import { validateForm } from '../form/index.js';
import { afterSignIn } from './home.js';
import { localPath } from './local-path.js';
import { NOT_RIGHT, refusedSignIn, SignInForm, signInView } from './page.js';

const PAGE = 'web/sign-in/page.njk';
const TOO_MANY =
  'There were too many wrong passwords. Wait for a quarter of an hour, then try again. If you have forgotten your password, ask your council.';

/** Signing in and out. Both stand in the chain of the installation: accounts belong to no authority. */
@Controller()
@Requires('anybody')
export class SignInController {
  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly people: People,
    private readonly signIn: SignIn,
  ) {}

  @Get('sign-in')
  @Audits('none')
  ask(
    @Req() request: RequestOfPerson,
    @Query('returnTo') returnTo: unknown,
    @Res() response: Response,
  ): void {
    if (request.person === undefined) response.render(PAGE, signInView(localPath(returnTo)));
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
      response.status(400).render(PAGE, refusedSignIn(form.errors, form.words, returnTo));
      return;
    }
    const account = await this.signIn.signIn(request);
    if ('refused' in account && account.refused === 'too-many') throw new Refusal(429, TOO_MANY);
    const person =
      'accountId' in account ? await this.people.person(account.accountId, undefined) : undefined;
    if (person === undefined) {
      // The email is left out: it may be a password that was typed into the wrong box.
      await this.#record({ kind: 'system', name: 'sign-in' }, 'sign-in.failed', INSTALLATION);
      response.status(400).render(PAGE, refusedSignIn([NOT_RIGHT], form.words, returnTo));
      return;
    }
    const { accountId } = person;
    await this.#record({ kind: 'person', accountId }, 'account.signed-in', accountId);
    response.redirect(303, afterSignIn(person, returnTo));
  }

  @Get('sign-out')
  @Audits('none')
  askToLeave(@Req() request: RequestOfPerson, @Res() response: Response): void {
    const title = request.person === undefined ? 'You are signed out' : 'Sign out';
    response.render('web/sign-in/sign-out.njk', { title });
  }

  @Post('sign-out')
  @Audits('account.signed-out')
  async leave(@Req() request: RequestOfPerson, @Res() response: Response): Promise<void> {
    const accountId = request.person?.accountId;
    if (accountId !== undefined) {
      await this.#record({ kind: 'person', accountId }, 'account.signed-out', accountId);
      await this.signIn.signOut(request);
    }
    response.redirect(303, '/sign-out');
  }

  async #record(actor: Actor, action: string, id: string): Promise<void> {
    const type = id === INSTALLATION ? 'installation' : 'account';
    await this.database.unitOfWork({ authorityId: INSTALLATION, actor }, (uow) => {
      this.audit.record(uow, { action, subject: { type, id } });
      return Promise.resolve();
    });
  }
}
