import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { People } from '../people.js';
import type { Caller } from './caller.js';
import { ApiToken } from './program.entity.js';
import { isScope, permittedTo } from './scopes.js';
import { digestOf } from './secrets.js';

/** Milliseconds. */
const MINUTE = 60_000;

interface Holder {
  readonly id: string;
  readonly authority_id: string;
  readonly slug: string;
  readonly client_id: string | null;
  readonly account_id: string | null;
  readonly scopes: readonly string[];
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
}

/** Works out, afresh at every request, which program a token speaks for, and what it may do today. */
@Injectable()
export class Callers {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly people: People,
  ) {}

  /** Undefined for a token that is forged, expired or withdrawn, and for one whose person serves there no longer. */
  async of(token: string): Promise<Caller | undefined> {
    const [holder] = await this.database.acrossAuthorities((manager) =>
      manager.query<Holder[]>('select * from holder_of_api_token($1)', [digestOf(token)]),
    );
    if (holder === undefined || holder.expires_at <= this.clock.machineNow()) return undefined;
    const caller = await this.#callerOf(holder);
    if (caller !== undefined) await this.#markUsed(holder, caller);
    return caller;
  }

  async #callerOf(holder: Holder): Promise<Caller | undefined> {
    const scopes = holder.scopes.filter(isScope);
    const known = { authorityId: holder.authority_id, slug: holder.slug, scopes: new Set(scopes) };
    if (holder.client_id !== null) {
      const clientId = holder.client_id;
      return {
        ...known,
        ...{ holder: clientId, memberId: undefined, accountId: undefined },
        permissions: permittedTo(scopes),
        actor: { kind: 'client', clientId },
      };
    }
    const accountId = holder.account_id ?? '';
    const person = await this.people.person(accountId, holder.authority_id);
    if (person?.acting?.authorityId !== holder.authority_id) return undefined;
    return {
      ...known,
      ...{ holder: accountId, memberId: person.acting.memberId, accountId },
      permissions: person.permissions,
      actor: { kind: 'person', accountId, tokenId: holder.id },
    };
  }

  async #markUsed({ id, authority_id, last_used_at }: Holder, { actor }: Caller): Promise<void> {
    const now = this.clock.machineNow();
    const minuteAgo = new Date(now.getTime() - MINUTE);
    if (last_used_at !== null && last_used_at > minuteAgo) return;
    await this.database.unitOfWork({ authorityId: authority_id, actor }, async ({ manager }) => {
      await manager.update(ApiToken, { authorityId: authority_id, id }, { lastUsedAt: now });
    });
  }
}
