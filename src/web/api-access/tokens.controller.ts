import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  actingOf,
  Audits,
  CurrentPerson,
  MOST_TOKENS,
  PersonalTokens,
  Requires,
  scopesWithin,
  StepUp,
  type Person,
} from '../../identity/index.js';
import { Database } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../form/index.js';
import { found, IdInAddress } from '../page/index.js';
import { chosen, TokenForm } from './forms.js';
import { secretView, tokensView } from './page.js';

const PAGE = 'web/api-access/tokens.njk';
const BACK = { href: '/account/tokens', text: 'Back to your programs' };

/** Tokens for programs of one's own, at the council that one acts for. */
@Controller('account/tokens')
@Requires('KeepApiTokens')
@StepUp()
export class ApiTokensController {
  constructor(
    private readonly database: Database,
    private readonly tokens: PersonalTokens,
  ) {}

  @Get()
  @Audits('none')
  async list(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.#view(person, blankForm());
    const text = 'The token is withdrawn. It no longer works.';
    response.render(PAGE, { ...view, banner: done === 'withdrawn' ? { text, success: true } : undefined });
  }

  /** Answers with the token itself: to show it on another page, it would have to be kept until then. */
  @Post()
  @HttpCode(200)
  @Audits('api-token.made')
  async make(
    @CurrentPerson() person: Person,
    @Body() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(TokenForm, sent);
    if (!form.ok) {
      response.status(400).render(PAGE, await this.#view(person, refusedForm(form)));
      return;
    }
    const { name, scopes, days } = form.value;
    const possible = scopesWithin(person.permissions);
    const wanted = {
      name,
      days: Number(days),
      scopes: chosen(scopes).filter((one) => possible.includes(one)),
    };
    if (wanted.scopes.length === 0)
      throw new Refusal(403, 'You may not do what you chose. Nothing was made.');
    const made = await this.database.unitOfWork(actingOf(person), (uow) => this.tokens.make(uow, wanted));
    if ('refused' in made) throw new Refusal(409, TOO_MANY);
    const secrets = [{ name: 'Token', value: made.token }];
    response.render('web/api-access/secret.njk', secretView(secrets, BACK));
  }

  @Post(':token/withdraw')
  @Audits('api-token.withdrawn')
  async withdraw(
    @CurrentPerson() person: Person,
    @IdInAddress('token') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const done = await this.database.unitOfWork(actingOf(person), (uow) => this.tokens.withdraw(uow, id));
    found('refused' in done ? undefined : done.id);
    response.redirect(303, '/account/tokens?done=withdrawn');
  }

  async #view(person: Person, form: FormState): Promise<object> {
    const tokens = await this.database.unitOfWork(actingOf(person), (uow) => this.tokens.list(uow));
    return tokensView(tokens, person.acting?.authorityName ?? '', form, scopesWithin(person.permissions));
  }
}

const TOO_MANY = `You have ${MOST_TOKENS} tokens. Withdraw one that you no longer need, then make the new one.`;
