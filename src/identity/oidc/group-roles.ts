import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../../audit/index.js';
import { addDays, type CivilDate } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { OidcSetting } from '../../platform/config/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { LOGGER, type Logger } from '../../platform/logging/index.js';
import { RoleHolding } from '../account.entity.js';
import { People } from '../people.js';

const PROVIDER = { kind: 'system', name: 'openid-provider' } as const;

/** The roles, by the slug of the authority, that somebody's groups give by this configuration. */
export function rolesByGroups(
  { groups: mapped }: Pick<OidcSetting, 'groups'>,
  groups: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const roles = new Map<string, Set<string>>();
  for (const { authority, role, group } of mapped) {
    if (!groups.includes(group)) continue;
    roles.set(authority, (roles.get(authority) ?? new Set()).add(role));
  }
  return roles;
}

/** Roles that follow from groups at an OpenID provider: given and ended when somebody signs in. */
@Injectable()
export class GroupRoles {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly people: People,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Makes the roles that groups of this provider gave an account equal to those that they give now, each authority in its
   * own chain. A role that a person gave is never touched, and not given a second time.
   */
  async follow(
    accountId: string,
    issuer: string,
    owed: ReadonlyMap<string, ReadonlySet<string>>,
  ): Promise<void> {
    const held = await this.people.memberships(accountId);
    const ids = new Map(held.map(({ slug, authorityId }) => [slug, authorityId]));
    if ([...owed.keys()].some((slug) => !ids.has(slug))) {
      for (const { slug, id } of await this.#authorities()) ids.set(slug, id);
    }
    for (const slug of new Set([...owed.keys(), ...held.map((each) => each.slug)])) {
      const authorityId = ids.get(slug);
      if (authorityId === undefined) {
        this.logger.warn({ slug }, 'OIDC_GROUPS names a council that is not here');
        continue;
      }
      await this.database.unitOfWork({ authorityId, actor: PROVIDER }, (uow) =>
        this.#followAt(uow, accountId, issuer, owed.get(slug) ?? new Set()),
      );
    }
  }

  async #followAt(
    uow: UnitOfWork,
    accountId: string,
    issuer: string,
    owed: ReadonlySet<string>,
  ): Promise<void> {
    // One sign-in at a time for an account and authority: two at once would give a role twice.
    await uow.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `group-roles ${uow.authorityId} ${accountId}`,
    ]);
    const { authorityId } = uow;
    const open = await uow.manager.findBy(RoleHolding, { authorityId, accountId, toOn: IsNull() });
    const today = this.clock.today();
    for (const holding of open) {
      if (holding.groupIssuer === issuer && !owed.has(holding.role)) await this.#end(uow, holding, today);
    }
    const has = new Set(open.filter(({ fromOn }) => fromOn <= today).map(({ role }) => role));
    for (const role of owed) if (!has.has(role)) await this.#give(uow, { accountId, role, issuer, today });
  }

  async #give(
    uow: UnitOfWork,
    { accountId, role, issuer, today }: { accountId: string; role: string; issuer: string; today: CivilDate },
  ): Promise<void> {
    await uow.manager.insert(RoleHolding, {
      ...{ authorityId: uow.authorityId, id: randomUUID(), accountId, role },
      ...{ fromOn: today, toOn: null, groupIssuer: issuer },
    });
    this.audit.record(uow, {
      action: 'role.granted',
      subject: { type: 'account', id: accountId },
      payload: { role, fromOn: today, byGroupAt: issuer },
    });
  }

  /**
   * Ends a role at once. A role is held by whole days, and somebody who was taken out of a group this morning must not
   * keep it until tonight: so its last day is yesterday, and the chain has the hour.
   */
  async #end(uow: UnitOfWork, { id, accountId, role, fromOn }: RoleHolding, today: CivilDate): Promise<void> {
    const lastDay = addDays(today, -1);
    const begun = fromOn < today ? fromOn : lastDay;
    await uow.manager.update(
      RoleHolding,
      { authorityId: uow.authorityId, id },
      { fromOn: begun, toOn: lastDay },
    );
    this.audit.record(uow, {
      action: 'role.ended',
      subject: { type: 'account', id: accountId },
      payload: { role, lastDay },
    });
  }

  #authorities(): Promise<{ id: string; slug: string }[]> {
    return this.database.acrossAuthorities((manager) =>
      manager.query<{ id: string; slug: string }[]>(
        'select id, slug from authorities_on_this_installation()',
      ),
    );
  }
}
