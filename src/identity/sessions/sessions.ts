import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Database, INSTALLATION, type UnitOfWork } from '../../platform/database/index.js';
import type { SignedIn, SignInMethod } from './session-data.js';
import { digestOf } from './session-store.js';

/** One session of somebody, as they are shown it. */
export interface OpenSession {
  /** The digest of its id, by which it can be ended and by which nobody can enter. */
  readonly id: string;
  /** Machine time. */
  readonly begunAt: Date;
  /** Machine time, to the half minute. */
  readonly lastUsedAt: Date;
  readonly method: SignInMethod;
  /** 'Firefox on Windows'. */
  readonly browser: string;
  /** The session of the request that asks. */
  readonly isThis: boolean;
}

/** The sessions of an account: seen, and ended. */
@Injectable()
export class Sessions {
  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  /** The sessions that are still good, the one that was used last first. */
  async of(accountId: string, ownId: string): Promise<OpenSession[]> {
    const rows = await this.database.acrossAuthorities((manager) =>
      manager.query<{ sid: string; signed_in: SignedIn; last_used_at: Date }[]>(
        `select sid, sess->'signedIn' as signed_in, last_used_at from session
         where account_id = $1 and expire > now() and sess->'signedIn' is not null order by last_used_at desc, sid`,
        [accountId],
      ),
    );
    const own = digestOf(ownId);
    return rows.map(({ sid, signed_in: { at, method, browser }, last_used_at: lastUsedAt }) => ({
      ...{ id: sid, begunAt: new Date(at), lastUsedAt, method, browser, isThis: sid === own },
    }));
  }

  /** Ends one session of an account, by the digest of its id. Somebody else’s is not there. */
  async end(accountId: string, id: string): Promise<{ ended: number }> {
    return this.#byOwner(accountId, (uow) =>
      this.#remove(uow, 'account_id = $1 and sid = $2', [accountId, id]),
    );
  }

  /** Ends every session of an account but the one that asks. */
  async endOthers(accountId: string, ownId: string): Promise<{ ended: number }> {
    return this.#byOwner(accountId, (uow) =>
      this.#remove(uow, 'account_id = $1 and sid <> $2', [accountId, digestOf(ownId)]),
    );
  }

  /**
   * Ends the sessions of an account in the unit of work of what makes them worth nothing: a changed password, a disabled
   * account. No event of its own: the event of the change says it.
   * @param keep.except the id (`request.sessionID`) of a session that goes on
   * @param keep.devices false when the devices on which the account was used are no longer to be trusted
   */
  async endAllOf(
    uow: UnitOfWork,
    accountId: string,
    keep: { except?: string; devices: boolean } = { devices: true },
  ): Promise<{ ended: number }> {
    if (!keep.devices) await uow.manager.query('delete from known_device where account_id = $1', [accountId]);
    const except = keep.except === undefined ? '' : digestOf(keep.except);
    return this.#remove(uow, 'account_id = $1 and sid <> $2', [accountId, except]);
  }

  /** Ends, in a unit of work, the sessions that an OpenID provider began: all of a subject’s, or one of them. */
  async endOfProvider(
    uow: UnitOfWork,
    provider: { issuer: string; subject: string | undefined; session: string | undefined },
  ): Promise<{ ended: number; accountIds: readonly string[] }> {
    const { issuer, subject = null, session = null } = provider;
    const [rows] = await uow.manager.query<[{ account_id: string }[], number]>(
      `delete from session
       where sess #>> '{signedIn,provider,issuer}' = $1
         and ($2::text is null or sess #>> '{signedIn,provider,subject}' = $2)
         and ($3::text is null or sess #>> '{signedIn,provider,session}' = $3)
         and ($2::text is not null or $3::text is not null)
       returning account_id`,
      [issuer, subject, session],
    );
    return { ended: rows.length, accountIds: [...new Set(rows.map(({ account_id }) => account_id))] };
  }

  async #byOwner(
    accountId: string,
    end: (uow: UnitOfWork) => Promise<{ ended: number }>,
  ): Promise<{ ended: number }> {
    const actor = { kind: 'person', accountId } as const;
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, async (uow) => {
      const result = await end(uow);
      if (result.ended > 0) {
        const subject = { type: 'account', id: accountId };
        this.audit.record(uow, { action: 'account.sessions-ended', subject, payload: result });
      }
      return result;
    });
  }

  async #remove(uow: UnitOfWork, where: string, values: unknown[]): Promise<{ ended: number }> {
    const [, ended] = await uow.manager.query<[unknown, number]>(
      `delete from session where ${where} returning sid`,
      values,
    );
    return { ended };
  }
}
