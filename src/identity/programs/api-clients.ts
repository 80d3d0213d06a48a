import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { ApiClient, ApiToken } from './program.entity.js';
import type { Scope } from './scopes.js';
import { isSecretOf, newSecret } from './secrets.js';

/** How long an access token of a client holds, in seconds. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** A client as its authority's officer sees it. */
export interface ListedClient extends Pick<ApiClient, 'id' | 'name' | 'scopes' | 'madeAt' | 'madeBy'> {
  /** When it last asked for anything, as far as its tokens still tell. */
  readonly lastUsedAt: Date | undefined;
}

/** Programs of an authority: made and withdrawn by its officer, and signed in by their secret. */
@Injectable()
export class ApiClients {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** Makes a client. Its secret is told here and never again. */
  async make(
    uow: UnitOfWork,
    { name, scopes }: { readonly name: string; readonly scopes: readonly Scope[] },
  ): Promise<{ id: string; secret: string }> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person makes a client.');
    const id = randomUUID();
    const { secret, digest } = newSecret('probity_client');
    const made = { madeAt: this.clock.machineNow(), madeBy: uow.actor.accountId };
    const client = { id, name: name.trim(), scopes: [...scopes], secretHash: digest, ...made };
    await uow.manager.insert(ApiClient, { authorityId: uow.authorityId, ...client, withdrawnAt: null });
    this.audit.record(uow, {
      action: 'api-client.made',
      subject: { type: 'api-client', id },
      payload: { name: client.name, scopes },
    });
    return { id, secret };
  }

  /** Withdraws a client for good: its secret and every token that it holds are worth nothing from now on. */
  async withdraw(uow: UnitOfWork, id: string): Promise<{ id: string } | { refused: 'not-there' }> {
    const where = { authorityId: uow.authorityId, id, withdrawnAt: IsNull() };
    const { affected } = await uow.manager.update(ApiClient, where, { withdrawnAt: this.clock.machineNow() });
    if (affected !== 1) return { refused: 'not-there' };
    this.audit.record(uow, { action: 'api-client.withdrawn', subject: { type: 'api-client', id } });
    return { id };
  }

  /** Those that are not withdrawn, by name. */
  async list(uow: UnitOfWork): Promise<ListedClient[]> {
    const { authorityId, manager } = uow;
    const clients = await manager.find(ApiClient, {
      where: { authorityId, withdrawnAt: IsNull() },
      order: { name: 'ASC', id: 'ASC' },
    });
    const used = await manager.query<{ client_id: string; at: Date | null }[]>(
      `select client_id, max(coalesce(last_used_at, made_at)) as at from api_token
       where authority_id = $1 and client_id is not null group by 1`,
      [authorityId],
    );
    const lastUsed = new Map(used.map(({ client_id, at }) => [client_id, at ?? undefined]));
    return clients.map((client) => ({ ...client, lastUsedAt: lastUsed.get(client.id) }));
  }

  /** Names by id, withdrawn ones too: the record tells what they did. */
  async names(uow: UnitOfWork): Promise<ReadonlyMap<string, string>> {
    const clients = await uow.manager.find(ApiClient, {
      select: { authorityId: true, id: true, name: true },
      where: { authorityId: uow.authorityId },
    });
    return new Map(clients.map(({ id, name }) => [id, name]));
  }

  /**
   * Gives a client that shows its secret a token for some minutes.
   * @param asked the scopes that it wants of those it has; all of them unless told
   */
  async signIn(
    clientId: string,
    secret: string,
    asked?: readonly Scope[],
  ): Promise<
    | { readonly token: string; readonly scopes: readonly Scope[] }
    | { readonly refused: 'unknown' | 'not-its-scope' }
  > {
    const [known] = await this.database.acrossAuthorities((manager) =>
      manager.query<{ authority_id: string; secret_hash: Buffer; scopes: Scope[] }[]>(
        'select * from api_client_known($1)',
        [clientId],
      ),
    );
    if (known === undefined || !isSecretOf(known.secret_hash, secret)) return { refused: 'unknown' };
    const scopes = asked ?? known.scopes;
    if (scopes.length === 0 || !scopes.every((scope) => known.scopes.includes(scope)))
      return { refused: 'not-its-scope' };
    const acting = { authorityId: known.authority_id, actor: { kind: 'client', clientId } as const };
    return this.database.unitOfWork(acting, (uow) => this.#issue(uow, clientId, scopes));
  }

  async #issue(
    uow: UnitOfWork,
    clientId: string,
    scopes: readonly Scope[],
  ): Promise<{ token: string; scopes: readonly Scope[] }> {
    const { authorityId, manager } = uow;
    const madeAt = this.clock.machineNow();
    const { secret, digest } = newSecret('probity_access');
    // Those that ended yesterday tell nothing any more; the newest one stays, which says when it was last used.
    const longAgo = new Date(madeAt.getTime() - 86_400_000);
    await manager.delete(ApiToken, { authorityId, clientId, expiresAt: LessThan(longAgo) });
    await manager.insert(ApiToken, {
      ...{ authorityId, id: randomUUID(), tokenHash: digest, clientId, accountId: null, name: null },
      ...{ scopes: [...scopes], madeAt, withdrawnAt: null, lastUsedAt: null },
      expiresAt: new Date(madeAt.getTime() + ACCESS_TOKEN_SECONDS * 1_000),
    });
    this.audit.record(uow, {
      action: 'api-client.signed-in',
      subject: { type: 'api-client', id: clientId },
      payload: { scopes },
    });
    return { token: secret, scopes };
  }
}
