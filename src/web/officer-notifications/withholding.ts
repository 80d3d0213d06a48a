import { Injectable } from '@nestjs/common';
import type { Person } from '../../identity/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import {
  mayBeTheSame,
  Notifications,
  Register,
  Sensitivities,
  type OpenedEntry,
  type OpenedInterest,
} from '../../register/index.js';

/** What is shown in the place of details that the reader may not see. */
export const DETAILS_WITHHELD = 'Details withheld: sensitive';

/** What one reader may not be shown of one member. */
export interface Withheld {
  interest(interest: Pick<OpenedInterest, 'details'>): boolean;
  entry(opened: OpenedEntry): boolean;
  /** Words that people wrote freely, and scans: they may name what is sensitive. */
  readonly words: boolean;
}

export const NOTHING_WITHHELD: Withheld = { interest: () => false, entry: () => false, words: false };

/** Keeps what is sensitive, or asked to be, from officers who may not read it. */
@Injectable()
export class Withholding {
  constructor(
    private readonly notifications: Notifications,
    private readonly register: Register,
    private readonly sensitivities: Sensitivities,
  ) {}

  async from(uow: UnitOfWork, person: Person, memberId: string): Promise<Withheld> {
    if (person.permissions.has('ReadSensitiveDetails')) return NOTHING_WITHHELD;
    const keptBack = await this.sensitivities.keptBack(uow, memberId);
    const asked = await this.#askedWhilePending(uow, memberId);
    return {
      // It may be told again, in other words: so the whole of its category, or whatever names the same.
      interest: ({ details }) =>
        keptBack(details) || asked.some((other) => mayBeTheSame(details, other.details)),
      // What is in the register and not sensitive is on the public page today. What has ended may have become so since.
      entry: ({ entry, details }) =>
        entry.sensitive !== 'no' || (entry.endedOn !== null && keptBack(details)),
      words: asked.length > 0 || (await this.register.hasWithheld(uow, memberId)),
    };
  }

  /** The member's interests that are not entered yet and are asked to be treated as sensitive. */
  async #askedWhilePending(uow: UnitOfWork, memberId: string): Promise<OpenedInterest[]> {
    const ids = await this.sensitivities.askedWhilePending(uow);
    if (ids.size === 0) return [];
    const interests = (await this.notifications.openedOf(uow, memberId)).flatMap((one) => one.interests);
    return interests.filter(({ id }) => ids.has(id));
  }
}
