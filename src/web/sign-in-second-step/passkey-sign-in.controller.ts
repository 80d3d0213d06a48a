import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audit } from '../../audit/index.js';
import { Audits, Passkeys, People, Requires, SignIn, type RequestOfPerson } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION } from '../../platform/database/index.js';
import { refusedForm } from '../form/index.js';
import { afterSignIn } from '../sign-in/home.js';
import { localPath } from '../sign-in/local-path.js';
import { PASSKEY_PROBLEM } from './page.js';

const PAGE = 'web/sign-in-second-step/passkey-page.njk';

/** Signing in with a passkey alone: what the device holds, and the finger or the PIN that opens it. */
@Controller('sign-in/passkey')
@Requires('anybody')
export class PasskeySignInController {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly passkeys: Passkeys,
    private readonly people: People,
    private readonly signIn: SignIn,
  ) {}

  @Get()
  @Audits('none')
  ask(@Query('returnTo') returnTo: unknown, @Res() response: Response): void {
    response.render(PAGE, this.#view(localPath(returnTo)));
  }

  @Get('challenge')
  @Audits('none')
  challenge(@Req() request: RequestOfPerson): Promise<object> {
    return this.passkeys.toShow(request, 'sign-in', undefined);
  }

  @Post()
  @Audits('account.signed-in, or sign-in.failed')
  async enter(
    @Req() request: RequestOfPerson,
    @Body('response') sent: unknown,
    @Body('returnTo') wanted: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const returnTo = localPath(wanted);
    const shown = await this.passkeys.shown(request, 'sign-in', { response: String(sent) });
    const person = 'accountId' in shown ? await this.people.person(shown.accountId, undefined) : undefined;
    if (person === undefined) {
      await this.#failed();
      response.status(400).render(PAGE, this.#view(returnTo, PASSKEY_PROBLEM));
      return;
    }
    // The finger or the PIN was asked for: that is the second factor.
    const secondFactorAt = this.clock.machineNow().getTime();
    await this.signIn.begin(request, person.accountId, 'passkey', { secondFactorAt });
    response.redirect(303, afterSignIn(person, returnTo));
  }

  async #failed(): Promise<void> {
    const acting = { authorityId: INSTALLATION, actor: { kind: 'system', name: 'sign-in' } } as const;
    await this.database.unitOfWork(acting, (uow) => {
      const subject = { type: 'installation', id: INSTALLATION };
      this.audit.record(uow, { action: 'sign-in.failed', subject });
      return Promise.resolve();
    });
  }

  #view(returnTo: string | undefined, problem?: string): object {
    const errors = problem === undefined ? [] : [{ field: 'passkey', href: '#passkey', text: problem }];
    return {
      title: 'Sign in with a passkey',
      backHref: '/sign-in',
      ...{ returnTo, problem, possible: this.passkeys.possible },
      form: refusedForm({ errors, words: {} }),
    };
  }
}
