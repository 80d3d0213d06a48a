import { ForbiddenException, Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { Limits, type Limiter } from '../../platform/limiting/index.js';
import type { Access } from '../access.js';
import { placeOf } from '../sessions/place.js';
import type { Caller, RequestOfCaller } from './caller.js';
import { Callers } from './callers.js';
import type { Scope } from './scopes.js';

/** Tokens that are not good, from one place. A program that is set up wrongly is stopped; one that guesses is, too. */
const WRONG_TOKENS = { name: 'api-wrong-token', points: 100, seconds: 300 };

/** Lets a program through that shows a token with the scope, and whose holder may do the thing. */
@Injectable()
export class ProgramGuard {
  readonly #requests: Limiter;
  readonly #wrong: Limiter;

  constructor(
    private readonly callers: Callers,
    limits: Limits,
    @Inject(CONFIG) { apiRequestsPerMinute }: Config,
  ) {
    this.#requests = limits.limiter({ name: 'api-requests', points: apiRequestsPerMinute, seconds: 60 });
    this.#wrong = limits.limiter(WRONG_TOKENS);
  }

  /**
   * Recognises the program and counts its request.
   * @throws 401 without a good token, 403 without the scope or the permission, 429 over the limit; each with its header
   */
  async letThrough(request: RequestOfCaller, scope: Scope, access: Access | undefined): Promise<void> {
    const response = responseOf(request);
    const token = bearerIn(request);
    if (token === undefined)
      throw challenged(response, 'Bearer realm="probity"', new UnauthorizedException());
    const caller = await this.callers.of(token);
    if (caller === undefined) {
      await this.#count(this.#wrong, placeOf(request.ip), response);
      const why = 'error="invalid_token", error_description="It is unknown, expired or withdrawn"';
      throw challenged(response, `Bearer realm="probity", ${why}`, new UnauthorizedException());
    }
    await this.#count(this.#requests, caller.holder, response);
    if (!caller.scopes.has(scope)) {
      const why = `error="insufficient_scope", scope="${scope}"`;
      throw challenged(
        response,
        `Bearer realm="probity", ${why}`,
        new Refusal(403, `The token lacks ${scope}.`),
      );
    }
    if (!mayDo(caller, access)) throw new ForbiddenException();
    request.caller = caller;
  }

  async #count(limiter: Limiter, key: string, response: Response): Promise<void> {
    const spent = await limiter.spend(key);
    if (!('refused' in spent)) return;
    response.setHeader('Retry-After', String(Math.max(1, spent.seconds)));
    throw new Refusal(429, `Too many requests. Try again in ${spent.seconds} seconds.`);
  }
}

function mayDo({ permissions }: Caller, access: Access | undefined): boolean {
  if (access === undefined) return false;
  return access === 'anybody' || access === 'signed-in' || permissions.has(access);
}

/** In the header alone: an address stands in logs, and a body is for what is asked. */
function bearerIn(request: Request): string | undefined {
  return /^Bearer +([\w.~+/-]{1,200}=*)$/i.exec(request.get('authorization') ?? '')?.[1];
}

function responseOf(request: Request): Response {
  if (request.res === undefined) throw new Error('Express gives each request its response.');
  return request.res;
}

function challenged<Thrown>(response: Response, challenge: string, error: Thrown): Thrown {
  response.setHeader('WWW-Authenticate', challenge);
  return error;
}
