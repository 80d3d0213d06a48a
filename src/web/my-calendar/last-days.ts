import { Injectable } from '@nestjs/common';
import { Dispensations } from '../../dispensations/index.js';
import { AfterDisclosure, ByTheCode, Duties, GiftsNotSent, isOpen } from '../../duties/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import { covers, Members } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Drafts } from '../../register/index.js';
import { MyRegister } from '../my-interests/index.js';

/** The last day of something that the member should do, or that ends. */
export interface LastDay {
  /** The duty and its subject. */
  readonly id: string;
  readonly lastDay: CivilDate;
  /** In general terms: no interest, no item and no heading of the register. */
  readonly title: string;
  /** The page that says more. */
  readonly path: `/${string}`;
}

/**
 * The last days that a member's calendar shows: of what they owe as at today, and what will end. What is done, or no
 * longer owed, is in it no more, and a program that asks again takes it away. Who holds no office has none.
 */
@Injectable()
export class LastDays {
  constructor(
    private readonly afterDisclosure: AfterDisclosure,
    private readonly byTheCode: ByTheCode,
    private readonly clock: Clock,
    private readonly dispensations: Dispensations,
    private readonly drafts: Drafts,
    private readonly duties: Duties,
    private readonly giftsNotSent: GiftsNotSent,
    private readonly members: Members,
    private readonly mine: MyRegister,
  ) {}

  async ofMember(uow: UnitOfWork, memberId: string): Promise<LastDay[]> {
    const today = this.clock.today();
    const terms = await this.members.terms(uow, memberId);
    if (!terms.some((term) => covers(term, today))) return [];
    return [
      ...(await this.#ofTakingOffice(uow, memberId)),
      ...(await this.#afterDisclosures(uow, memberId)),
      ...(await this.#ofTheCode(uow, memberId, today)),
      ...(await this.#ofConfirming(uow, memberId)),
      ...(await this.#ofDispensations(uow, memberId, today)),
    ];
  }

  async #ofTakingOffice(uow: UnitOfWork, memberId: string): Promise<LastDay[]> {
    const duty = await this.duties.ofMember(uow, memberId);
    if (duty === undefined || 'kind' in duty || !isOpen(duty.state) || duty.answer.clock === null) return [];
    const { lastDay } = duty.answer.clock;
    return [
      {
        id: `taking-office-${duty.term.id}`,
        lastDay,
        title: 'Last day to register your interests',
        path: '/my',
      },
    ];
  }

  async #afterDisclosures(uow: UnitOfWork, memberId: string): Promise<LastDay[]> {
    const duties = await this.afterDisclosure.ofMember(uow, memberId);
    return duties
      .filter(({ state }) => isOpen(state))
      .map(({ firstId, lastDay }) => ({
        ...{ id: `after-disclosure-${firstId}`, lastDay, path: '/my' },
        title: 'Last day to notify the monitoring officer',
      }));
  }

  /**
   * By the days of the council's code, and the safe ones of them. Gifts are those that the member wrote down and did not
   * send: their days are called as all the others are, because nobody who looks at a calendar needs to know of them.
   */
  async #ofTheCode(uow: UnitOfWork, memberId: string, today: CivilDate): Promise<LastDay[]> {
    const onTakingOffice = await this.byTheCode.onTakingOffice(uow, today);
    const declared = await this.byTheCode.declaredBy(uow, memberId, today);
    const { draft } = await this.drafts.find(uow, { memberId, channel: 'web' });
    const gifts = await this.giftsNotSent.in(uow, memberId, draft, today);
    const owed = [
      ...onTakingOffice.filter((duty) => duty.memberId === memberId),
      ...declared,
      ...gifts.map(({ days }) => ({ about: `${memberId}-${days.safeLastDay}`, days })),
    ];
    return owed.map(({ about, days: { safeLastDay } }) => ({
      ...{ id: `by-the-code-${about}`, lastDay: safeLastDay, path: '/my' },
      title: 'Last day by your council’s code to notify the monitoring officer',
    }));
  }

  /** Long before the page asks for it too: a calendar looks ahead. */
  async #ofConfirming(uow: UnitOfWork, memberId: string): Promise<LastDay[]> {
    const { confirmation: due } = await this.mine.standing(uow, memberId);
    if (due === undefined) return [];
    const title = 'Last day to confirm your register entry';
    return [{ id: `confirming-${memberId}`, lastDay: due.lastDay, title, path: '/my/interests' }];
  }

  async #ofDispensations(uow: UnitOfWork, memberId: string, today: CivilDate): Promise<LastDay[]> {
    return (await this.dispensations.ofMember(uow, memberId)).flatMap(({ state, request, decision }) => {
      const lastDay = decision?.toOn ?? null;
      if (state !== 'granted' || lastDay === null || lastDay < today) return [];
      const title = 'Last day of a dispensation';
      const path = `/my/dispensations/${request.id}` as const;
      return [{ id: `dispensation-${request.id}`, lastDay: civilDate(lastDay), title, path }];
    });
  }
}
