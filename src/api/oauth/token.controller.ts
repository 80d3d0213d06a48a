import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  ACCESS_TOKEN_SECONDS,
  ApiClients,
  Audits,
  isScope,
  placeOf,
  Requires,
} from '../../identity/index.js';
import { Limits, type Limiter } from '../../platform/limiting/index.js';
import { credentialsIn } from './credentials.js';

/** Attempts with a wrong secret, from one place and of one client: nobody guesses 32 random bytes, and nobody may try. */
const WRONG_SECRETS = { name: 'api-wrong-secret', points: 30, seconds: 300 };
/** Tokens that one client takes. Each holds for a quarter of an hour. */
const SIGN_INS = { name: 'api-sign-in', points: 60, seconds: 300 };

/** What is answered when there is no token, in the words of RFC 6749 (5.2). */
type TokenError = 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';

/** Where a client exchanges its secret for a token (RFC 6749, 4.4). Its answers are that document's, not problem+json. */
@Controller('api/oauth')
export class ApiTokenController {
  readonly #wrong: Limiter;
  readonly #signIns: Limiter;

  constructor(
    private readonly clients: ApiClients,
    limits: Limits,
  ) {
    this.#wrong = limits.limiter(WRONG_SECRETS);
    this.#signIns = limits.limiter(SIGN_INS);
  }

  @Post('token')
  @HttpCode(200)
  @Requires('anybody')
  @Audits('api-client.signed-in')
  async issue(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Pragma', 'no-cache');
    const asked = credentialsIn(request);
    if ('error' in asked) {
      refuse(response, asked.error);
      return;
    }
    const { clientId, secret, scope } = asked;
    const scopes = scope?.split(' ').filter((word) => word !== '');
    if (scopes?.every(isScope) === false) {
      refuse(response, 'invalid_scope');
      return;
    }
    const wait = await this.#mustWait(request, clientId);
    if (wait !== undefined) {
      response.status(429).setHeader('Retry-After', String(wait));
      response.json({ error: 'invalid_request', error_description: `Try again in ${wait} seconds.` });
      return;
    }
    const signedIn = await this.clients.signIn(clientId, secret, scopes);
    if ('refused' in signedIn) {
      refuse(response, signedIn.refused === 'unknown' ? 'invalid_client' : 'invalid_scope');
      return;
    }
    await this.#wrong.giveBack(keyOf(request, clientId));
    response.json({
      ...{ access_token: signedIn.token, token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS },
      scope: signedIn.scopes.join(' '),
    });
  }

  /** Each attempt counts as a wrong one until it proves right. A place that guesses keeps no other one from its tokens. */
  async #mustWait(request: Request, clientId: string): Promise<number | undefined> {
    const key = keyOf(request, clientId);
    for (const limiter of [this.#wrong, this.#signIns]) {
      const spent = await limiter.spend(key);
      if ('refused' in spent) return Math.max(1, spent.seconds);
    }
    return undefined;
  }
}

const keyOf = (request: Request, clientId: string): string => `${placeOf(request.ip)} ${clientId}`;

function refuse(response: Response, error: TokenError): void {
  const isUnknown = error === 'invalid_client';
  if (isUnknown) response.setHeader('WWW-Authenticate', 'Basic realm="probity", charset="UTF-8"');
  response.status(isUnknown ? 401 : 400).json({ error });
}
