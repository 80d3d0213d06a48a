import { Body, Controller, ForbiddenException, Get, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audit } from '../../audit/index.js';
import {
  Audits,
  Factors,
  Passkeys,
  People,
  Requires,
  SignIn,
  type Pending,
  type RequestOfPerson,
} from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { refusedForm, validateForm, type FormState } from '../form/index.js';
import { afterSignIn } from '../sign-in/home.js';
import { CodeForm, PASSKEY_PROBLEM, secondStepView, TOO_MANY_CODES, typedCode, WRONG_CODE } from './page.js';

const PAGE = 'web/sign-in-second-step/second-step.njk';
/** How long a right password waits for its second step, in milliseconds. */
const WAITS_FOR = 10 * 60_000;

/** The second step of signing in, by whoever got the first one right. They are not signed in yet. */
@Controller('sign-in/second-step')
@Requires('anybody')
export class SecondStepController {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly factors: Factors,
    private readonly passkeys: Passkeys,
    private readonly people: People,
    private readonly signIn: SignIn,
  ) {}

  @Get()
  @Audits('none')
  async ask(@Req() request: RequestOfPerson, @Res() response: Response): Promise<void> {
    const pending = this.#pending(request);
    if (pending === undefined) response.redirect(303, '/sign-in');
    else response.render(PAGE, secondStepView(await this.factors.of(pending.accountId)));
  }

  @Post()
  @Audits('account.signed-in, or sign-in.second-step-failed')
  async check(
    @Req() request: RequestOfPerson,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const pending = this.#pending(request);
    if (pending === undefined) {
      response.redirect(303, '/sign-in');
      return;
    }
    const form = validateForm(CodeForm, body);
    const checked = form.ok && (await this.factors.check(pending.accountId, typedCode(form.value.code)));
    if (checked && 'right' in checked) return this.#finish(request, pending, response);
    if (checked) await this.#failed(pending);
    if (checked && checked.refused === 'too-many') throw new Refusal(429, TOO_MANY_CODES);
    // A code is never shown again: it may be right in a moment, and a recovery code is.
    await this.#again(
      pending,
      response,
      refusedForm({ errors: form.ok ? [WRONG_CODE] : form.errors, words: {} }),
    );
  }

  @Get('challenge')
  @Audits('none')
  async challenge(@Req() request: RequestOfPerson): Promise<object> {
    const pending = this.#pending(request);
    if (pending === undefined) throw new ForbiddenException();
    return this.passkeys.toShow(request, 'second-step', pending.accountId);
  }

  @Post('passkey')
  @Audits('account.signed-in, or sign-in.second-step-failed')
  async passkey(
    @Req() request: RequestOfPerson,
    @Body('response') sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const pending = this.#pending(request);
    if (pending === undefined) {
      response.redirect(303, '/sign-in');
      return;
    }
    const { accountId } = pending;
    const shown = await this.passkeys.shown(request, 'second-step', { response: String(sent), accountId });
    if ('accountId' in shown) return this.#finish(request, pending, response);
    await this.#failed(pending);
    const errors = [{ field: 'passkey', href: '#passkey', text: PASSKEY_PROBLEM }];
    await this.#again(pending, response, refusedForm({ errors, words: {} }));
  }

  #pending({ session }: RequestOfPerson): Pending | undefined {
    const { pending } = session;
    const age = this.clock.machineNow().getTime() - (pending?.at ?? 0);
    return age < WAITS_FOR ? pending : undefined;
  }

  async #finish(
    request: RequestOfPerson,
    { accountId, method, returnTo }: Pending,
    response: Response,
  ): Promise<void> {
    const person = await this.people.person(accountId, undefined);
    if (person === undefined) {
      response.redirect(303, '/sign-in');
      return;
    }
    const secondFactorAt = this.clock.machineNow().getTime();
    await this.signIn.begin(request, accountId, method, { secondFactorAt });
    response.redirect(303, afterSignIn(person, returnTo));
  }

  async #again({ accountId }: Pending, response: Response, form: FormState): Promise<void> {
    response.status(400).render(PAGE, secondStepView(await this.factors.of(accountId), form));
  }

  /** Somebody knows a password and not its second step: whose, is worth knowing. */
  async #failed({ accountId }: Pending): Promise<void> {
    const acting = { authorityId: INSTALLATION, actor: { kind: 'system', name: 'sign-in' } } as const;
    await this.database.unitOfWork(acting, (uow) => {
      const subject = { type: 'account', id: accountId };
      this.audit.record(uow, { action: 'sign-in.second-step-failed', subject });
      return Promise.resolve();
    });
  }
}
