import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { permissionsOf, ROLES, type Role } from './permissions.js';
import type { Membership, Person } from './person.js';

/** Works out, afresh at every request, who somebody is: a role that ended yesterday opens nothing today. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The person of an account that may sign in, acting for the chosen authority, or for their only one. */
  async person(accountId: string, actingAuthorityId: string | undefined): Promise<Person | undefined> {
    const rows = await this.#read<AccountRow & (MembershipRow | NoMembershipRow)>(
      ACCOUNT_AND_MEMBERSHIPS,
      accountId,
    );
    const [account] = rows;
    if (account === undefined) return undefined;
    const memberships = rows.flatMap((row) => (row.authorityId === null ? [] : [asMembership(row)]));
    const acting =
      memberships.find((membership) => membership.authorityId === actingAuthorityId) ??
      (memberships.length === 1 ? memberships[0] : undefined);
    return {
      accountId,
      name: account.accountName,
      email: account.email,
      isAdministrator: account.isAdministrator,
      memberships,
      acting,
      permissions: permissionsOf(acting?.roles ?? [], account.isAdministrator),
    };
  }

  async memberships(accountId: string): Promise<Membership[]> {
    return (await this.#read<MembershipRow>(MEMBERSHIPS, accountId)).map(asMembership);
  }

  #read<Row>(statement: string, accountId: string): Promise<Row[]> {
    return this.database.acrossAuthorities((manager) =>
      manager.query<Row[]>(statement, [accountId, this.clock.today()]),
    );
  }
}

interface AccountRow {
  readonly accountName: string;
  readonly email: string;
  readonly isAdministrator: boolean;
}

interface MembershipRow {
  readonly authorityId: string;
  readonly slug: string;
  readonly name: string;
  readonly memberId: string | null;
  readonly roles: readonly string[];
}

/** Of an account that is nothing anywhere today. */
interface NoMembershipRow {
  readonly authorityId: null;
}

const OF_MEMBERSHIP = `m.authority_id as "authorityId", m.slug, m.name, m.member_id as "memberId", m.roles`;
const MEMBERSHIPS = `select ${OF_MEMBERSHIP} from memberships_of_account($1, $2) m`;
/** In one statement, because every page asks. */
const ACCOUNT_AND_MEMBERSHIPS = `
  select account.name as "accountName", account.email, account.is_administrator as "isAdministrator", ${OF_MEMBERSHIP}
  from account left join memberships_of_account($1, $2) m on true
  where account.id = $1 and account.disabled_at is null
  order by m.name`;

function asMembership({ authorityId, slug, name, memberId, roles }: MembershipRow): Membership {
  return {
    ...{ authorityId, slug, authorityName: name },
    memberId: memberId ?? undefined,
    roles: [...(memberId === null ? [] : (['member'] as const)), ...roles.filter(isRole)],
  };
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
