import { Injectable } from '@nestjs/common';
import { Rulebooks } from '../../../authorities/index.js';
import type { CivilDate } from '../../../law/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import {
  Notifications,
  type GiftDetails,
  type InterestDetails,
  type Notification,
} from '../../../register/index.js';
import { lawSays, type LawSays } from '../../notify-interests/law-says.js';
import type { WhatIsTold } from '../told/what-is-told.js';
import { clockAfter, clockBefore, judgedOn, type ClockWords } from './clock.js';

/** What the law and the council's code make of one interest that is told. */
export interface LawOnIt {
  /** Must it be registered? Undefined where nothing has such a thing registered, or it is told that it ended. */
  readonly answer: LawSays | undefined;
  /** Undefined where no day is asked for, because it need not be registered. */
  readonly clock: ClockWords | undefined;
}

/** Asks the law about what a member tells: before they send it, and for the receipt. */
@Injectable()
export class Laws {
  constructor(
    private readonly notifications: Notifications,
    private readonly rulebooks: Rulebooks,
  ) {}

  /**
   * @param told.day the day of receipt, or today before it is sent
   * @param told.sent whether it was received: then it was in time, or not
   */
  async on(
    uow: UnitOfWork,
    what: WhatIsTold,
    told: { readonly day: CivilDate; readonly sent: boolean; readonly otherGifts: readonly GiftDetails[] },
  ): Promise<LawOnIt> {
    const { day, sent, otherGifts } = told;
    const { details, heldBy, act } = what;
    const rulebook = await this.rulebooks.on(uow, judgedOn(details, day));
    if (rulebook.kind === 'not-encoded') return { answer: undefined, clock: undefined };
    const answer = act === 'end' ? undefined : lawSays({ rulebook, today: day }, heldBy, details, otherGifts);
    const clocked = { ...what, otherGifts };
    const clock = sent ? clockAfter(clocked, rulebook, day) : clockBefore(clocked, rulebook, day);
    return {
      answer: sent ? asReceipt(answer, details) : answer,
      clock: answer?.verdict === 'need-not' && act !== 'correct' ? undefined : clock,
    };
  }

  /**
   * The gifts that the member had told of before one notification and that were not in the register when it was received;
   * without a notification, as it is now.
   */
  async otherGifts(uow: UnitOfWork, memberId: string, before?: Notification): Promise<GiftDetails[]> {
    const told = await this.notifications.list(uow, memberId);
    const earlier =
      before === undefined
        ? told
        : told.slice(
            0,
            told.findIndex(({ id }) => id === before.id),
          );
    const waited = earlier.filter(
      ({ enteredAt }) => enteredAt === null || (before !== undefined && enteredAt > before.receivedAt),
    );
    const interests = (await this.notifications.openEach(uow, waited)).flatMap((one) => one.interests);
    return interests.flatMap(({ fate, details }) =>
      fate !== 'withdrawn' && details.category === 'gifts' ? [details] : [],
    );
  }
}

/** The answer on a gift says by when to register it; on its receipt that is over. */
const asReceipt = (answer: LawSays | undefined, { category }: InterestDetails): LawSays | undefined =>
  answer && category === 'gifts' ? { ...answer, because: [] } : answer;
