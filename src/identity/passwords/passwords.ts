import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION, type UnitOfWork } from '../../platform/database/index.js';
import { Account } from '../account.entity.js';
import { oweNotice } from '../notices/index.js';
import { Sessions } from '../sessions/sessions.js';
import { passwordProblem, type PasswordProblem } from './password-rules.js';

/** Changing and replacing the password of an account that is there. Its first sign-in is `FirstSignIns`' or a link's. */
@Injectable()
export class Passwords {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  /** What is wrong with a password for this account; undefined where nothing is. */
  async problem(accountId: string, password: string): Promise<PasswordProblem | undefined> {
    return passwordProblem(password, await this.#account(accountId));
  }

  /** Whether this is the account's password. Takes as long for an account without one as for a wrong one. */
  async isRight(accountId: string, password: string): Promise<boolean> {
    const { passwordHash } = await this.#account(accountId);
    // Where there is none, this one is hashed and thrown away.
    if (passwordHash === null) await hash(password);
    return passwordHash !== null && (await verify(passwordHash, password));
  }

  async has(accountId: string): Promise<boolean> {
    return (await this.#account(accountId)).passwordHash !== null;
  }

  /**
   * Changes somebody's password at their own wish, and ends their other sessions.
   * @param sessionId the session that goes on (`request.sessionID`)
   */
  async change(accountId: string, password: string, sessionId: string): Promise<void> {
    const passwordHash = await hash(password);
    const actor = { kind: 'person', accountId } as const;
    await this.database.unitOfWork({ authorityId: INSTALLATION, actor }, (uow) =>
      this.replace(uow, { accountId, passwordHash, except: sessionId }),
    );
  }

  /**
   * Puts a password in place of the one before, in a unit of work: whoever knew the old one, has a session or a link that
   * is still open, has nothing any more. A first one says so in the record.
   */
  async replace(
    uow: UnitOfWork,
    { accountId, passwordHash, except }: { accountId: string; passwordHash: string; except?: string },
  ): Promise<void> {
    const { manager } = uow;
    const before = await manager.findOneByOrFail(Account, { id: accountId });
    await manager.update(Account, { id: accountId }, { passwordHash });
    await manager.query('update sign_in_link set used_at = $2 where account_id = $1 and used_at is null', [
      accountId,
      this.clock.machineNow(),
    ]);
    await this.sessions.endAllOf(uow, accountId, {
      devices: false,
      ...(except === undefined ? {} : { except }),
    });
    const change = before.passwordHash === null ? 'password-chosen' : 'password-changed';
    this.audit.record(uow, { action: `account.${change}`, subject: { type: 'account', id: accountId } });
    await oweNotice(uow, accountId, change);
  }

  async #account(id: string): Promise<Account> {
    return this.database.acrossAuthorities((manager) => manager.findOneByOrFail(Account, { id }));
  }
}
