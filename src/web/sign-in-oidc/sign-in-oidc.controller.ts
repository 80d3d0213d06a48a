import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  Audits,
  OidcExchange,
  People,
  Providers,
  Requires,
  SignInByOidc,
  type OidcRefusal,
  type RequestOfPerson,
} from '../../identity/index.js';
import { afterSignIn } from '../sign-in/home.js';
import { localPath } from '../sign-in/local-path.js';
import { refusedView } from './page.js';

/**
 * Signing in by an OpenID provider. It begins with a link and not with a form: what a form may lead to is this site alone
 * (`form-action` of the Content-Security-Policy), and that goes for every redirect that follows.
 */
@Controller()
@Requires('anybody')
export class SignInOidcController {
  constructor(
    private readonly exchange: OidcExchange,
    private readonly oidc: SignInByOidc,
    private readonly people: People,
    private readonly providers: Providers,
  ) {}

  /** With `again`, somebody who signed in by their provider shows there again that it is they. */
  @Get('sign-in/openid-connect')
  @Audits('none')
  async beginAtOwn(
    @Req() request: RequestOfPerson,
    @Query('again') again: unknown,
    @Query('returnTo') returnTo: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { person } = request;
    const provider = this.providers.idOfIssuer(request.session.signedIn?.provider?.issuer);
    if (again === '1' && person !== undefined && provider !== undefined) {
      await this.#send(request, response, provider, localPath(returnTo), person.accountId);
    } else response.redirect(303, '/sign-in');
  }

  @Get('sign-in/openid-connect/:provider')
  @Audits('none')
  async begin(
    @Req() request: RequestOfPerson,
    @Param('provider') provider: string,
    @Query('returnTo') returnTo: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { person } = request;
    if (person !== undefined) response.redirect(303, afterSignIn(person, localPath(returnTo)));
    else await this.#send(request, response, provider, localPath(returnTo), undefined);
  }

  /** Where the provider sends people back to. */
  @Get('sign-in/openid-connect/:provider/answer')
  @Audits('account.signed-in, account.stepped-up, or sign-in.failed')
  async finish(
    @Req() request: RequestOfPerson,
    @Param('provider') provider: string,
    @Res() response: Response,
  ): Promise<void> {
    const done = await this.oidc.finish(request, provider);
    if ('refused' in done) {
      refuse(response, done.refused);
      return;
    }
    const person = await this.people.person(done.accountId, request.session.actingAuthorityId);
    if (person === undefined) refuse(response, 'account-closed');
    else response.redirect(303, afterSignIn(person, done.returnTo));
  }

  /** Somebody who has signed out here goes on to sign out of their council account too. */
  @Get('sign-out/openid-connect/:provider')
  @Audits('none')
  async leave(@Param('provider') provider: string, @Res() response: Response): Promise<void> {
    const address = await this.exchange.endAddress(provider);
    if (address === undefined) throw new NotFoundException();
    response.redirect(303, address.href);
  }

  async #send(
    request: RequestOfPerson,
    response: Response,
    provider: string,
    returnTo: string | undefined,
    againAs: string | undefined,
  ): Promise<void> {
    const begun = await this.oidc.begin(request, provider, { returnTo, againAs });
    if ('refused' in begun) refuse(response, begun.refused);
    else response.redirect(303, begun.url);
  }
}

function refuse(response: Response, reason: OidcRefusal): void {
  const { status, view } = refusedView(reason);
  response.status(status).render('web/sign-in-oidc/refused.njk', view);
}
