import type { Acting } from '../platform/database/index.js';
import type { Permission, Role } from './permissions.js';

/** What a person is in one authority today. */
export interface Membership {
  readonly authorityId: string;
  readonly slug: string;
  readonly authorityName: string;
  /** Their member's id, while they hold office. */
  readonly memberId: string | undefined;
  readonly roles: readonly Role[];
}

/** Somebody who is signed in. */
export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly isAdministrator: boolean;
  readonly memberships: readonly Membership[];
  /** The authority they act for, chosen at sign-in and shown in the header. */
  readonly acting: Membership | undefined;
  readonly permissions: ReadonlySet<Permission>;
}

/** The acting authority and the person, in the form that a unit of work takes. */
export function actingOf(person: Person): Acting {
  if (person.acting === undefined) throw new Error('This person acts for no authority.');
  return { authorityId: person.acting.authorityId, actor: { kind: 'person', accountId: person.accountId } };
}
