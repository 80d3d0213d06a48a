import { Controller, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Accounts, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { actorOf } from '../admin-scope.js';

/** Keeping an account from signing in, and letting it in again. */
@Controller('admin/people/:id')
export class AccessController {
  constructor(private readonly accounts: Accounts) {}

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
}

const REFUSED = {
  'own-account':
    'You cannot disable your own account: another administrator must do it. Nothing was changed.',
  'not-enabled': 'This account is disabled already. Nothing was changed.',
  'not-disabled': 'This account is enabled already. Nothing was changed.',
} as const;
