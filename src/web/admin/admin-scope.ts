import { Injectable } from '@nestjs/common';
import { Authorities, type ListedAuthority } from '../../authorities/index.js';
import type { Person } from '../../identity/index.js';
import { Database, INSTALLATION, type Actor, type UnitOfWork } from '../../platform/database/index.js';
import { found } from '../page/index.js';

/** An administrator works on any authority, whichever they act for themselves: the one whose page it is. */
@Injectable()
export class AdminScope {
  constructor(
    private readonly authorities: Authorities,
    private readonly database: Database,
  ) {}

  /** The authority that an address names. Throws what is answered 404 where there is none. */
  async authority(slug: string): Promise<ListedAuthority> {
    return found((await this.authorities.all()).find((authority) => authority.slug === slug));
  }

  /** A unit of work for the authority, in the administrator’s own name. */
  async inUnit<T>(authorityId: string, person: Person, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
    return this.database.unitOfWork({ authorityId, actor: actorOf(person) }, work);
  }

  /** A unit of work that sees every authority, to read what one person is at all of them. */
  async inUnitOfAll<T>(
    authorities: readonly ListedAuthority[],
    person: Person,
    work: (uow: UnitOfWork) => Promise<T>,
  ): Promise<T> {
    const alsoSees = authorities.map(({ id }) => id);
    return this.database.unitOfWork({ authorityId: INSTALLATION, alsoSees, actor: actorOf(person) }, work);
  }
}

/** The administrator, as whoever did it. */
export function actorOf(person: Person): Actor {
  return { kind: 'person', accountId: person.accountId };
}
