import { Injectable } from '@nestjs/common';
import { KnownInterests, type DisclosedHolder, type DisclosedKind } from '../../disclosures/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';

/** Which interest a clerk heard of, where the member said only that there is one. */
@Injectable()
export class HeardInterests {
  constructor(private readonly known: KnownInterests) {}

  /**
   * The one interest of a member that is withheld and fits what was heard. With none or several it stays open which one
   * was meant; the clerk is told of neither.
   */
  async withheldAs(
    uow: UnitOfWork,
    memberId: string,
    heard: { readonly kind: DisclosedKind; readonly heldBy: DisclosedHolder },
  ): Promise<string | undefined> {
    const fitting = (await this.known.of(uow, memberId)).filter(
      ({ sensitive, heldBy, asLaw }) =>
        sensitive !== 'no' && heldBy === heard.heldBy && asLaw.kind === heard.kind,
    );
    return fitting.length === 1 ? fitting[0]?.id : undefined;
  }
}
