import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { IsNull, Not } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, INSTALLATION, type Actor, type UnitOfWork } from '../platform/database/index.js';
import { Account } from './account.entity.js';
import { Sessions } from './sessions/sessions.js';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** Left out for somebody who chooses their first one by the link of an invitation. */
  readonly password?: string;
  readonly isAdministrator?: boolean;
}

/** Refusals that a form can show beside a field. */
export type AccountRefusal = 'email-taken';

/** Accounts and their passwords (argon2id, the library's defaults: 19 MiB, two passes). */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  async create(account: NewAccount, actor: Actor): Promise<{ id: string } | { refused: AccountRefusal }> {
    const id = randomUUID();
    const email = account.email.trim().toLowerCase();
    const passwordHash = account.password === undefined ? null : await hash(account.password);
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, async (uow) => {
      const isAdministrator = account.isAdministrator ?? false;
      const inserted = await uow.manager
        .createQueryBuilder()
        .insert()
        .into(Account)
        .values({ id, email, name: account.name, passwordHash, isAdministrator, createdAt: this.clock.now() })
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) return { refused: 'email-taken' as const };
      this.audit.record(uow, {
        action: 'account.created',
        subject: { type: 'account', id },
        payload: { isAdministrator },
      });
      return { id };
    });
  }

  /** The account whose email and password these are. Takes as long for a stranger as for a wrong password. */
  async authenticate(email: string, password: string): Promise<Account | undefined> {
    // PostgreSQL takes no NUL, and nobody's address holds one.
    const typed = email.trim().toLowerCase().replaceAll('\0', '');
    const account = await this.database.acrossAuthorities((manager) =>
      manager.findOneBy(Account, { email: typed }),
    );
    const matches = await verify(account?.passwordHash ?? HASH_OF_NOTHING, password);
    // Whoever was invited and chose no password yet has none to be right about.
    const hasPassword = account !== null && account.passwordHash !== null;
    return matches && hasPassword && account.disabledAt === null ? account : undefined;
  }

  /** An account whether or not it may sign in, for the pages on which accounts are looked after. */
  async known(id: string): Promise<Account | undefined> {
    return (
      (await this.database.acrossAuthorities((manager) => manager.findOneBy(Account, { id }))) ?? undefined
    );
  }

  /** Keeps an account from signing in, and ends its open sessions. Nobody shuts themselves out. */
  async disable(
    id: string,
    actor: Actor,
  ): Promise<{ id: string } | { refused: 'own-account' | 'not-enabled' }> {
    if (actor.kind === 'person' && actor.accountId === id) return { refused: 'own-account' };
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, async (uow) => {
      const now = this.clock.now();
      const { affected } = await uow.manager.update(
        Account,
        { id, disabledAt: IsNull() },
        { disabledAt: now },
      );
      if (affected !== 1) return { refused: 'not-enabled' as const };
      // The guard refuses an open session anyway; without this one it would live again with the account.
      await this.sessions.endAllOf(uow, id, { devices: false });
      this.audit.record(uow, { action: 'account.disabled', subject: { type: 'account', id } });
      return { id };
    });
  }

  /** Lets a disabled account sign in again, with the password that it had. */
  async enable(id: string, actor: Actor): Promise<{ id: string } | { refused: 'not-disabled' }> {
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, async (uow) => {
      const { affected } = await uow.manager.update(
        Account,
        { id, disabledAt: Not(IsNull()), erasedAt: IsNull() },
        { disabledAt: null },
      );
      if (affected !== 1) return { refused: 'not-disabled' as const };
      this.audit.record(uow, { action: 'account.enabled', subject: { type: 'account', id } });
      return { id };
    });
  }

  /**
   * Accounts by id, for the pages that show who did something. Within the unit of work in which the page is read: whoever
   * holds one connection and waits for another may wait for ever.
   */
  async names({ manager }: UnitOfWork, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await manager.query<{ id: string; name: string }[]>(
      'select id, name from account where id = any ($1)',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** Whether anybody can sign in at all: an installation without accounts shows its first-time page. */
  async any(): Promise<boolean> {
    return this.database.acrossAuthorities((manager) => manager.exists(Account));
  }

  /** Those who left so long ago that their address is erased are among them no more. */
  async all(): Promise<Account[]> {
    return this.database.acrossAuthorities((manager) =>
      manager.find(Account, { where: { erasedAt: IsNull() }, order: { name: 'ASC', id: 'ASC' } }),
    );
  }
}

/** A hash that no password matches, so that an unknown email costs the same time as a wrong password. */
const HASH_OF_NOTHING =
  '$argon2id$v=19$m=19456,t=2,p=1$21qNyU5HsHqkTehYf+WzvA$yHgV0n9Ozw1Q64W1pNRSdnvqCNdoOsK3b8ErMcNY9M8';
