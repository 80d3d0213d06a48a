import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { Audit } from '../audit/index.js';
import type { Origin } from '../authorities/index.js';
import { addDays, type CivilDate } from '../law/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import { GroupMembership, Member, TermOfOffice, type Standing, type VotesOn } from './member.entity.js';

export interface NewMember {
  readonly name: string;
  readonly email?: string;
  readonly accountId?: string;
}

export interface TakingOffice {
  readonly memberId: string;
  readonly standing: Standing;
  readonly votesOn: VotesOn;
  readonly becameMemberOn: CivilDate;
  readonly pollingDay?: CivilDate;
}

/** A member with the term that covers a day. */
export interface MemberInOffice {
  readonly member: Member;
  readonly term: TermOfOffice;
}

/** Members and co-opted members, their terms and their groups. */
@Injectable()
export class Members {
  constructor(private readonly audit: Audit) {}

  async add(uow: UnitOfWork, member: NewMember): Promise<{ id: string }> {
    const id = randomUUID();
    await uow.manager.insert(Member, {
      authorityId: uow.authorityId,
      id,
      name: member.name.trim(),
      email: member.email ?? null,
      accountId: member.accountId ?? null,
    });
    this.audit.record(uow, { action: 'member.added', subject: { type: 'member', id } });
    return { id };
  }

  /** Adds a member whom another system knows. No event of its own: an import of many records one for all. */
  async addFrom(uow: UnitOfWork, name: string, origin: Origin): Promise<{ id: string }> {
    const id = randomUUID();
    const { authorityId } = uow;
    await uow.manager.insert(Member, {
      ...{ authorityId, id, name: name.trim(), email: null, accountId: null },
      ...origin,
    });
    return { id };
  }

  /** Records as whom another system knows a member. No event of its own. */
  async recognise(uow: UnitOfWork, id: string, origin: Origin): Promise<void> {
    await uow.manager.update(Member, { authorityId: uow.authorityId, id }, { ...origin });
  }

  /** Gives a member another name. No event of its own. */
  async rename(uow: UnitOfWork, id: string, name: string): Promise<void> {
    await uow.manager.update(Member, { authorityId: uow.authorityId, id }, { name: name.trim() });
  }

  /**
   * Changes where reminders and briefings reach a member, which need not be where they sign in; null where there is
   * nowhere. The same address again changes nothing, and nothing is recorded.
   */
  async correctEmail(
    uow: UnitOfWork,
    id: string,
    email: string | null,
  ): Promise<{ changed: boolean } | { refused: 'not-found' }> {
    const where = { authorityId: uow.authorityId, id };
    const member = await uow.manager.findOne(Member, { where, lock: { mode: 'pessimistic_write' } });
    if (member === null) return { refused: 'not-found' };
    if (member.email === email) return { changed: false };
    await uow.manager.update(Member, where, { email });
    this.audit.record(uow, {
      action: 'member.email-changed',
      subject: { type: 'member', id },
      // The address itself would stand in the record for longer than anybody needs it.
      payload: { hasAddress: email !== null },
    });
    return { changed: true };
  }

  /** Begins a term. Refused where the person is a member already on that day or later. */
  async takeOffice(
    uow: UnitOfWork,
    office: TakingOffice,
  ): Promise<{ id: string } | { refused: 'already-in-office' }> {
    const begun = await this.beginTerm(uow, office);
    if ('refused' in begun) return begun;
    this.audit.record(uow, {
      action: 'office.taken',
      subject: { type: 'member', id: office.memberId },
      payload: { becameMemberOn: office.becameMemberOn, standing: office.standing, votesOn: office.votesOn },
    });
    return begun;
  }

  /** As `takeOffice`, without an event of its own: for an import of many, which records one for all. */
  async beginTerm(
    uow: UnitOfWork,
    office: TakingOffice,
  ): Promise<{ id: string } | { refused: 'already-in-office' }> {
    // Locked, so that of two terms begun at once the second one finds the first.
    await uow.manager.findOne(Member, {
      where: { authorityId: uow.authorityId, id: office.memberId },
      lock: { mode: 'pessimistic_write' },
    });
    const terms = await this.terms(uow, office.memberId);
    if (terms.some((term) => term.endedOn === null || term.endedOn >= office.becameMemberOn)) {
      return { refused: 'already-in-office' };
    }
    const id = randomUUID();
    await uow.manager.insert(TermOfOffice, {
      authorityId: uow.authorityId,
      id,
      ...office,
      pollingDay: office.pollingDay ?? null,
      endedOn: null,
    });
    return { id };
  }

