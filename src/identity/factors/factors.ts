import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Database, INSTALLATION, type Actor } from '../../platform/database/index.js';
import { Limits, type Limiter } from '../../platform/limiting/index.js';
import { oweNotice } from '../notices/index.js';
import { Passwords } from '../passwords/index.js';
import type { Person } from '../person.js';
import { Sessions } from '../sessions/sessions.js';
import { CodeApps } from './code-apps.js';
import { CodeApp, Passkey } from './factor.entity.js';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';

/** What somebody has to sign in with. */
export interface WaysToSignIn {
  readonly password: boolean;
  readonly codeApp: { readonly addedAt: Date } | undefined;
  readonly passkeys: readonly { id: string; name: string; addedAt: Date; lastUsedAt: Date | null }[];
  readonly recoveryCodesLeft: number;
}

/** What was typed to show again, or as the second step, that it is they. */
export interface TypedFactor {
  readonly kind: 'password' | 'code' | 'recovery-code';
  readonly typed: string;
}

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** The second step: whether somebody owes one, must have one, and whether what they typed is right. */
@Injectable()
export class Factors {
  /** Whoever tries them has shown a password already, or sits at an open session: nobody else can use these up. */
  readonly #tries: readonly Limiter[];

  constructor(
    private readonly audit: Audit,
    private readonly codeApps: CodeApps,
    private readonly database: Database,
    private readonly passkeys: Passkeys,
    private readonly passwords: Passwords,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly sessions: Sessions,
    limits: Limits,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.#tries = [
      limits.limiter({ name: 'factor', points: 10, seconds: 15 * MINUTE }),
      // Six digits, three of them right at any time: fifty a day find one in eighteen years.
      limits.limiter({ name: 'factor-day', points: 50, seconds: DAY }),
    ];
  }

  async of(accountId: string): Promise<WaysToSignIn> {
    const [password, codeApp, passkeys, recoveryCodesLeft] = await Promise.all([
      this.passwords.has(accountId),
      this.codeApps.of(accountId),
      this.passkeys.of(accountId),
      this.recoveryCodes.left(accountId),
    ]);
    return { password, codeApp, passkeys, recoveryCodesLeft };
  }

  /** Whether an account has a second step, which is then owed after a password or a link by mail. */
  async owed(accountId: string): Promise<boolean> {
    const [codeApp, passkeys] = await Promise.all([this.codeApps.of(accountId), this.passkeys.of(accountId)]);
    return codeApp !== undefined || passkeys.length > 0;
  }

  /** Whether this installation lets nobody with a role of this person work without a second step. */
  mustHave({ isAdministrator, memberships }: Person): boolean {
    const { secondStep } = this.config;
    if (secondStep === 'nobody') return false;
    if (secondStep === 'everybody' || isAdministrator) return true;
    return memberships.some(({ roles }) => roles.some((role) => role !== 'member'));
  }

  /** Whether what was typed is right. Wrong ones are limited, those of all kinds together. */
  async check(
    accountId: string,
    { kind, typed }: TypedFactor,
  ): Promise<{ right: true } | { refused: 'wrong' | 'too-many' }> {
    for (const limiter of this.#tries) {
      if ('refused' in (await limiter.spend(accountId))) return { refused: 'too-many' };
    }
    if (!(await this.#isRight(accountId, kind, typed))) return { refused: 'wrong' };
    for (const limiter of this.#tries) await limiter.giveBack(accountId);
    return { right: true };
  }

  /**
   * Takes away whatever second step somebody has who lost it, and ends their sessions. Whoever does it knows by other
   * means that it is they who ask. Nobody does it for themselves: an open screen would be enough.
   */
  async removeAll(
    accountId: string,
    actor: Actor,
  ): Promise<{ id: string } | { refused: 'own-account' | 'none' }> {
    if (actor.kind === 'person' && actor.accountId === accountId) return { refused: 'own-account' };
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, async (uow) => {
      const { affected: apps } = await uow.manager.delete(CodeApp, { accountId });
      const { affected: passkeys } = await uow.manager.delete(Passkey, { accountId });
      await uow.manager.query('delete from recovery_code where account_id = $1', [accountId]);
      if ((apps ?? 0) + (passkeys ?? 0) === 0) return { refused: 'none' };
      await this.sessions.endAllOf(uow, accountId);
      const subject = { type: 'account', id: accountId };
      this.audit.record(uow, { action: 'account.second-step-removed', subject, payload: { apps, passkeys } });
      await oweNotice(uow, accountId, 'second-step-removed');
      return { id: accountId };
    });
  }

  #isRight(accountId: string, kind: TypedFactor['kind'], typed: string): Promise<boolean> {
    if (kind === 'password') return this.passwords.isRight(accountId, typed);
    if (kind === 'code') return this.codeApps.check(accountId, typed);
    return this.recoveryCodes.use(accountId, typed);
  }
}
