import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Accounts } from '../../identity/index.js';
import { addDays, civilDate, type CivilDate } from '../../law/index.js';
import { ManyMembers, Members, type Member, type TermOfOffice } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, eachAtOnce, type Actor, type UnitOfWork } from '../../platform/database/index.js';
import { AuthoritySuccession, CarriedDraft } from './hand-over.entity.js';
import type { HandOver } from './successions.js';

export interface HandOverToRecord {
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
  /** The first day of the new council. */
  readonly vestingOn: CivilDate;
}

export type WhyNoHandOver =
  /** Nobody was chosen on one of the two sides. */
  | 'nothing-chosen'
  /** A council would continue itself. */
  | 'continues-itself'
  /** Several became several: what became of whom must be said one new council, or one old one, at a time. */
  | 'many-to-many'
  /** One of the predecessors has ended already. */
  | 'continued-already';

/** Somebody who was a member on a predecessor's last day, and may go on at a successor. One person, one line. */
export interface MayContinue {
  readonly name: string;
  readonly email: string | null;
  readonly standing: TermOfOffice['standing'];
  readonly votesOn: TermOfOffice['votesOn'];
  readonly group: string | null;
  /** Their ids as members of the predecessors. */
  readonly memberIds: readonly string[];
}

/** How far a hand-over is. */
export interface HandOverProgress {
  readonly handOver: HandOver;
  readonly predecessors: readonly { readonly id: string; readonly terms: number; readonly open: number }[];
  readonly successors: readonly {
    readonly id: string;
    readonly continuing: number;
    readonly interests: number;
  }[];
}

/**
 * Councils that merge or split. Nothing is moved and nothing deleted: the predecessor's register, meetings and record stay
 * where they are, its terms end on the day before, and whoever goes on becomes a member of the new council by an intake.
 */
@Injectable()
export class HandOvers {
  constructor(
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly many: ManyMembers,
    private readonly members: Members,
  ) {}

