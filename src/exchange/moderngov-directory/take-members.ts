import type { Members } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { CannotBe, type Counts, type MemberChoice } from './choices.js';
import type { MemberDifferences, MemberRow } from './compare-members.js';
import { originOf } from './origin.js';

/**
 * Does what was chosen, as far as it is still to be done.
 * @param now who is there and here, while nobody else imports
 * @throws CannotBe where a choice cannot be; the caller undoes all of it
 */
export async function takeMembers(
  uow: UnitOfWork,
  members: Members,
  now: MemberDifferences,
  choices: readonly MemberChoice[],
): Promise<Counts> {
  const counts = { added: 0, recognised: 0, renamed: 0, groups: 0, terms: 0 };
  const toChoose = new Set(now.toChoose.map(({ id }) => id));
  for (const choice of choices) {
    const row = now.rows[choice.index];
    if (row === undefined) continue;
    const { memberId, done } = await takeMember(uow, members, { row, toChoose, choice });
    if (done !== undefined) counts[done] += 1;
    if (memberId === undefined) continue;
    counts.groups += await takeGroup(uow, members, { memberId, choice, row });
    counts.terms += await takeTerm(uow, members, { memberId, choice, row });
  }
  return counts;
}

/** Who the entry is here, made or recognised if that was chosen; undefined where it is left. */
async function takeMember(
  uow: UnitOfWork,
  members: Members,
  { row, toChoose, choice }: { row: MemberRow; toChoose: Set<string>; choice: MemberChoice },
): Promise<{ memberId?: string; done?: 'added' | 'recognised' | 'renamed' }> {
  const { index, what } = choice;
  const { read, here, fate } = row;
  const origin = originOf(read.externalId);
  if (here !== undefined) {
    if (what !== 'take' || fate !== 'renamed') return { memberId: here.id };
    await members.rename(uow, here.id, read.name);
    return { memberId: here.id, done: 'renamed' };
  }
  if (what === 'leave' || what === 'take') return {};
  if (what === 'new') {
    const { id } = await members.addFrom(uow, read.name, origin);
    return { memberId: id, done: 'added' };
  }
  // Each member here is one of those there, and not two.
  if (!toChoose.delete(what.sameAs)) throw new CannotBe({ index, why: 'not-to-choose' });
  await members.recognise(uow, what.sameAs, origin);
  return { memberId: what.sameAs, done: 'recognised' };
}

interface Taken {
  readonly memberId: string;
  readonly choice: MemberChoice;
  readonly row: MemberRow;
}

async function takeGroup(
  uow: UnitOfWork,
  members: Members,
  { memberId, choice, row }: Taken,
): Promise<number> {
  const { group } = row.read;
  const { groupFrom: fromOn, index } = choice;
  if (fromOn === undefined || group === null) return 0;
  // Of whoever was chosen, who need not be the one that the name proposed.
  if ((await members.groupsOn(uow, fromOn)).get(memberId) === group) return 0;
  const changed = await members.changeGroup(uow, { memberId, groupName: group, fromOn });
  if ('refused' in changed) throw new CannotBe({ index, why: changed.refused });
  return 1;
}

async function takeTerm(
  uow: UnitOfWork,
  members: Members,
  { memberId, choice, row }: Taken,
): Promise<number> {
  const { termThere } = row;
  if (!choice.beginsTerm || termThere === undefined) return 0;
  const terms = await members.terms(uow, memberId);
  if (terms.some(({ becameMemberOn }) => becameMemberOn === termThere)) return 0;
  const office = { memberId, standing: 'elected', votesOn: 'any', becameMemberOn: termThere } as const;
  const begun = await members.beginTerm(uow, office);
  if ('refused' in begun) throw new CannotBe({ index: choice.index, why: 'in-office' });
  return 1;
}
