import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { IsNull } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, INSTALLATION, type UnitOfWork } from '../platform/database/index.js';
import { Account } from './account.entity.js';
import { oweNotice } from './notices/index.js';

/** Somebody who is to have an account, and chooses a password by themselves. */
export interface Expected {
  /** Lower case. */
  readonly email: string;
  readonly name: string;
}

/** Accounts that are made without a password, and the choosing of the first one. */
@Injectable()
export class FirstSignIns {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /**
   * Makes an account without a password for each address that has none, in one statement and in the transaction of the
   * unit of work. No event of its own: whoever makes many records one for all.
   * @returns the account of each address, those that were there before too
   */
  async expect(uow: UnitOfWork, people: readonly Expected[]): Promise<ReadonlyMap<string, string>> {
    // In one order, so that two who add the same addresses do not lock each other out.
    const sorted = [...people].sort((a, b) => (a.email < b.email ? -1 : 1));
    const emails = sorted.map(({ email }) => email);
    await uow.manager.query(
      `insert into account (id, email, name, password_hash, is_administrator, created_at)
       select id, email, name, null, false, $4 from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, email, name)
       on conflict (email) do nothing`,
      [sorted.map(() => randomUUID()), emails, sorted.map(({ name }) => name), this.clock.now()],
    );
    const rows = await uow.manager.query<{ id: string; email: string }[]>(
      'select id, email from account where email = any ($1)',
      [emails],
    );
    return new Map(rows.map(({ id, email }) => [email, id]));
  }

  /** The accounts of these addresses, disabled ones too. */
  async known(uow: UnitOfWork, emails: readonly string[]): Promise<Account[]> {
    return uow.manager
      .createQueryBuilder(Account, 'account')
      .where('account.email = any (:emails)', { emails: [...emails] })
      .getMany();
  }

  /** The accounts with these ids, disabled ones too. */
  async withIds(uow: UnitOfWork, ids: readonly string[]): Promise<Account[]> {
    return uow.manager
      .createQueryBuilder(Account, 'account')
      .where('account.id = any (:ids)', { ids: [...ids] })
      .getMany();
  }

  /** Sets the first password of an account. One that has a password keeps it, whoever asks. */
  async choosePassword(
    accountId: string,
    password: string,
  ): Promise<{ id: string } | { refused: 'has-one-already' }> {
    const passwordHash = await hash(password);
    const actor = { kind: 'person', accountId } as const;
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, async (uow) => {
      const { affected } = await uow.manager.update(
        Account,
        { id: accountId, passwordHash: IsNull(), disabledAt: IsNull() },
        { passwordHash },
      );
      if (affected !== 1) return { refused: 'has-one-already' as const };
      this.audit.record(uow, {
        action: 'account.password-chosen',
        subject: { type: 'account', id: accountId },
      });
      await oweNotice(uow, accountId, 'password-chosen');
      return { id: accountId };
    });
  }
}
