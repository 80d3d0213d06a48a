import { Injectable } from '@nestjs/common';
import type { HeldBy, MeetingInterest, RegisterCategory } from '../law/index.js';
import { atOnce, type UnitOfWork } from '../platform/database/index.js';
import {
  describeInterest,
  meetingInterest,
  namesAndAddresses,
  Notifications,
  Register,
  sameDetails,
  Sensitivities,
  type InterestDetails,
  type OpenedEntry,
  type OpenedInterest,
  type Sensitivity,
} from '../register/index.js';

/** An interest that a member has told the monitoring officer of, as they can declare it. */
export interface KnownInterest {
  /** The entry, or the notified interest that waits to be one. */
  readonly id: string;
  /** The ids under which it was or will be known: what is pending becomes an entry, and an entry has versions. */
  readonly knownAs: readonly string[];
  readonly category: RegisterCategory;
  readonly heldBy: HeldBy;
  readonly state: 'entered' | 'pending';
  readonly sensitive: Sensitivity;
  /** In one line, for the member’s own eyes. */
  readonly description: string;
  readonly details: InterestDetails;
  readonly asLaw: MeetingInterest;
  /** Names and addresses in it: whoever must not read it must not read these in other words either. */
  readonly names: readonly string[];
}

/** Everything that a member can declare by pointing to it: what is registered, and what waits to be. */
@Injectable()
export class KnownInterests {
  constructor(
    private readonly notifications: Notifications,
    private readonly register: Register,
    private readonly sensitivities: Sensitivities,
  ) {}

  async of(uow: UnitOfWork, memberId: string): Promise<KnownInterest[]> {
    return (await this.ofMembers(uow, [memberId]))(memberId);
  }

  /**
   * The same of many members, in one reading. Opened when a member is asked about: what fails then is theirs alone.
   * @param entered what the register holds of each today, where whoever asks has it already
   */
  async ofMembers(
    uow: UnitOfWork,
    memberIds: readonly string[],
    entered?: (memberId: string) => readonly OpenedEntry[],
  ): Promise<(memberId: string) => KnownInterest[]> {
    const { current, waiting, standing } = await atOnce({
      current: entered === undefined ? this.register.currentOf(uow, memberIds) : Promise.resolve(entered),
      waiting: this.notifications.waitingOf(uow, memberIds),
      standing: this.sensitivities.standings(uow, memberIds),
    });
    return (memberId) => {
      // A gift is an event, which no meeting asks after.
      const held = current(memberId).filter(({ entry }) => entry.category !== 'gifts');
      const notEntered = waiting(memberId).filter(
        ({ category, act, ...told }) =>
          category !== 'gifts' && act !== 'end' && !held.some((one) => isSame(one, told)),
      );
      return [
        ...held.map(asEntered),
        ...notEntered.map((told) => asPending(told, standing(memberId, told).is)),
      ];
    };
  }

  /** One of them by any of its ids. */
  async find(uow: UnitOfWork, memberId: string, id: string): Promise<KnownInterest | undefined> {
    return (await this.of(uow, memberId)).find(({ knownAs }) => knownAs.includes(id));
  }
}

const isSame = ({ entry, details }: OpenedEntry, told: Pick<OpenedInterest, 'heldBy' | 'details'>): boolean =>
  entry.heldBy === told.heldBy && sameDetails(details, told.details);

function asEntered({ entry, details }: OpenedEntry): KnownInterest {
  const knownAs = [...new Set([entry.id, entry.thingId, entry.notifiedInterestId])];
  return known({ ...entry, knownAs }, 'entered', details);
}

function asPending(told: OpenedInterest, sensitive: Sensitivity): KnownInterest {
  return known({ ...told, sensitive, knownAs: [told.id] }, 'pending', told.details);
}

type Row = Pick<KnownInterest, 'id' | 'knownAs' | 'category' | 'heldBy' | 'sensitive'>;

function known(row: Row, state: KnownInterest['state'], details: InterestDetails): KnownInterest {
  const { id, knownAs, category, heldBy, sensitive } = row;
  const { names, addresses } = namesAndAddresses(details);
  return {
    ...{ id, knownAs, category, heldBy, state, sensitive },
    description: describeInterest(details),
    details,
    asLaw: meetingInterest({ category, heldBy, sensitive }, state),
    names: [...names, ...addresses],
  };
}
