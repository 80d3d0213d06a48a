import { Injectable } from '@nestjs/common';
import { Authorities, Bodies, type Authority, type Body } from '../../authorities/index.js';
import { DispensationDecisions, Dispensations, type OpenedDispensation } from '../../dispensations/index.js';
import type { Person } from '../../identity/index.js';
import { Members } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Naming, type NamesOf } from '../my-dispensations/index.js';
import { found } from '../page/index.js';

/** One request, with what a page about it needs. */
export interface KnownOfOne {
  readonly one: OpenedDispensation;
  readonly memberName: string;
  readonly names: NamesOf;
  readonly authority: Authority;
  readonly bodies: readonly Body[];
  /** May whoever reads decide on it? A parish’s are its clerk’s to record. */
  readonly mayDecide: boolean;
  /** Whoever reads has asked for it themselves: then somebody else decides. */
  readonly isOwn: boolean;
  /** Others that wait and were asked for the same matter, in their members’ own names. */
  readonly batch: readonly { readonly id: string; readonly memberName: string }[];
}

/** Gathers what the officer’s pages show. */
@Injectable()
export class KnownDispensations {
  constructor(
    private readonly authorities: Authorities,
    private readonly bodies: Bodies,
    private readonly decisions: DispensationDecisions,
    private readonly dispensations: Dispensations,
    private readonly members: Members,
    private readonly naming: Naming,
  ) {}

  async memberNames(uow: UnitOfWork): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.members.list(uow)).map(({ id, name }) => [id, name]));
  }

  /** Whether this person may decide here, by their permission and by whose council it is. */
  async mayDecide(uow: UnitOfWork, person: Person): Promise<boolean> {
    return person.permissions.has('GrantDispensation') && (await this.decisions.mayDecide(uow));
  }

  /** Those that whoever reads has not asked for themselves. */
  async notOwn(uow: UnitOfWork, all: readonly OpenedDispensation[]): Promise<OpenedDispensation[]> {
    const others: OpenedDispensation[] = [];
    for (const one of all) if (!(await this.decisions.isOwn(uow, one.request))) others.push(one);
    return others;
  }

  async of(uow: UnitOfWork, person: Person, id: string): Promise<KnownOfOne> {
    const all = await this.dispensations.list(uow);
    const one = found(all.find(({ request }) => request.id === id));
    const memberNames = await this.memberNames(uow);
    const nameOf = (memberId: string): string => memberNames.get(memberId) ?? 'A former member';
    const { batchId } = one.request;
    const isOwn = await this.decisions.isOwn(uow, one.request);
    const alike = await this.notOwn(
      uow,
      all.filter(
        ({ state, request }) =>
          batchId !== null && state === 'waiting' && request.batchId === batchId && request.id !== id,
      ),
    );
    return {
      ...{ one, memberName: nameOf(one.request.memberId) },
      names: await this.naming.of(uow, [one.request.agendaItemId]),
      authority: await this.authorities.get(uow),
      bodies: await this.bodies.list(uow),
      mayDecide: !isOwn && (await this.mayDecide(uow, person)),
      isOwn,
      batch: alike.map(({ request }) => ({ id: request.id, memberName: nameOf(request.memberId) })),
    };
  }
}
