import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION } from '../../platform/database/index.js';
import { SignIn } from '../sign-in.js';
import { AccountsOfProvider, type AccountRefusal } from './accounts-of-provider.js';
import type { SaidOfPerson } from './claims.js';
import { OidcExchange, type ExchangeRefusal } from './exchange.js';
import { GroupRoles, rolesByGroups } from './group-roles.js';
import { Providers } from './providers.js';

/** Why somebody who came back from a provider is not signed in. */
export type OidcRefusal =
  | ExchangeRefusal
  | AccountRefusal
  /** The provider names fewer groups than the person has, so their roles cannot be known. */
  | 'too-many-groups'
  /** Who showed again that it is they is not who is signed in. */
  | 'somebody-else';

/** Signing in by an OpenID provider, from its answer to a session of ours. */
@Injectable()
export class SignInByOidc {
  constructor(
    private readonly accounts: AccountsOfProvider,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly exchange: OidcExchange,
    private readonly groupRoles: GroupRoles,
    private readonly providers: Providers,
    private readonly signIn: SignIn,
  ) {}

  /** Where to send somebody to sign in. The session keeps the attempt. */
  async begin(
    request: Request,
    provider: string,
    given: { returnTo: string | undefined; againAs: string | undefined },
  ): Promise<{ url: string } | { refused: ExchangeRefusal }> {
    const begun = await this.exchange.begin(provider, given);
    if ('refused' in begun) return begun;
    request.session.oidc = begun.attempt;
    return { url: begun.url.href };
  }

  /** Signs somebody in by the provider's answer in the address of this request; records what it refuses. */
  async finish(
    request: Request,
    provider: string,
  ): Promise<{ accountId: string; returnTo: string | undefined } | { refused: OidcRefusal }> {
    // An attempt is good for one answer, whatever comes of it.
    const { oidc: attempt } = request.session;
    delete request.session.oidc;
    const query = /\?.*$/.exec(request.originalUrl)?.[0] ?? '';
    const said = await this.exchange.finish(provider, query, attempt);
    const done = 'refused' in said ? said : await this.#enter(request, provider, said, attempt?.againAs);
    if ('accountId' in done) return { ...done, returnTo: attempt?.returnTo };
    // Nothing was attempted by whoever only opens the address.
    if (done.refused !== 'no-attempt' && done.refused !== 'no-provider')
      await this.#recordFailure(done.refused);
    return done;
  }

  async #enter(
    request: Request,
    id: string,
    said: SaidOfPerson,
    againAs: string | undefined,
  ): Promise<{ accountId: string } | { refused: OidcRefusal }> {
    const known = await this.providers.find(id);
    if (known === undefined) return { refused: 'no-provider' };
    const { groups } = known.setting;
    if (said.groups === undefined && groups.length > 0) return { refused: 'too-many-groups' };
    const roles = rolesByGroups(known.setting, said.groups ?? []);
    const account = await this.accounts.accountFor(said, roles.size > 0);
    if ('refused' in account) return account;
    const { accountId } = account;
    if (againAs !== undefined && againAs !== accountId) return { refused: 'somebody-else' };
    await this.groupRoles.follow(accountId, said.issuer, roles);
    await this.#openSession(request, accountId, said, againAs !== undefined);
    return { accountId };
  }

  async #openSession(
    request: Request,
    accountId: string,
    said: SaidOfPerson,
    isStepUp: boolean,
  ): Promise<void> {
    const secondFactorAt = this.clock.machineNow().getTime();
    const shown = said.secondFactor ? { secondFactorAt } : {};
    if (isStepUp && request.session.signedIn !== undefined && request.user === accountId) {
      await this.signIn.stepUp(request, shown);
      await this.#record('account.stepped-up', { kind: 'person', accountId }, accountId);
      return;
    }
    const { issuer, subject, session } = said;
    const provider = { issuer, subject, ...(session === undefined ? {} : { session }) };
    await this.signIn.begin(request, accountId, 'oidc', { ...shown, provider });
  }

  /** Who it was is left out: somebody without an account has no part in this installation. */
  async #recordFailure(reason: OidcRefusal): Promise<void> {
    await this.#record('sign-in.failed', { kind: 'system', name: 'sign-in' }, undefined, {
      method: 'oidc',
      reason,
    });
  }

  async #record(
    action: string,
    actor: { kind: 'person'; accountId: string } | { kind: 'system'; name: string },
    accountId: string | undefined,
    payload: Record<string, string> = {},
  ): Promise<void> {
    const subject =
      accountId === undefined
        ? { type: 'installation', id: INSTALLATION }
        : { type: 'account', id: accountId };
    await this.database.unitOfWork({ authorityId: INSTALLATION, actor }, (uow) => {
      this.audit.record(uow, { action, subject, payload });
      return Promise.resolve();
    });
  }
}