  /** Records who continues whom and ends the predecessors' terms, all of it in one transaction. */
  async record(given: HandOverToRecord, actor: Actor): Promise<{ id: string } | { refused: WhyNoHandOver }> {
    if (actor.kind !== 'person') throw new Error('Only a person records a hand-over.');
    const predecessors = [...new Set(given.predecessors)].sort();
    const successors = [...new Set(given.successors)].sort();
    if (predecessors.length === 0 || successors.length === 0) return { refused: 'nothing-chosen' };
    if (predecessors.some((id) => successors.includes(id))) return { refused: 'continues-itself' };
    if (predecessors.length > 1 && successors.length > 1) return { refused: 'many-to-many' };
    return this.#inAll([...predecessors, ...successors], actor, async (uow) => {
      // Held in one order, so that of two hand-overs at once the second one finds the first.
      await uow.manager.query('select 1 from authority where id = any ($1) order by id for update', [
        predecessors,
      ]);
      const ended = await uow.manager
        .createQueryBuilder(AuthoritySuccession, 'succession')
        .where('succession.authorityId = any (:predecessors)', { predecessors })
        .getCount();
      if (ended > 0) return { refused: 'continued-already' as const };
      const id = randomUUID();
      const vestingOn = given.vestingOn;
      const row = { handOverId: id, vestingOn, recordedAt: this.clock.now(), recordedBy: actor.accountId };
      await uow.manager.insert(
        AuthoritySuccession,
        predecessors.flatMap((authorityId) =>
          successors.map((successorId) => ({ ...row, authorityId, successorId })),
        ),
      );
      for (const authorityId of predecessors) {
        const termsEnded = await this.#endTerms(as(uow, authorityId), vestingOn);
        this.#record(uow, authorityId, 'authority.succeeded', {
          handOverId: id,
          successors,
          vestingOn,
          termsEnded,
        });
      }
      for (const authorityId of successors)
        this.#record(uow, authorityId, 'authority.continues', { handOverId: id, predecessors, vestingOn });
      return { id };
    });
  }

  /** Ends what is open at the predecessors still: terms that began after the hand-over was recorded. */
  async endOpenTerms(handOver: HandOver, actor: Actor): Promise<number> {
    const ids = handOver.predecessors.map(({ id }) => id).sort();
    return this.#inAll(ids, actor, async (uow) => {
      let all = 0;
      for (const authorityId of ids) {
        const termsEnded = await this.#endTerms(as(uow, authorityId), handOver.vestingOn);
        all += termsEnded;
        if (termsEnded > 0)
          this.#record(uow, authorityId, 'authority.terms-ended', { handOverId: handOver.id, termsEnded });
      }
      return all;
    });
  }

  async progress(handOver: HandOver, actor: Actor): Promise<HandOverProgress> {
    const ids = [...handOver.predecessors, ...handOver.successors].map(({ id }) => id);
    return this.#inAll(ids, actor, async (uow) => {
      const lastDay = addDays(handOver.vestingOn, -1);
      const terms = await eachAtOnce(
        handOver.predecessors.map(async ({ id }) => ({ id, terms: await this.members.terms(as(uow, id)) })),
      );
      const carried = await uow.manager.find(CarriedDraft);
      const from = new Set(handOver.predecessors.map(({ id }) => id));
      return {
        handOver,
        predecessors: terms.map(({ id, terms: all }) => ({
          id,
          terms: all.filter(({ endedOn }) => endedOn === lastDay).length,
          open: all.filter(({ endedOn }) => endedOn === null || endedOn > lastDay).length,
        })),
        successors: handOver.successors.map(({ id }) => {
          const ours = carried.filter((one) => one.authorityId === id && from.has(one.predecessorId));
          const continuing = new Set(ours.map(({ memberId }) => memberId)).size;
          return { id, continuing, interests: ours.reduce((sum, { interests }) => sum + interests, 0) };
        }),
      };
    });
  }

  /** Everybody who was a member of a predecessor on its last day, each person once, by name. */
  async mayContinue(handOver: HandOver, actor: Actor): Promise<MayContinue[]> {
    const emails = new Map((await this.accounts.all()).map(({ id, email }) => [id, email]));
    const ids = handOver.predecessors.map(({ id }) => id);
    const lastDay = addDays(handOver.vestingOn, -1);
    const people = await this.#inAll(ids, actor, async (uow) => {
      const all: { key: string; person: MayContinue }[] = [];
      for (const id of ids) {
        const there = as(uow, id);
        const groups = await this.members.groupsOn(there, lastDay);
        for (const { member, term } of await this.members.inOffice(there, lastDay))
          all.push(lineOf(member, term, groups, emails));
      }
      return all;
    });
    const once = new Map<string, MayContinue>();
    for (const { key, person } of people) {
      const before = once.get(key);
      const memberIds = [...(before?.memberIds ?? []), ...person.memberIds];
      once.set(key, { ...(before ?? person), memberIds });
    }
    return [...once.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  }

  /** The terms that began before the day and run on; what begins on it or later is nothing that the predecessor can have. */
  async #endTerms(uow: UnitOfWork, vestingOn: CivilDate): Promise<number> {
    const lastDay = addDays(vestingOn, -1);
    const open = (await this.members.terms(uow)).filter(
      ({ becameMemberOn, endedOn }) =>
        (endedOn === null || endedOn > lastDay) && civilDate(becameMemberOn) <= lastDay,
    );
    const ends = open.map(({ memberId }) => ({ memberId, lastDay }));
    const ended = await this.many.endTerms(uow, ends);
    await this.many.leaveSeatsAndGroups(uow, ends);
    return ended;
  }

  #record(uow: UnitOfWork, authorityId: string, action: string, payload: Record<string, unknown>): void {
    this.audit.record(as(uow, authorityId), {
      action,
      subject: { type: 'authority', id: authorityId },
      payload,
    });
  }

  async #inAll<T>(ids: readonly string[], actor: Actor, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
    const [authorityId = '', ...alsoSees] = ids;
    return this.database.unitOfWork({ authorityId, alsoSees, actor }, work);
  }
}

/**
 * The same transaction for another of the authorities that it sees. Its `beforeCommit` is a function of its own, because
 * the record keeps a list for each and must write each to the chain of its own authority.
 */
function as(uow: UnitOfWork, authorityId: string): UnitOfWork {
  return {
    ...uow,
    authorityId,
    beforeCommit: (work) => {
      uow.beforeCommit(work);
    },
  };
}

function lineOf(
  member: Member,
  { standing, votesOn }: TermOfOffice,
  groups: ReadonlyMap<string, string>,
  emails: ReadonlyMap<string, string>,
): { key: string; person: MayContinue } {
  const email = emails.get(member.accountId ?? '') ?? member.email?.toLowerCase() ?? null;
  const person = { name: member.name, email, standing, votesOn, group: groups.get(member.id) ?? null };
  return { key: member.accountId ?? member.id, person: { ...person, memberIds: [member.id] } };
}
