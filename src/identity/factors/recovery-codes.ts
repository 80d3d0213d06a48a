import { createHash, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION } from '../../platform/database/index.js';
import { oweNotice } from '../notices/index.js';

const HOW_MANY = 10;
/** Without letters and digits that look like others: 31 of them, so that a code has 79 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 16;

/** Codes on paper for the day on which the phone is lost. Each is worth once; only their digests are kept. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** Makes ten new ones, which are told now and never again. Those before are worth nothing any more. */
  async make(accountId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: HOW_MANY }, newCode);
    const actor = { kind: 'person', accountId } as const;
    await this.database.unitOfWork({ authorityId: INSTALLATION, actor }, async (uow) => {
      await uow.manager.query('delete from recovery_code where account_id = $1', [accountId]);
      await uow.manager.query(
        `insert into recovery_code (account_id, code_hash, made_at) select $1, code_hash, $3 from unnest($2::bytea[]) as given (code_hash)`,
        [accountId, codes.map(digestOf), this.clock.machineNow()],
      );
      const subject = { type: 'account', id: accountId };
      this.audit.record(uow, { action: 'account.recovery-codes-made', subject });
      await oweNotice(uow, accountId, 'recovery-codes-made');
    });
    return codes;
  }

  /** Takes a code, when it is one of the account's that was not used. How it was broken into groups does not matter. */
  async use(accountId: string, typed: string): Promise<boolean> {
    const actor = { kind: 'person', accountId } as const;
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, async (uow) => {
      const [, used] = await uow.manager.query<[unknown, number]>(
        'update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null',
        [accountId, digestOf(typed), this.clock.machineNow()],
      );
      if (used !== 1) return false;
      const subject = { type: 'account', id: accountId };
      this.audit.record(uow, { action: 'account.recovery-code-used', subject });
      return true;
    });
  }

  /** How many are left. */
  async left(accountId: string): Promise<number> {
    const [row] = await this.database.acrossAuthorities((manager) =>
      manager.query<{ left: number }[]>(
        'select count(*)::int as left from recovery_code where account_id = $1 and used_at is null',
        [accountId],
      ),
    );
    return row?.left ?? 0;
  }
}

/** 'k3vd-92fm-x7ha-qpr5'. */
function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** 79 bits that nobody chose need no slow hash. */
const digestOf = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest();
