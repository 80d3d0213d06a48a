import { Injectable } from '@nestjs/common';
import type { UnitOfWork } from '../../platform/database/index.js';
import {
  Notifications,
  Register,
  Sensitivities,
  type InterestDetails,
  type OpenedRequest,
} from '../../register/index.js';
import type { HeldBy } from '../../law/index.js';
import { found } from '../page/index.js';

/** Which of a member's interests an address is about. */
export type Asked = { readonly entryId: string } | { readonly interestId: string };

/** The addresses of an entry, and of what is notified and not entered yet. */
export const ADDRESSES = ['my/interests/:id/sensitive', 'my/interests/pending/:id/sensitive'];

/** Which one it is: an entry, unless the address says that it is pending. */
export const askedAbout = (id: string, path: string): Asked =>
  path.startsWith('/my/interests/pending/') ? { interestId: id } : { entryId: id };

export const addressOf = (asked: Asked): string =>
  'entryId' in asked
    ? `/my/interests/${asked.entryId}/sensitive`
    : `/my/interests/pending/${asked.interestId}/sensitive`;

/** One of a member's own interests, with everything that was asked and decided about it, newest first. */
export interface OwnInterest {
  readonly asked: Asked;
  readonly details: InterestDetails;
  readonly heldBy: HeldBy;
  /** In the register, or waiting to be. */
  readonly isEntered: boolean;
  /** The day on which an agreed one is looked at again. */
  readonly reviewOn: string | null;
  readonly requests: readonly OpenedRequest[];
}

/** Finds a member's own interest. Anybody else's is answered 404, as one that is not there. */
@Injectable()
export class OwnInterests {
  constructor(
    private readonly notifications: Notifications,
    private readonly register: Register,
    private readonly sensitivities: Sensitivities,
  ) {}

  async find(uow: UnitOfWork, memberId: string, asked: Asked): Promise<OwnInterest> {
    const requests = await this.sensitivities.list(uow, memberId);
    return 'entryId' in asked
      ? this.#entry(uow, memberId, asked, requests)
      : this.#pending(uow, memberId, asked, requests);
  }

  async #entry(
    uow: UnitOfWork,
    memberId: string,
    asked: { readonly entryId: string },
    requests: readonly OpenedRequest[],
  ): Promise<OwnInterest> {
    const opened = found(await this.register.find(uow, asked.entryId));
    const { entry, details } = opened;
    found(entry.memberId === memberId && entry.endedOn === null ? opened : undefined);
    return {
      ...{ asked, details, heldBy: entry.heldBy, isEntered: true, reviewOn: entry.sensitiveReviewOn },
      requests: requests.filter(({ request }) => request.registerEntryId === entry.id),
    };
  }

  async #pending(
    uow: UnitOfWork,
    memberId: string,
    asked: { readonly interestId: string },
    requests: readonly OpenedRequest[],
  ): Promise<OwnInterest> {
    const own = requests.filter(({ request }) => request.notifiedInterestId === asked.interestId);
    const interests = (await this.notifications.openedOf(uow, memberId)).flatMap((one) => one.interests);
    const told = found(interests.find(({ id, fate }) => id === asked.interestId && fate === null));
    const { details, heldBy } = told;
    const reviewOn = own[0]?.request.reviewOn ?? null;
    return { asked, details, heldBy, isEntered: false, reviewOn, requests: own };
  }
}
