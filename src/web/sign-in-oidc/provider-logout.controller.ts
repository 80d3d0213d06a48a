import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, ProviderLogout, Requires } from '../../identity/index.js';

/**
 * Where an OpenID provider says that somebody has signed out of it. The first is called by the provider itself with a
 * token of its hand (OpenID Connect Back-Channel Logout 1.0); the second it opens in the person's browser, as Entra ID
 * does (Front-Channel Logout 1.0): no cookie comes with it, and the provider's own id of the session, which nobody can
 * guess, says which one ends.
 */
@Controller('oidc')
@Requires('anybody')
export class ProviderLogoutController {
  constructor(private readonly logout: ProviderLogout) {}

  @Post('back-channel-logout')
  @HttpCode(200)
  @Audits('account.signed-out-by-provider')
  async byToken(
    @Body() body: { logout_token?: unknown } | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const done = await this.logout.byToken(body?.logout_token);
    if (!('refused' in done)) {
      response.status(200).end();
      return;
    }
    const status = done.refused === 'away' ? 503 : 400;
    response.status(status).json({ error: 'invalid_request', error_description: done.refused });
  }

  @Get('front-channel-logout')
  @Audits('account.signed-out-by-provider')
  async bySession(
    @Query('iss') issuer: unknown,
    @Query('sid') session: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.logout.bySession(issuer, session);
    // The same answer to whoever guesses.
    response.type('text/plain').send('Signed out.');
  }
}
