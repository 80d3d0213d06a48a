import { Controller, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  Accounts,
  Audits,
  CurrentPerson,
  Factors,
  Requires,
  SignInLinks,
  type Person,
} from '../../../identity/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { actorOf } from '../admin-scope.js';

/** Keeping an account from signing in, letting it in again, and helping somebody who cannot get in. */
@Controller('admin/people/:id')
export class AccessController {
  constructor(
    private readonly accounts: Accounts,
    private readonly factors: Factors,
    private readonly links: SignInLinks,
  ) {}

  @Post('disable')
  @Requires('AdministerInstallation')
  @Audits('account.disabled')
  async disable(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    found(await this.accounts.known(id));
    const result = await this.accounts.disable(id, actorOf(person));
    if ('refused' in result) throw new Refusal(409, REFUSED[result.refused]);
    response.redirect(303, `/admin/people/${id}?done=disabled`);
  }

  @Post('enable')
  @Requires('AdministerInstallation')
  @Audits('account.enabled')
  async enable(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    found(await this.accounts.known(id));
    const result = await this.accounts.enable(id, actorOf(person));
    if ('refused' in result) throw new Refusal(409, REFUSED[result.refused]);
    response.redirect(303, `/admin/people/${id}?done=enabled`);
  }

  @Post('invite')
  @Requires('AdministerInstallation')
  @Audits('account.invited')
  async invite(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const account = found(await this.accounts.known(id));
    if (account.disabledAt !== null) throw new Refusal(409, REFUSED['not-enabled']);
    const result = await this.links.invite(id, actorOf(person));
    if ('refused' in result) throw new Refusal(409, REFUSED[result.refused]);
    response.redirect(303, `/admin/people/${id}?done=invited`);
  }

  @Post('remove-second-step')
  @Requires('AdministerInstallation')
  @Audits('account.second-step-removed')
  async removeSecondStep(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    found(await this.accounts.known(id));
    const result = await this.factors.removeAll(id, actorOf(person));
    if ('refused' in result) throw new Refusal(409, SECOND_STEP_REFUSED[result.refused]);
    response.redirect(303, `/admin/people/${id}?done=second-step-removed`);
  }
}

const REFUSED = {
  'own-account':
    'You cannot disable your own account: another administrator must do it. Nothing was changed.',
  'not-enabled': 'This account is disabled already. Nothing was changed.',
  'signs-in-at-provider':
    'This person signs in with their council account, so there is no password to choose here. Nothing was sent.',
  'not-disabled': 'This account is enabled already. Nothing was changed.',
} as const;

const SECOND_STEP_REFUSED = {
  'own-account':
    'Your own second step is looked after under your name at the top of the page. Nothing was changed.',
  none: 'This person has no second step. Nothing was changed.',
} as const;
