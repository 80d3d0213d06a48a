import { Injectable } from '@nestjs/common';
import { Associations, KnownInterests, type Association, type KnownInterest } from '../disclosures/index.js';
import { atOnce, type UnitOfWork } from '../platform/database/index.js';
import { namesAndAddresses } from '../register/index.js';
import { associationAsInterest } from './association.facts.js';
import type { HeldInterest } from './touches.js';

/** Everything that a member's meetings are held against. */
@Injectable()
export class HeldInterests {
  constructor(
    private readonly associations: Associations,
    private readonly known: KnownInterests,
  ) {}

  /**
   * What the register holds of the member, what waits to be entered, and the list that they keep for themselves. An end
   * that waits leaves the entry standing, and a change both what was and what is: whoever reads a briefing is warned of
   * too much rather than too little. Of many members in one reading; opened when a member is asked about, with the code
   * in force on the day, which says what an association is called. What cannot be opened fails for its member alone.
   */
  async ofMembers(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string, code: string | undefined) => HeldInterest[]> {
    const { known, ownLists } = await atOnce({
      known: this.known.ofMembers(uow, memberIds),
      ownLists: this.associations.listOf(uow, memberIds),
    });
    return (memberId, code) => [
      ...known(memberId).map(toldOf),
      ...ownLists(memberId).map((association) => onOwnList(association, code)),
    ];
  }
}

function toldOf({ details, asLaw, ...briefed }: KnownInterest): HeldInterest {
  const { category, description } = briefed;
  return { briefed, words: { text: description, category, ...namesAndAddresses(details) }, asLaw };
}

/** 'your family: Jo Bloggs (sister)': for the eyes of the member alone. */
function onOwnList(association: Association, code: string | undefined): HeldInterest {
  const { id, kind, name, otherNames, connection } = association;
  const tie = connection === '' ? '' : ` (${connection})`;
  return {
    briefed: {
      ...{ id, knownAs: [id], category: null, heldBy: 'self', state: 'own-list', sensitive: 'no' },
      description: `${WHOSE[kind]}: ${name}${tie}`,
    },
    words: { text: name, category: kind, names: [name, ...otherNames] },
    asLaw: associationAsInterest(association, code),
  };
}

const WHOSE: Readonly<Record<Association['kind'], string>> = {
  family: 'your family',
  'close-associate': 'your close associate',
  body: 'a body that you are associated with',
};
