import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { LOGGER, type Logger } from '../../platform/logging/index.js';
import { readClaims, type SaidOfPerson } from './claims.js';
import { Providers, type KnownProvider } from './providers.js';

/** An attempt that was begun, kept in the session until the provider sends the person back. */
export interface OidcAttempt {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  /** PKCE's secret: who has only seen the address with the code cannot use it. */
  readonly verifier: string;
  /** Machine time in milliseconds since 1970. */
  readonly at: number;
  readonly returnTo?: string;
  /** The account of somebody who is signed in and shows again that it is they. */
  readonly againAs?: string;
}

declare module 'express-session' {
  interface SessionData {
    oidc?: OidcAttempt;
  }
}

/** Why a provider's answer does not sign anybody in. */
export type ExchangeRefusal =
  /** There is no such provider here. */
  | 'no-provider'
  /** It cannot be reached, or its description is wrong. */
  | 'away'
  /** The person, or the provider, called it off. */
  | 'called-off'
  /** There is no attempt, it is too old, or the answer belongs to another one. */
  | 'no-attempt'
  /** Something in the answer is not as it must be: forged, expired, replayed, for somebody else. */
  | 'not-believed';

const A_QUARTER_OF_AN_HOUR = 15 * 60 * 1_000;
/** Seconds within which somebody who shows again that it is they must have done so. */
const JUST_NOW = 60;

/** The conversation with an OpenID provider: the authorization code flow with PKCE, state and nonce. */
@Injectable()
export class OidcExchange {
  constructor(
    private readonly clock: Clock,
    private readonly providers: Providers,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Where to send the person, and what to keep until they come back. */
  async begin(
    id: string,
    given: { returnTo?: string | undefined; againAs?: string | undefined },
  ): Promise<{ url: URL; attempt: OidcAttempt } | { refused: ExchangeRefusal }> {
    const provider = await this.#reach(() => this.providers.find(id));
    if ('refused' in provider) return provider;
    const { returnTo, againAs } = given;
    const attempt: OidcAttempt = {
      ...{ provider: id, state: client.randomState(), nonce: client.randomNonce() },
      ...{ verifier: client.randomPKCECodeVerifier(), at: this.clock.machineNow().getTime() },
      ...(returnTo === undefined ? {} : { returnTo }),
      ...(againAs === undefined ? {} : { againAs }),
    };
    const url = client.buildAuthorizationUrl(provider.configuration, {
      ...{ redirect_uri: this.#answerAddress(id), scope: 'openid email profile' },
      ...{ state: attempt.state, nonce: attempt.nonce, code_challenge_method: 'S256' },
      code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
      ...(againAs === undefined ? {} : { prompt: 'login', max_age: '0' }),
    });
    return { url, attempt };
  }

  /**
   * Takes the answer with which a provider sent somebody back, and asks it who they are.
   * @param query of the address, as it came: '?code=…&state=…'
   */
  async finish(
    id: string,
    query: string,
    attempt: OidcAttempt | undefined,
  ): Promise<SaidOfPerson | { refused: ExchangeRefusal }> {
    const age = this.clock.machineNow().getTime() - (attempt?.at ?? 0);
    if (attempt?.provider !== id || age > A_QUARTER_OF_AN_HOUR) return { refused: 'no-attempt' };
    const provider = await this.#reach(() => this.providers.find(id));
    if ('refused' in provider) return provider;
    return this.#guarded(async () => {
      const tokens = await client.authorizationCodeGrant(
        provider.configuration,
        new URL(`${this.#answerAddress(id)}${query}`),
        {
          ...{ pkceCodeVerifier: attempt.verifier, expectedState: attempt.state },
          ...{ expectedNonce: attempt.nonce, idTokenExpected: true },
          ...(attempt.againAs === undefined ? {} : { maxAge: JUST_NOW }),
        },
      );
      const claims = tokens.claims();
      if (claims === undefined) return { refused: 'not-believed' };
      const more = await this.#fromUserInfo(provider, tokens.access_token, claims);
      return readClaims({ ...more, ...claims }, provider.setting);
    });
  }

  /** Where somebody who has signed out here signs out of the provider too; undefined when it offers no such page. */
  async endAddress(id: string): Promise<URL | undefined> {
    const provider = await this.#reach(() => this.providers.find(id));
    if ('refused' in provider) return undefined;
    if (provider.configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    // We keep no ID token to show, so the provider may ask the person first.
    return client.buildEndSessionUrl(provider.configuration, {
      post_logout_redirect_uri: `${this.config.publicUrl}/sign-out`,
    });
  }

  #answerAddress(id: string): string {
    return `${this.config.publicUrl}/sign-in/openid-connect/${id}/answer`;
  }

  /** Standard providers tell email and groups at an address of their own; what the ID token says goes before it. */
  async #fromUserInfo(
    { setting, configuration }: KnownProvider,
    accessToken: string,
    claims: client.IDToken,
  ): Promise<object> {
    const complete =
      claims.email !== undefined &&
      (setting.groups.length === 0 || claims[setting.groupsClaim] !== undefined);
    if (complete || configuration.serverMetadata().userinfo_endpoint === undefined) return {};
    return client.fetchUserInfo(configuration, accessToken, claims.sub);
  }

  async #reach(
    find: () => Promise<KnownProvider | undefined>,
  ): Promise<KnownProvider | { refused: ExchangeRefusal }> {
    try {
      return (await find()) ?? { refused: 'no-provider' };
    } catch (error) {
      this.#tell(error);
      return { refused: 'away' };
    }
  }

  async #guarded<T>(
    work: () => Promise<T | { refused: ExchangeRefusal }>,
  ): Promise<T | { refused: ExchangeRefusal }> {
    try {
      return await work();
    } catch (error) {
      const refused = refusalOf(error);
      if (refused !== 'called-off') this.#tell(error);
      return { refused };
    }
  }

  /** The library's own code and sentence, which hold no token and nobody's name. */
  #tell(error: unknown): void {
    const { code, message } = error as { code?: unknown; message?: unknown };
    this.logger.warn({ code, reason: message }, 'an OpenID provider was not understood or not reached');
  }
}

/** What went wrong, by what openid-client throws. Anything that is not known is not believed. */
export function refusalOf(error: unknown): ExchangeRefusal {
  const { code, status } = error as { code?: string; status?: number };
  if (error instanceof client.AuthorizationResponseError) return 'called-off';
  if (error instanceof client.ResponseBodyError) return 'not-believed';
  // Fetch says of a server that cannot be reached only that it is a TypeError; the library's own refusals have codes.
  const unreached = (error instanceof Error && error.message === 'fetch failed') || code === 'OAUTH_TIMEOUT';
  if (unreached || (status ?? 0) >= 500) return 'away';
  return 'not-believed';
}
