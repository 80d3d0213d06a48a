import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  Audits,
  CurrentPerson,
  InterruptedForms,
  Passkeys,
  Requires,
  type Person,
  type RequestOfPerson,
} from '../../identity/index.js';
import { found, IdInAddress } from '../page/index.js';
import { localPath } from '../sign-in/local-path.js';
import { OwnSignIn } from './own-sign-in.js';
import { accountView } from './page.js';

/** How somebody signs in, at one glance; and the form that was interrupted by the question whether it is they. */
@Controller('account')
@Requires('signed-in')
export class AccountController {
  constructor(
    private readonly forms: InterruptedForms,
    private readonly own: OwnSignIn,
    private readonly passkeys: Passkeys,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @Req() request: RequestOfPerson,
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const ways = await this.own.ways(person);
    const view = accountView({
      ...{ person, ways, done },
      byProviderAlone: await this.own.isByProviderAlone(person, ways),
      passkeysPossible: this.passkeys.possible,
      needsSecondStep: this.own.needsSecondStep(person, request),
    });
    response.render('web/account/page.njk', view);
  }

  @Get('interrupted-form/:id')
  @Audits('none')
  async interrupted(
    @CurrentPerson() { accountId }: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const form = found(await this.forms.of(accountId, id));
    const action = found(localPath(form.path));
    response.render('web/account/interrupted-form.njk', {
      title: 'Send what you entered',
      ...{ action, fields: form.fields },
    });
  }
}
