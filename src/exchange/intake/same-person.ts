import type { Member } from '../../members/index.js';
import { grouped } from '../../platform/database/index.js';
import { bareName } from '../known-members.js';
import { memberKey } from '../register-csv/index.js';
import type { IntakeRow } from './intake-row.js';

/** An account that a file's address names, or that a known member signs in with. */
export interface KnownAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly isDisabled: boolean;
}

/** A member of a council that the row's council continues. */
export interface Continued {
  readonly memberId: string;
  readonly authorityId: string;
  /** As that council knows them. */
  readonly name: string;
  /** The councils that continue that one. */
  readonly successors: readonly string[];
  readonly accountId: string | null;
}

/** Who is meant by a row, or why that cannot be told. */
type Person =
  | { readonly member: Member | undefined; readonly accountId: string | undefined }
  | { readonly column: string; readonly wrong: string; readonly write: string; readonly value: string };

interface Known {
  readonly members: readonly Member[];
  readonly accounts: readonly KnownAccount[];
  readonly continued: ReadonlyMap<string, Continued>;
}

/**
 * Finds whom a row means. By external id, by address or by name they are somebody who is known; and everything else that
 * the row says must then not be another's. A likeness is not enough, and whoever is not clear is asked for.
 */
export function finder({ members, accounts, continued }: Known): (row: IntakeRow) => Person {
  const accountOf = new Map(accounts.map((account) => [account.id, account]));
  const accountWith = new Map(accounts.map((account) => [account.email, account]));
  const addressesOf = (member: Member): string[] =>
    [member.email, accountOf.get(member.accountId ?? '')?.email ?? null].flatMap((email) =>
      email === null ? [] : [email.toLowerCase()],
    );
  const byName = grouped(members, ({ name }) => memberKey(name));
  const byBareName = grouped(members, ({ name }) => bareName(name));
  const byExternalId = grouped(members, ({ externalId }) => externalId ?? '');
  const byAccount = grouped(members, ({ accountId }) => accountId ?? '');
  const byAddress = new Map<string, Set<Member>>();
  for (const member of members) {
    for (const address of addressesOf(member))
      byAddress.set(address, (byAddress.get(address) ?? new Set()).add(member));
  }
  return (row) => {
    const { name, email, externalId } = row;
    const problem = (column: string, wrong: string, write: string): Person => {
      const cells: Record<string, string | null> = { name, email, 'external-id': externalId };
      return { column, wrong, write, value: (cells[column] ?? row.continues.join(' ')).slice(0, 80) };
    };
    const predecessors = row.continues.map((id) => continued.get(id));
    const before = predecessors.find((one) => (one?.accountId ?? null) !== null)?.accountId ?? undefined;
    const ofAddress = email === null ? [] : [...(byAddress.get(email) ?? [])];
    const ofId = externalId === null ? [] : byExternalId(externalId);
    const ofAccount = before === undefined ? [] : byAccount(before);
    const found = new Set([...ofId, ...ofAddress, ...ofAccount, ...byName(memberKey(name))]);
    if (found.size > 1) {
      const wrong = 'Several members of this council may be meant: by name, address or external id';
      return problem(
        nameOr(ofAddress, ofId),
        wrong,
        'Write what is theirs alone, or correct what stands here first',
      );
    }
    const [member] = found;
    if (member === undefined && byBareName(bareName(name)).length > 0) {
      const write = 'Write the name as it stands here; or tell the two apart, if it is another person';
      return problem('name', 'A member of this council is called nearly the same', write);
    }
    if (member !== undefined) {
      const other = otherThan(
        member,
        row,
        { ofId: ofId.length > 0, ofAddress: ofAddress.length > 0 },
        addressesOf,
      );
      if (other !== undefined) return problem(...other);
    }
    const account = email === null ? undefined : accountWith.get(email);
    const notTheirs = account && whyNotTheirs(account, member, name);
    if (notTheirs !== undefined) return problem(...notTheirs);
    if (predecessors.some((one) => one?.successors.includes(row.authorityId) !== true)) {
      const wrong = 'continues names nobody of a council that this one continues';
      return problem('continues', wrong, 'Record the hand-over first, and copy it from the list there');
    }
    const accountId = member?.accountId ?? account?.id;
    // What that register holds is filled in for them, sensitive interests too: a cell that slipped by a line must not do it.
    if (predecessors.some((one) => one !== undefined && !isSamePerson(one, name, accountId))) {
      const wrong = 'continues names somebody of another name and account';
      return problem(
        'continues',
        wrong,
        'Copy it anew from the list of the hand-over, beside the name there',
      );
    }
    return { member, accountId: accountId ?? (email === null ? before : undefined) };
  };
}

/** By the account that is theirs on both sides, or by the name where the accounts do not say that. */
const isSamePerson = (before: Continued, name: string, accountId: string | undefined): boolean =>
  (accountId !== undefined && before.accountId === accountId) || bareName(before.name) === bareName(name);

const nameOr = (ofAddress: readonly unknown[], ofId: readonly unknown[]): string =>
  ofAddress.length > 0 ? 'email' : ofId.length > 0 ? 'external-id' : 'name';

type Wrong = readonly [column: string, wrong: string, write: string];

/** What a row says that belongs to somebody else than the member whom it seems to mean. */
function otherThan(
  member: Member,
  { name, email, externalId }: IntakeRow,
  { ofId, ofAddress }: { ofId: boolean; ofAddress: boolean },
  addressesOf: (member: Member) => string[],
): Wrong | undefined {
  const isNamed = bareName(member.name) === bareName(name);
  // Whoever has married has another name; then address and external id must both be theirs.
  if (!isNamed && !(ofId && ofAddress)) {
    const column = ofId ? 'external-id' : 'email';
    return [
      column,
      `The member with this ${column} has another name here`,
      'Correct the one or the other; somebody with a new name is known by address and external id together',
    ];
  }
  const addresses = addressesOf(member);
  if (email !== null && addresses.length > 0 && !addresses.includes(email)) {
    return [
      'email',
      'The member of this name has another address here',
      'Write that address, or correct it here first; or write the name so that two people can be told apart',
    ];
  }
  if (externalId !== null && member.externalId !== null && member.externalId !== externalId) {
    return [
      'external-id',
      'The member of this name is known by another external id here',
      'Leave it empty, or write the name so that two people can be told apart',
    ];
  }
  return undefined;
}

/** Why an account with the row's address is not to become this member's. */
function whyNotTheirs(account: KnownAccount, member: Member | undefined, name: string): Wrong | undefined {
  if (account.isDisabled) {
    return [
      'email',
      'The account with this address is disabled',
      'Enable it first, or write another address',
    ];
  }
  if (member?.accountId === account.id || bareName(account.name) === bareName(name)) return undefined;
  return [
    'email',
    'The account with this address is of somebody of another name',
    'Write an address that is theirs alone, or the name as it stands on their account',
  ];
}
