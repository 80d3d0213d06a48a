import { Injectable } from '@nestjs/common';
import { Authorities } from '../../authorities/index.js';
import { FirstSignIns, type Account } from '../../identity/index.js';
import { ManyMembers, Member, Members } from '../../members/index.js';
import { grouped, type UnitOfWork } from '../../platform/database/index.js';
import { Successions } from '../hand-over/index.js';
import type { IntakeProblem, IntakeRow } from './intake-row.js';
import { planCouncil, type CouncilPlan, type KnownAtCouncil } from './plan.js';
import { inOrder } from './read-intake.js';
import type { Continued, KnownAccount } from './same-person.js';

/** What a file comes to today, council by council in the order of their names. */
export interface Planned {
  readonly plans: readonly CouncilPlan[];
  readonly problems: readonly IntakeProblem[];
}

/** Holds a file's rows against who is known. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly authorities: Authorities,
    private readonly firstSignIns: FirstSignIns,
    private readonly many: ManyMembers,
    private readonly members: Members,
    private readonly successions: Successions,
  ) {}

  /** The authorities that a plan for these rows reads: the councils in the file, and those that they continue. */
  async concerned(rows: readonly IntakeRow[]): Promise<string[]> {
    const councils = new Set(rows.map(({ authorityId }) => authorityId));
    const handOvers = rows.some(({ continues }) => continues.length > 0) ? await this.successions.list() : [];
    const continued = handOvers
      .filter(({ successors }) => successors.some(({ id }) => councils.has(id)))
      .flatMap(({ predecessors }) => predecessors.map(({ id }) => id));
    return [...new Set([...councils, ...continued])];
  }

  /** The plan of the councils in these rows, in a unit of work that sees all that are concerned. */
  async plan(uow: UnitOfWork, rows: readonly IntakeRow[], wholeCouncil: boolean): Promise<Planned> {
    const ofCouncil = grouped(rows, ({ authorityId }) => authorityId);
    const councils = (await this.authorities.all()).filter(({ id }) => ofCouncil(id).length > 0);
    const continued = await this.continued(uow, rows);
    const named = rows.flatMap(({ email }) => (email === null ? [] : [email]));
    const accounts = (await this.firstSignIns.known(uow, named)).map(known);
    const planned: { plan: CouncilPlan; problems: readonly IntakeProblem[] }[] = [];
    for (const council of councils) {
      const there = await this.#knownAt({ ...uow, authorityId: council.id }, accounts, continued);
      planned.push(planCouncil(council, ofCouncil(council.id), there, wholeCouncil));
    }
    const problems = planned.flatMap((one) => one.problems);
    return { plans: planned.map(({ plan }) => plan), problems: inOrder(problems) };
  }

  async #knownAt(
    uow: UnitOfWork,
    accounts: readonly KnownAccount[],
    continued: ReadonlyMap<string, Continued>,
  ): Promise<KnownAtCouncil> {
    const members = await this.members.list(uow);
    const ids = members.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]));
    const theirs = (await this.firstSignIns.withIds(uow, ids)).map(known);
    const once = new Map([...accounts, ...theirs].map((account) => [account.id, account]));
    return {
      members,
      terms: await this.members.terms(uow),
      groupsOf: await this.many.groups(uow),
      accounts: [...once.values()],
      continued,
    };
  }

  /** Those whom the rows name in the column `continues`, as far as there was a hand-over. */
  async continued(uow: UnitOfWork, rows: readonly IntakeRow[]): Promise<Map<string, Continued>> {
    const ids = [...new Set(rows.flatMap(({ continues }) => continues))];
    if (ids.length === 0) return new Map();
    const handOvers = await this.successions.list();
    const successorsOf = (authorityId: string): string[] =>
      handOvers
        .filter(({ predecessors }) => predecessors.some(({ id }) => id === authorityId))
        .flatMap(({ successors }) => successors.map(({ id }) => id));
    const members = await uow.manager
      .createQueryBuilder(Member, 'member')
      .where('member.id = any (:ids)', { ids })
      .getMany();
    return new Map(
      members.map(({ id: memberId, authorityId, accountId, name }) => [
        memberId,
        { memberId, authorityId, accountId, name, successors: successorsOf(authorityId) },
      ]),
    );
  }
}

const known = ({ id, email, name, disabledAt }: Account): KnownAccount => ({
  ...{ id, email, name },
  isDisabled: disabledAt !== null,
});
