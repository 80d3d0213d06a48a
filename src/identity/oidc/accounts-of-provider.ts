import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION, type UnitOfWork } from '../../platform/database/index.js';
import { Account } from '../account.entity.js';
import type { SaidOfPerson } from './claims.js';
import { ProviderAccount } from './provider-account.entity.js';
import { Providers } from './providers.js';

/** Why somebody whom a provider knows has no account here that they may use. */
export type AccountRefusal =
  /** No account has their email, and no group of theirs gives a role. */
  | 'no-account'
  /** The provider tells no email, or none that may be believed. */
  | 'email-unproven'
  | 'account-closed'
  /** The account with their email belongs to somebody else at the provider. */
  | 'linked-to-another'
  /** The account with their email looks after the whole installation, and is entered by its own means alone. */
  | 'administrator';

const PROVIDER = { kind: 'system', name: 'openid-provider' } as const;

/**
 * Whose account somebody is whom a provider has signed in. Once found it is linked to the provider's own id of the
 * person, and the email is never asked again: an address may pass to somebody else, the id may not.
 */
@Injectable()
export class AccountsOfProvider {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly providers: Providers,
  ) {}

  /**
   * Finds the account, links it on the first time, and makes one for somebody who has none yet.
   * @param mayBeMade whether a group of theirs gives a role; nobody else gets an account by signing in
   */
  async accountFor(
    said: SaidOfPerson,
    mayBeMade: boolean,
  ): Promise<{ accountId: string } | { refused: AccountRefusal }> {
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor: PROVIDER }, async (uow) => {
      const { issuer, subject, email } = said;
      // One at a time for a person: a double click must not make them twice.
      await uow.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `${issuer} ${subject}`,
      ]);
      const link = await uow.manager.findOneBy(ProviderAccount, { issuer, subject });
      if (link !== null) return this.#unlessClosed(uow, link.accountId);
      if (email === undefined) return { refused: 'email-unproven' };
      const account = await uow.manager.findOneBy(Account, { email });
      if (account === null) return mayBeMade ? this.#make(uow, said, email) : { refused: 'no-account' };
      if (account.disabledAt !== null) return { refused: 'account-closed' };
      if (account.isAdministrator) return { refused: 'administrator' };
      return this.#link(uow, said, account.id);
    });
  }

  /** Whether an account is entered at a provider that this installation has. One that was taken away shuts nobody out. */
  async has(accountId: string): Promise<boolean> {
    const links = await this.database.acrossAuthorities((manager) =>
      manager.findBy(ProviderAccount, { accountId }),
    );
    return links.some(({ issuer }) => this.providers.idOfIssuer(issuer) !== undefined);
  }

  async #unlessClosed(
    uow: UnitOfWork,
    id: string,
  ): Promise<{ accountId: string } | { refused: AccountRefusal }> {
    const account = await uow.manager.findOneByOrFail(Account, { id });
    return account.disabledAt === null ? { accountId: id } : { refused: 'account-closed' };
  }

  async #make(uow: UnitOfWork, said: SaidOfPerson, email: string): Promise<{ accountId: string }> {
    const id = randomUUID();
    const name = said.name ?? email.slice(0, 200);
    await uow.manager.insert(Account, {
      ...{ id, email, name, passwordHash: null, isAdministrator: false, createdAt: this.clock.now() },
    });
    const payload = { isAdministrator: false, issuer: said.issuer };
    this.audit.record(uow, { action: 'account.created', subject: { type: 'account', id }, payload });
    await this.#insertLink(uow, said, id);
    return { accountId: id };
  }

  async #link(
    uow: UnitOfWork,
    said: SaidOfPerson,
    accountId: string,
  ): Promise<{ accountId: string } | { refused: AccountRefusal }> {
    const { issuer } = said;
    if (await uow.manager.existsBy(ProviderAccount, { issuer, accountId }))
      return { refused: 'linked-to-another' };
    await this.#insertLink(uow, said, accountId);
    const subject = { type: 'account', id: accountId };
    this.audit.record(uow, { action: 'account.linked-to-provider', subject, payload: { issuer } });
    return { accountId };
  }

  async #insertLink(uow: UnitOfWork, { issuer, subject }: SaidOfPerson, accountId: string): Promise<void> {
    const linkedAt = this.clock.machineNow();
    await uow.manager.insert(ProviderAccount, { issuer, subject, accountId, linkedAt });
  }
}
