import { Injectable } from '@nestjs/common';
import { Authorities } from '../../authorities/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Addresses } from './addresses.js';

/** Where an officer of one authority reads on. */
export interface PagesOfAuthority {
  readonly of: (path: `/officer/${string}`) => string;
  /** The parish of which an officer is told; undefined for any other authority. */
  readonly parish: string | undefined;
}

/**
 * Addresses of officers’ pages. Whoever answers for a parish acts for the principal authority on most days, where the
 * parish’s pages are not found: so a link about a parish leads there by the choice of the council.
 */
@Injectable()
export class OfficerPages {
  constructor(
    private readonly addresses: Addresses,
    private readonly authorities: Authorities,
  ) {}

  async in(uow: UnitOfWork): Promise<PagesOfAuthority> {
    const { kind, name } = await this.authorities.get(uow);
    if (kind !== 'parish') return { of: (path) => this.addresses.of(path), parish: undefined };
    return {
      of: (path) => this.addresses.of(`/choose-authority?returnTo=${encodeURIComponent(path)}`),
      parish: name,
    };
  }
}
