import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audit } from '../../audit/index.js';
import {
  Audits,
  CurrentPerson,
  Factors,
  Passkeys,
  Requires,
  SignIn,
  type Person,
  type RequestOfPerson,
  type TypedFactor,
} from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../form/index.js';
import { homeOf } from '../sign-in/home.js';
import { localPath } from '../sign-in/local-path.js';
import {
  CodeForm,
  confirmView,
  PASSKEY_PROBLEM,
  PasswordForm,
  TOO_MANY_CODES,
  typedCode,
  WRONG_CODE,
  WRONG_PASSWORD,
} from './page.js';

const PAGE = 'web/sign-in-second-step/confirm.njk';

/** Showing again that it is they, before what must not be done by whoever finds a screen open. */
@Controller('sign-in/confirm')
@Requires('signed-in')
export class ConfirmController {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly factors: Factors,
    private readonly passkeys: Passkeys,
    private readonly signIn: SignIn,
  ) {}

  @Get()
  @Audits('none')
  async ask(
    @Req() request: RequestOfPerson,
    @CurrentPerson() person: Person,
    @Query('returnTo') returnTo: unknown,
    @Res() response: Response,
  ): Promise<void> {
    response.render(PAGE, await this.#view(request, person, returnTo, blankForm()));
  }

  @Post()
  @Audits('account.stepped-up, or account.step-up-failed')
  async confirm(
    @Req() request: RequestOfPerson,
    @CurrentPerson() person: Person,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const hasSecondStep = await this.factors.owed(person.accountId);
    const typed = hasSecondStep ? codeIn(body) : passwordIn(body);
    if ('errors' in typed) return this.#again(request, person, response, typed.errors);
    const checked = await this.factors.check(person.accountId, typed);
    if ('right' in checked) return this.#confirmed(request, person, response, hasSecondStep);
    await this.#record(person, 'account.step-up-failed');
    if (checked.refused === 'too-many') throw new Refusal(429, TOO_MANY_CODES);
    await this.#again(request, person, response, [hasSecondStep ? WRONG_CODE : WRONG_PASSWORD]);
  }

  @Get('challenge')
  @Audits('none')
  challenge(@Req() request: RequestOfPerson, @CurrentPerson() { accountId }: Person): Promise<object> {
    return this.passkeys.toShow(request, 'confirm', accountId);
  }

  @Post('passkey')
  @Audits('account.stepped-up, or account.step-up-failed')
  async passkey(
    @Req() request: RequestOfPerson,
    @CurrentPerson() person: Person,
    @Body('response') sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { accountId } = person;
    const shown = await this.passkeys.shown(request, 'confirm', { response: String(sent), accountId });
    if ('accountId' in shown) return this.#confirmed(request, person, response, true);
    await this.#record(person, 'account.step-up-failed');
    const error = { field: 'passkey', href: '#passkey', text: PASSKEY_PROBLEM };
    await this.#again(request, person, response, [error]);
  }

  async #confirmed(
    request: RequestOfPerson,
    person: Person,
    response: Response,
    secondStep: boolean,
  ): Promise<void> {
    const { returnTo } = request.body as { returnTo?: unknown };
    const secondFactorAt = this.clock.machineNow().getTime();
    await this.signIn.stepUp(request, secondStep ? { secondFactorAt } : {});
    await this.#record(person, 'account.stepped-up');
    response.redirect(303, localPath(returnTo) ?? homeOf(person));
  }

  async #again(
    request: RequestOfPerson,
    person: Person,
    response: Response,
    errors: Parameters<typeof refusedForm>[0]['errors'],
  ): Promise<void> {
    const { returnTo } = request.body as { returnTo?: unknown };
    const form = refusedForm({ errors, words: {} });
    response.status(400).render(PAGE, await this.#view(request, person, returnTo, form));
  }

  async #view(
    { session }: RequestOfPerson,
    person: Person,
    returnTo: unknown,
    form: FormState,
  ): Promise<object> {
    const ways = await this.factors.of(person.accountId);
    const byProvider = session.signedIn?.method === 'oidc';
    return confirmView({ returnTo: localPath(returnTo) ?? homeOf(person), ways, byProvider }, form);
  }

  async #record({ accountId }: Person, action: string): Promise<void> {
    const actor = { kind: 'person', accountId } as const;
    await this.database.unitOfWork({ authorityId: INSTALLATION, actor }, (uow) => {
      this.audit.record(uow, { action, subject: { type: 'account', id: accountId } });
      return Promise.resolve();
    });
  }
}

type Typed = TypedFactor | { errors: Parameters<typeof refusedForm>[0]['errors'] };

function codeIn(body: unknown): Typed {
  const form = validateForm(CodeForm, body);
  return form.ok ? typedCode(form.value.code) : form;
}

function passwordIn(body: unknown): Typed {
  const form = validateForm(PasswordForm, body);
  if (!form.ok) return form;
  // As it was typed: an answer is trimmed, and a password may end with a blank.
  const { password } = form.words;
  return { kind: 'password', typed: typeof password === 'string' ? password : '' };
}
