import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Database, INSTALLATION, type UnitOfWork } from '../../platform/database/index.js';
import { Sealer, type SealedFor } from '../../platform/sealing/index.js';
import { oweNotice } from '../notices/index.js';
import { CodeApp } from './factor.entity.js';
import { addressOfApp, newSecret, stepOfCode } from './step-of-code.js';

/** A secret that is shown to its owner and becomes theirs with the first right code. */
export interface NewCodeApp {
  /** The secret, sealed for this account: the form carries it until the code is typed. */
  readonly sealed: string;
  /** The secret in groups of four letters, for whoever cannot scan. */
  readonly inWords: string;
  /** What the QR code holds. */
  readonly address: string;
}

/** Apps that make codes. Secrets are sealed, and a code is worth once. */
@Injectable()
export class CodeApps {
  readonly #issuer: string;

  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly sealer: Sealer,
    @Inject(CONFIG) { publicUrl }: Config,
  ) {
    this.#issuer = `Probity ${new URL(publicUrl).hostname}`;
  }

  propose(accountId: string, email: string): NewCodeApp {
    return this.#shown(newSecret(), accountId, email);
  }

  /** The proposal that a form brings back; undefined for one that was made for somebody else, or by nobody. */
  proposed(accountId: string, email: string, sealed: string): NewCodeApp | undefined {
    const secret = this.#open(sealed, proposalFor(accountId));
    return secret === undefined ? undefined : this.#shown(secret, accountId, email);
  }

  /** Makes a proposed secret the account's, in place of one before, when the code shows that the app has it. */
  async add(
    accountId: string,
    sealed: string,
    code: string,
  ): Promise<{ id: string } | { refused: 'wrong-code' | 'no-proposal' }> {
    const secret = this.#open(sealed, proposalFor(accountId));
    if (secret === undefined) return { refused: 'no-proposal' };
    const now = this.clock.machineNow();
    const step = stepOfCode(secret, code, now);
    if (step === undefined) return { refused: 'wrong-code' };
    await this.#inUnit(accountId, async (uow) => {
      const kept = this.sealer.seal(secret, rowOf(accountId));
      await uow.manager.upsert(CodeApp, { accountId, secret: kept, lastStep: String(step), addedAt: now }, [
        'accountId',
      ]);
      this.audit.record(uow, {
        action: 'account.code-app-added',
        subject: { type: 'account', id: accountId },
      });
      await oweNotice(uow, accountId, 'code-app-added');
    });
    return { id: accountId };
  }

  /** Whether the code is right now and was not used before. Using it is part of asking. */
  async check(accountId: string, code: string): Promise<boolean> {
    return this.#inUnit(accountId, async (uow) => {
      // Of two who bring one code at once, the second finds it used.
      const lock = { mode: 'pessimistic_write' } as const;
      const app = await uow.manager.findOne(CodeApp, { where: { accountId }, lock });
      if (app === null) return false;
      const secret = this.sealer.open(app.secret, rowOf(accountId)) as string;
      const step = stepOfCode(secret, code, this.clock.machineNow());
      if (step === undefined || step <= Number(app.lastStep)) return false;
      await uow.manager.update(CodeApp, { accountId }, { lastStep: String(step) });
      return true;
    });
  }

  async of(accountId: string): Promise<Pick<CodeApp, 'addedAt'> | undefined> {
    const app = await this.database.acrossAuthorities((manager) => manager.findOneBy(CodeApp, { accountId }));
    return app ?? undefined;
  }

  async remove(accountId: string): Promise<{ id: string } | { refused: 'none' }> {
    return this.#inUnit(accountId, async (uow) => {
      const { affected } = await uow.manager.delete(CodeApp, { accountId });
      if (affected !== 1) return { refused: 'none' };
      const subject = { type: 'account', id: accountId };
      this.audit.record(uow, { action: 'account.code-app-removed', subject });
      await oweNotice(uow, accountId, 'code-app-removed');
      return { id: accountId };
    });
  }

  #shown(secret: string, accountId: string, email: string): NewCodeApp {
    return {
      sealed: this.sealer.seal(secret, proposalFor(accountId)),
      inWords: secret.replace(/(.{4})(?=.)/g, '$1 '),
      address: addressOfApp(secret, this.#issuer, email),
    };
  }

  #open(sealed: string, owner: SealedFor): string | undefined {
    try {
      return this.sealer.open(sealed, owner) as string;
    } catch {
      return undefined;
    }
  }

  #inUnit<T>(accountId: string, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
    const actor = { kind: 'person', accountId } as const;
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, work);
  }
}

const rowOf = (accountId: string): SealedFor => ({
  authorityId: INSTALLATION,
  row: `code_app:${accountId}`,
});
/** Of no row yet. */
const proposalFor = (accountId: string): SealedFor => ({
  authorityId: INSTALLATION,
  row: `code_app.proposed:${accountId}`,
});
