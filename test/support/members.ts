import { civilDate } from '../../src/law/index.js';
import { Members, type Standing, type VotesOn } from '../../src/members/index.js';
import type { TestApp } from './app.js';
import type { Council } from './council.js';

/** Somebody who can sign in and holds office. */
export interface SignedMember {
  readonly email: string;
  readonly accountId: string;
  readonly memberId: string;
}

export interface Office {
  /** Civil date. */
  readonly on: string;
  readonly standing?: Standing;
  readonly votesOn?: VotesOn;
  /** An account that was made before: the same person at another council. */
  readonly accountId?: string;
}

/** A member with an account, who took office at a council on a day. */
export async function addMember(
  app: TestApp,
  council: Council,
  email: string,
  { on, standing = 'elected', votesOn = 'any', ...given }: Office,
): Promise<SignedMember> {
  const name = email.split('@')[0] ?? email;
  const accountId = given.accountId ?? (await app.addPerson(email, { name }));
  const memberId = await council.inUnit(async (uow) => {
    const { id } = await app.get(Members).add(uow, { name, accountId });
    const office = { memberId: id, standing, votesOn, becameMemberOn: civilDate(on) };
    await app.get(Members).takeOffice(uow, office);
    return id;
  });
  return { email, accountId, memberId };
}
