import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, type CivilDate } from '../law/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import { GroupMembership, type Standing, type VotesOn } from './member.entity.js';

/** Somebody who is not a member here yet. */
export interface MemberToAdd {
  readonly name: string;
  readonly email: string | null;
  readonly accountId: string | null;
  readonly source: string | null;
  readonly externalId: string | null;
}

/** What is learnt of a member who is here. Null leaves what is known as it is. */
export interface MemberToComplete {
  readonly memberId: string;
  readonly email: string | null;
  readonly accountId: string | null;
  readonly source: string | null;
  readonly externalId: string | null;
}

export interface TermToBegin {
  readonly memberId: string;
  readonly standing: Standing;
  readonly votesOn: VotesOn;
  readonly becameMemberOn: CivilDate;
  readonly pollingDay: CivilDate | null;
}

/**
 * The same as `Members` does, of hundreds of members in one statement each. No events of its own: whoever takes many in
 * records one for all. What may not be (a second term on one day, a second member of one account) the database refuses,
 * and with it the whole transaction.
 */
@Injectable()
export class ManyMembers {
  /** @returns their ids, in the order given */
  async add(uow: UnitOfWork, members: readonly MemberToAdd[]): Promise<string[]> {
    const ids = members.map(() => randomUUID());
    await uow.manager.query(
      `insert into member (authority_id, id, account_id, name, email, source, external_id)
       select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])`,
      [
        uow.authorityId,
        ids,
        members.map(({ accountId }) => accountId),
        members.map(({ name }) => name.trim()),
        members.map(({ email }) => email),
        members.map(({ source }) => source),
        members.map(({ externalId }) => externalId),
      ],
    );
    return ids;
  }

  /** Fills in what was not known of members: an address, an account, as whom another system knows them. */
  async complete(uow: UnitOfWork, members: readonly MemberToComplete[]): Promise<void> {
    if (members.length === 0) return;
    await uow.manager.query(
      `update member m set email = coalesce(m.email, given.email), account_id = coalesce(m.account_id, given.account_id),
         source = coalesce(m.source, given.source), external_id = coalesce(m.external_id, given.external_id)
       from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[])
         as given (id, email, account_id, source, external_id)
       where m.authority_id = $1 and m.id = given.id`,
      [
        uow.authorityId,
        members.map(({ memberId }) => memberId),
        members.map(({ email }) => email),
        members.map(({ accountId }) => accountId),
        members.map(({ source }) => source),
        members.map(({ externalId }) => externalId),
      ],
    );
  }

  /** @returns the ids of the terms, in the order given */
  async beginTerms(uow: UnitOfWork, terms: readonly TermToBegin[]): Promise<string[]> {
    const ids = terms.map(() => randomUUID());
    await uow.manager.query(
      `insert into term_of_office (authority_id, id, member_id, standing, votes_on, became_member_on, polling_day, ended_on)
       select $1, *, null from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::date[])`,
      [
        uow.authorityId,
        ids,
        terms.map(({ memberId }) => memberId),
        terms.map(({ standing }) => standing),
        terms.map(({ votesOn }) => votesOn),
        terms.map(({ becameMemberOn }) => becameMemberOn),
        terms.map(({ pollingDay }) => pollingDay),
      ],
    );
    return ids;
  }

  /**
   * Ends the terms of members that run on after a day, also those that were to end later; each last day is the last one
   * on which the person is a member under that term.
   */
  async endTerms(
    uow: UnitOfWork,
    ends: readonly { readonly memberId: string; readonly lastDay: CivilDate }[],
  ): Promise<number> {
    if (ends.length === 0) return 0;
    const [, ended] = await uow.manager.query<[unknown, number]>(
      `update term_of_office t set ended_on = given.last_day
       from unnest($2::uuid[], $3::date[]) as given (member_id, last_day)
       where t.authority_id = $1 and t.member_id = given.member_id and t.became_member_on <= given.last_day
         and (t.ended_on is null or t.ended_on > given.last_day)`,
      [uow.authorityId, ends.map(({ memberId }) => memberId), ends.map(({ lastDay }) => lastDay)],
    );
    return ended;
  }

  /** Ends the seats and groups of those who leave: who leaves the council leaves its bodies too. */
  async leaveSeatsAndGroups(
    uow: UnitOfWork,
    ends: readonly { readonly memberId: string; readonly lastDay: CivilDate }[],
  ): Promise<void> {
    if (ends.length === 0) return;
    const given = [uow.authorityId, ends.map(({ memberId }) => memberId), ends.map(({ lastDay }) => lastDay)];
    for (const table of ['seat_holding', 'group_membership']) {
      await uow.manager.query(
        `update ${table} held set to_on = given.last_day
         from unnest($2::uuid[], $3::date[]) as given (member_id, last_day)
         where held.authority_id = $1 and held.member_id = given.member_id and held.from_on <= given.last_day
           and (held.to_on is null or held.to_on > given.last_day)`,
        given,
      );
    }
  }

  /** The groups that each member is, was or will be in, by the member's id. */
  async groups(uow: UnitOfWork): Promise<(memberId: string) => readonly GroupMembership[]> {
    const { authorityId } = uow;
    const all = await uow.manager.find(GroupMembership, { where: { authorityId }, order: { fromOn: 'ASC' } });
    return grouped(all, ({ memberId }) => memberId);
  }

  /** Puts members into groups from a day on, and ends what they were in until then. */
  async joinGroups(
    uow: UnitOfWork,
    groups: readonly { readonly memberId: string; readonly groupName: string; readonly fromOn: CivilDate }[],
  ): Promise<void> {
    if (groups.length === 0) return;
    const members = groups.map(({ memberId }) => memberId);
    await uow.manager.query(
      `update group_membership g set to_on = given.last_day
       from unnest($2::uuid[], $3::date[]) as given (member_id, last_day)
       where g.authority_id = $1 and g.member_id = given.member_id and g.from_on <= given.last_day
         and (g.to_on is null or g.to_on > given.last_day)`,
      [uow.authorityId, members, groups.map(({ fromOn }) => addDays(fromOn, -1))],
    );
    await uow.manager.query(
      `insert into group_membership (authority_id, id, member_id, group_name, from_on, to_on)
       select $1, *, null from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[])`,
      [
        uow.authorityId,
        groups.map(() => randomUUID()),
        members,
        groups.map(({ groupName }) => groupName),
        groups.map(({ fromOn }) => fromOn),
      ],
    );
  }
}
