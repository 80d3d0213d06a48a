import { Injectable } from '@nestjs/common';
import { Authorities, type ListedAuthority } from '../../authorities/index.js';
import { FirstSignIns, type Account } from '../../identity/index.js';
import { ManyMembers, Member, Members } from '../../members/index.js';
import { grouped, type UnitOfWork } from '../../platform/database/index.js';
import { Successions, type HandOver } from '../hand-over/index.js';
import type { IntakeProblem, IntakeRow } from './intake-row.js';
import { planCouncil, type CouncilPlan, type KnownAtCouncil } from './plan.js';
import { inOrder } from './read-intake.js';
import type { Continued, KnownAccount } from './same-person.js';

/** What a file comes to today, council by council in the order of their names. */
export interface Planned {
  readonly plans: readonly CouncilPlan[];
  readonly problems: readonly IntakeProblem[];
  /** By their ids, those whom the rows name in the column `continues`, as far as there was a hand-over. */
  readonly continued: ReadonlyMap<string, Continued>;
}

/**
 * Of the installation, what a plan stands on. It is read before the unit of work in which the plan is made: within that a
 * second connection would be asked for, and whoever holds one waits for ever when all are held so.
 */
export interface Concerned {
  /** The councils in the file, and those that they continue. */
  readonly authorityIds: readonly string[];
  /** The councils in the file, by name. */
  readonly councils: readonly ListedAuthority[];
  readonly handOvers: readonly HandOver[];
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

  /** Before the unit of work that sees these authorities: two readings of the installation. */
  async concerned(rows: readonly IntakeRow[]): Promise<Concerned> {
    const inFile = new Set(rows.map(({ authorityId }) => authorityId));
    const councils = (await this.authorities.all()).filter(({ id }) => inFile.has(id));
    const handOvers = rows.some(({ continues }) => continues.length > 0) ? await this.successions.list() : [];
    const continued = handOvers
      .filter(({ successors }) => successors.some(({ id }) => inFile.has(id)))
      .flatMap(({ predecessors }) => predecessors.map(({ id }) => id));
    return { authorityIds: [...new Set([...inFile, ...continued])], councils, handOvers };
  }

  /** The plan of the councils in these rows, in a unit of work that sees all that are concerned. */
  async plan(
    uow: UnitOfWork,
    rows: readonly IntakeRow[],
    concerned: Concerned,
    wholeCouncil: boolean,
  ): Promise<Planned> {
    const ofCouncil = grouped(rows, ({ authorityId }) => authorityId);
    const continued = await this.#continued(uow, rows, concerned);
    const named = rows.flatMap(({ email }) => (email === null ? [] : [email]));
    const accounts = (await this.firstSignIns.known(uow, named)).map(known);
    const planned: { plan: CouncilPlan; problems: readonly IntakeProblem[] }[] = [];
    for (const council of concerned.councils) {
      const there = await this.#knownAt({ ...uow, authorityId: council.id }, accounts, continued);
      planned.push(planCouncil(council, ofCouncil(council.id), there, wholeCouncil));
    }
    const problems = planned.flatMap((one) => one.problems);
    return { plans: planned.map(({ plan }) => plan), problems: inOrder(problems), continued };
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

  async #continued(
    uow: UnitOfWork,
    rows: readonly IntakeRow[],
    { handOvers }: Concerned,
  ): Promise<Map<string, Continued>> {
    const ids = [...new Set(rows.flatMap(({ continues }) => continues))];
    if (ids.length === 0) return new Map();
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
