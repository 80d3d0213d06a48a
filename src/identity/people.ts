import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { Accounts } from './accounts.js';
import { permissionsOf, ROLES, type Role } from './permissions.js';
import type { Membership, Person } from './person.js';

/** Works out, afresh at every request, who somebody is: a role that ended yesterday opens nothing today. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** The person of an account, acting for the chosen authority, or for their only one. */
  async person(accountId: string, actingAuthorityId: string | undefined): Promise<Person | undefined> {
    const [account, memberships] = await Promise.all([
      this.accounts.find(accountId),
      this.memberships(accountId),
    ]);
    if (account === undefined) return undefined;
    const acting =
      memberships.find((membership) => membership.authorityId === actingAuthorityId) ??
      (memberships.length === 1 ? memberships[0] : undefined);
    return {
      accountId,
      name: account.name,
      email: account.email,
      isAdministrator: account.isAdministrator,
      memberships,
      acting,
      permissions: permissionsOf(acting?.roles ?? [], account.isAdministrator),
    };
  }

  async memberships(accountId: string): Promise<Membership[]> {
    const rows = await this.database.acrossAuthorities((manager) =>
      manager.query<
        { authority_id: string; slug: string; name: string; member_id: string | null; roles: string[] }[]
      >('select * from memberships_of_account($1, $2)', [accountId, this.clock.today()]),
    );
    return rows.map((row) => ({
      authorityId: row.authority_id,
      slug: row.slug,
      authorityName: row.name,
      memberId: row.member_id ?? undefined,
      roles: [...(row.member_id === null ? [] : (['member'] as const)), ...row.roles.filter(isRole)],
    }));
  }
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
