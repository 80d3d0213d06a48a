import { Injectable } from '@nestjs/common';
import type { HeldBy, MeetingInterest, RegisterCategory } from '../law/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import {
  describeInterest,
  meetingInterest,
  namesAndAddresses,
  Notifications,
  Register,
  sameDetails,
  Sensitivities,
  type InterestDetails,
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
    const current = (await this.register.current(uow, memberId)).filter(
      ({ entry }) => entry.category !== 'gifts',
    );
    const entered = current.map(({ entry, details }) =>
      known(
        { ...entry, knownAs: [...new Set([entry.id, entry.thingId, entry.notifiedInterestId])] },
        'entered',
        details,
      ),
    );
    const waiting: KnownInterest[] = [];
    for (const interest of await this.#notEntered(uow, memberId)) {
      const isEntered = current.some(
        ({ entry, details }) => entry.heldBy === interest.heldBy && sameDetails(details, interest.details),
      );
      if (isEntered) continue;
      const { is: sensitive } = await this.sensitivities.of(uow, memberId, interest);
      waiting.push(known({ ...interest, sensitive, knownAs: [interest.id] }, 'pending', interest.details));
    }
    return [...entered, ...waiting];
  }

  /** One of them by any of its ids. */
  async find(uow: UnitOfWork, memberId: string, id: string): Promise<KnownInterest | undefined> {
    return (await this.of(uow, memberId)).find(({ knownAs }) => knownAs.includes(id));
  }

  async #notEntered(uow: UnitOfWork, memberId: string): Promise<OpenedInterest[]> {
    const pending = (await this.notifications.list(uow, memberId)).filter(
      ({ enteredAt }) => enteredAt === null,
    );
    const interests: OpenedInterest[] = [];
    for (const { id } of pending) {
      const opened = await this.notifications.open(uow, id);
      // A gift is an event, which no meeting asks after. What was entered or taken back waits no more.
      interests.push(
        ...(opened?.interests ?? []).filter(
          ({ category, act, fate }) => category !== 'gifts' && act !== 'end' && fate === null,
        ),
      );
    }
    return interests;
  }
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
