import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { Audit } from '../../audit/index.js';
import { Database, INSTALLATION, type UnitOfWork } from '../../platform/database/index.js';
import { Sessions } from '../sessions/sessions.js';
import { Providers, type KnownProvider } from './providers.js';

/** Why a logout token ends nothing; `away`: its provider's keys cannot be read now, and it may be sent again. */
export type LogoutRefusal = 'not-believed' | 'used-before' | 'away';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const PROVIDER = { kind: 'system', name: 'openid-provider' } as const;
/** Keys that only the provider has. With a secret that both share (HS256), or with none, anybody of them could sign. */
const SIGNED_BY = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const SECONDS_BELIEVED = 5 * 60;
const SECONDS_OF_SKEW = 60;

/** What a provider says when somebody has signed out of it: OpenID Connect Back-Channel Logout 1.0, and Front-Channel. */
@Injectable()
export class ProviderLogout {
  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly providers: Providers,
    private readonly sessions: Sessions,
  ) {}

  /** Ends the sessions that a logout token names, once. The token is of the provider’s own hand, or ends nothing. */
  async byToken(token: unknown): Promise<{ ended: number } | { refused: LogoutRefusal }> {
    const verified = await this.#verify(typeof token === 'string' ? token : '');
    if ('refused' in verified) return verified;
    const { issuer, claims } = verified;
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor: PROVIDER }, async (uow) => {
      if (!(await isFirstUse(uow, issuer, String(claims.jti)))) return { refused: 'used-before' as const };
      return this.#end(uow, { issuer, subject: claims.sub, session: text(claims.sid) });
    });
  }

  /** Ends the one session that a provider names by its own id, which only the browser, it and we have seen. */
  async bySession(issuer: unknown, session: unknown): Promise<{ ended: number }> {
    if (typeof issuer !== 'string' || typeof session !== 'string' || session === '') return { ended: 0 };
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor: PROVIDER }, (uow) =>
      this.#end(uow, { issuer, subject: undefined, session }),
    );
  }

  async #end(
    uow: UnitOfWork,
    whose: { issuer: string; subject: string | undefined; session: string | undefined },
  ): Promise<{ ended: number }> {
    const { ended, accountIds } = await this.sessions.endOfProvider(uow, whose);
    for (const id of accountIds) {
      this.audit.record(uow, { action: 'account.signed-out-by-provider', subject: { type: 'account', id } });
    }
    return { ended };
  }

  async #verify(token: string): Promise<{ issuer: string; claims: JWTPayload } | { refused: LogoutRefusal }> {
    let provider: KnownProvider | undefined;
    try {
      provider = await this.providers.findByIssuer(issuerOf(token));
    } catch {
      return { refused: 'away' };
    }
    if (provider === undefined) return { refused: 'not-believed' };
    const { issuer } = provider;
    const audience = provider.setting.clientId;
    try {
      const { payload } = await jwtVerify(token, provider.keys, {
        ...{ issuer, audience, algorithms: SIGNED_BY },
        ...{ requiredClaims: ['jti', 'iat', 'events'], clockTolerance: SECONDS_OF_SKEW },
        maxTokenAge: SECONDS_BELIEVED,
      });
      return isLogout(payload) ? { issuer, claims: payload } : { refused: 'not-believed' };
    } catch (error) {
      return { refused: error instanceof errors.JOSEError && !isOfKeys(error) ? 'not-believed' : 'away' };
    }
  }
}

/** The issuer that a token names, before anything of it is believed. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

/** An ID token is signed by the same key: what makes a logout token is its event, and that it has no nonce. */
function isLogout({ events, nonce, sub, sid }: JWTPayload): boolean {
  const named = typeof events === 'object' && events !== null && EVENT in events;
  return named && nonce === undefined && (sub !== undefined || text(sid) !== undefined);
}

const isOfKeys = (error: errors.JOSEError): boolean =>
  error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';

/** Remembers a token for as long as it would be believed, and forgets those that are not believed any more. */
async function isFirstUse(uow: UnitOfWork, issuer: string, id: string): Promise<boolean> {
  await uow.manager.query('delete from used_logout_token where expires_at < now()');
  const rows = await uow.manager.query<unknown[]>(
    `insert into used_logout_token (token_hash, expires_at) values ($1, now() + $2 * interval '1 second')
     on conflict do nothing returning expires_at`,
    [
      createHash('sha256')
        .update(JSON.stringify([issuer, id]))
        .digest(),
      SECONDS_BELIEVED + 2 * SECONDS_OF_SKEW,
    ],
  );
  return rows.length === 1;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
