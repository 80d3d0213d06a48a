import { Injectable } from '@nestjs/common';
import { Rulebooks } from '../authorities/index.js';
import {
  civilDate,
  rulebookFor,
  type CivilDate,
  type Finding,
  type Reason,
  type WithinDaysOf,
} from '../law/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import {
  giftFacts,
  sameDetails,
  ToldBefore,
  type Draft,
  type GiftDetails,
  type InterestDetails,
} from '../register/index.js';

/** A day by which a member has to tell of a gift that they wrote down and did not send. */
export interface GiftDuty {
  readonly reason: Reason;
  readonly days: WithinDaysOf;
  /** False where it cannot be told whether the code has it registered. */
  readonly isCertain: boolean;
}

/**
 * Gifts in what a member has begun to write and not sent. A gift of which nothing was written down here cannot be known,
 * and neither can one on the page for a single gift: what is typed there is kept nowhere until it is sent.
 */
@Injectable()
export class GiftsNotSent {
  constructor(
    private readonly rulebooks: Rulebooks,
    private readonly toldBefore: ToldBefore,
  ) {}

  /** By the code of the day on which each was received: its last days, once each. */
  async in(uow: UnitOfWork, memberId: string, draft: Draft, asAt: CivilDate): Promise<GiftDuty[]> {
    const written = (draft.answers['gifts/self']?.interests ?? []).filter(isGift);
    const received = written.filter(({ offeredOn }) => offeredOn <= asAt);
    if (received.length === 0) return [];
    const told = (await this.toldBefore.of(uow, memberId, asAt)).filter(({ fate }) => fate !== 'withdrawn');
    const adopted = await this.rulebooks.adopted(uow);
    const duties = new Map<string, GiftDuty>();
    for (const gift of received.filter((one) => !told.some(({ details }) => sameDetails(details, one)))) {
      const day = civilDate(gift.offeredOn);
      const rulebook = rulebookFor(adopted, day);
      if (rulebook.kind === 'not-encoded') continue;
      const waiting = told.flatMap(({ fate, details }) =>
        fate === null && isGift(details) ? [details] : [],
      );
      const others = [...waiting, ...written.filter((other) => other !== gift)];
      const duty = dutyBy(rulebook.gift(giftFacts(gift, others))?.clock ?? null);
      const before = duty && duties.get(duty.days.safeLastDay);
      // Of two gifts of one day, one that has to be registered for certain decides the words.
      if (duty !== undefined && before?.isCertain !== true) duties.set(duty.days.safeLastDay, duty);
    }
    return [...duties.values()];
  }
}

const isGift = (details: InterestDetails): details is GiftDetails => details.category === 'gifts';

function dutyBy(clock: Finding<WithinDaysOf | null> | null): GiftDuty | undefined {
  if (clock === null) return undefined;
  const isCertain = clock.kind !== 'cannot-tell';
  const days = isCertain ? clock.value : clock.couldBe.find((one) => one !== null);
  const [reason] = clock.reasons;
  return days == null || reason === undefined ? undefined : { days, reason, isCertain };
}