  /** Ends the open term; `endedOn` is the last day on which the person is a member. */
  async leaveOffice(
    uow: UnitOfWork,
    memberId: string,
    endedOn: CivilDate,
  ): Promise<{ id: string } | { refused: 'not-in-office' }> {
    // Locked, so that of two last days given at once the second one finds the term ended.
    await uow.manager.findOne(Member, {
      where: { authorityId: uow.authorityId, id: memberId },
      lock: { mode: 'pessimistic_write' },
    });
    const term = (await this.terms(uow, memberId)).find((candidate) => candidate.endedOn === null);
    if (term === undefined || term.becameMemberOn > endedOn) return { refused: 'not-in-office' };
    await uow.manager.update(TermOfOffice, { authorityId: uow.authorityId, id: term.id }, { endedOn });
    this.audit.record(uow, {
      action: 'office.left',
      subject: { type: 'member', id: memberId },
      payload: { endedOn },
    });
    return { id: term.id };
  }

  async joinGroup(
    uow: UnitOfWork,
    membership: { memberId: string; groupName: string; fromOn: CivilDate },
  ): Promise<void> {
    await uow.manager.insert(GroupMembership, {
      authorityId: uow.authorityId,
      id: randomUUID(),
      ...membership,
      toOn: null,
    });
    this.audit.record(uow, {
      action: 'group.joined',
      subject: { type: 'member', id: membership.memberId },
      payload: { groupName: membership.groupName, fromOn: membership.fromOn },
    });
  }

  /**
   * Puts a member into a group from a day on, and ends what they were in until then. Refused where they joined a group on
   * that day or later. No event of its own.
   */
  async changeGroup(
    uow: UnitOfWork,
    { memberId, groupName, fromOn }: { memberId: string; groupName: string; fromOn: CivilDate },
  ): Promise<{ id: string } | { refused: 'joined-later' }> {
    const { authorityId } = uow;
    // Locked, so that of two changes at once the second one finds the first.
    await uow.manager.findOne(Member, {
      where: { authorityId, id: memberId },
      lock: { mode: 'pessimistic_write' },
    });
    const groups = await uow.manager.findBy(GroupMembership, { authorityId, memberId });
    if (groups.some((group) => group.fromOn >= fromOn)) return { refused: 'joined-later' };
    for (const { id, toOn } of groups) {
      if (toOn !== null && toOn < fromOn) continue;
      await uow.manager.update(GroupMembership, { authorityId, id }, { toOn: addDays(fromOn, -1) });
    }
    const id = randomUUID();
    await uow.manager.insert(GroupMembership, { authorityId, id, memberId, groupName, fromOn, toOn: null });
    return { id };
  }

  /** The group of each member who is in one on a day, by the member's id. */
  async groupsOn(uow: UnitOfWork, on: CivilDate): Promise<ReadonlyMap<string, string>> {
    const all = await uow.manager.findBy(GroupMembership, { authorityId: uow.authorityId });
    const current = all.filter(({ fromOn, toOn }) => fromOn <= on && (toOn === null || toOn >= on));
    return new Map(current.map(({ memberId, groupName }) => [memberId, groupName]));
  }

  async find(uow: UnitOfWork, id: string): Promise<Member | undefined> {
    return (await uow.manager.findOneBy(Member, { authorityId: uow.authorityId, id })) ?? undefined;
  }

  async list(uow: UnitOfWork): Promise<Member[]> {
    return uow.manager.find(Member, {
      where: { authorityId: uow.authorityId },
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  /** All terms of a member, or of everybody, oldest first. */
  async terms(uow: UnitOfWork, memberId?: string): Promise<TermOfOffice[]> {
    return uow.manager.find(TermOfOffice, {
      where: { authorityId: uow.authorityId, ...(memberId === undefined ? {} : { memberId }) },
      order: { becameMemberOn: 'ASC' },
    });
  }

  /** The terms of many members, in one reading: by the member, oldest first. */
  async termsOf(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string) => readonly TermOfOffice[]> {
    const terms = await uow.manager.find(TermOfOffice, {
      where: { authorityId: uow.authorityId, memberId: Any(memberIds) },
      order: { becameMemberOn: 'ASC' },
    });
    return grouped(terms, (term) => term.memberId);
  }

  /** Everybody who holds office on a day, by name. */
  async inOffice(uow: UnitOfWork, on: CivilDate): Promise<MemberInOffice[]> {
    const [members, terms] = [await this.list(uow), await this.terms(uow)];
    const current = new Map(terms.filter((term) => covers(term, on)).map((term) => [term.memberId, term]));
    return members.flatMap((member) => {
      const term = current.get(member.id);
      return term === undefined ? [] : [{ member, term }];
    });
  }
}

/** Whether a term covers a day, its first and its last one included. */
export function covers(term: Pick<TermOfOffice, 'becameMemberOn' | 'endedOn'>, on: CivilDate): boolean {
  return term.becameMemberOn <= on && (term.endedOn === null || term.endedOn >= on);
}
