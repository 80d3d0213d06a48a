import { Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  Audits,
  CurrentPerson,
  Factors,
  RecoveryCodes,
  Requires,
  StepUp,
  type Person,
} from '../../identity/index.js';
import { Refusal } from '../../platform/errors/index.js';

/** Codes on paper for the day on which the phone is lost. */
@Controller('account/recovery-codes')
@Requires('signed-in')
@StepUp()
export class RecoveryCodesController {
  constructor(
    private readonly codes: RecoveryCodes,
    private readonly factors: Factors,
  ) {}

  @Get()
  @Audits('none')
  async ask(
    @CurrentPerson() { accountId }: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    if (!(await this.factors.owed(accountId))) {
      response.redirect(303, '/account');
      return;
    }
    const left = await this.codes.left(accountId);
    const added = ADDED[String(done)];
    response.render('web/account/recovery-codes.njk', {
      ...{
        title: left === 0 ? 'Make recovery codes' : 'Make new recovery codes',
        backHref: '/account',
        left,
      },
      banner: added === undefined ? undefined : { text: added, success: true },
    });
  }

  /** Answers with the codes themselves: to show them on another page, they would have to be kept until then. */
  @Post()
  @HttpCode(200)
  @Audits('account.recovery-codes-made')
  async make(@CurrentPerson() { accountId }: Person, @Res() response: Response): Promise<void> {
    await this.#refuseWithoutSecondStep(accountId);
    const codes = await this.codes.make(accountId);
    const title = 'Your recovery codes';
    response.render('web/account/new-recovery-codes.njk', { title, codes, backHref: '/account' });
  }

  async #refuseWithoutSecondStep(accountId: string): Promise<void> {
    if (await this.factors.owed(accountId)) return;
    throw new Refusal(409, 'Recovery codes stand in for a second step, and you have none. Add one first.');
  }
}

const ADDED: Readonly<Record<string, string>> = {
  'code-app': 'Your app is set up. Now make recovery codes, in case you lose your phone.',
  passkey: 'Your passkey is added. Now make recovery codes, in case you lose it.',
};
