import { Injectable, NotFoundException } from '@nestjs/common';
import { Briefings, Editions, type BriefedItem, type Briefing } from '../../briefings/index.js';
import { RelevanceAnswers } from '../../disclosures/index.js';
import { Rulebooks } from '../../authorities/index.js';
import { actingOf, type Person } from '../../identity/index.js';
import { civilDate, type NotEncoded } from '../../law/index.js';
import { covers, Members } from '../../members/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { personOf } from '../../register/index.js';
import type { DutyPanel } from '../my/duty-panel.js';
import { found } from '../page/index.js';
import { generalAdvice } from './general-advice.js';
import type { RelevanceForm } from './relevance-form.js';

/** Everything that a briefing page shows. */
export interface Shown {
  readonly kind: 'shown';
  readonly briefing: Briefing;
  readonly general: readonly DutyPanel[];
}

/** The briefings of the member who is signed in, and what they say of the items. */
@Injectable()
export class MyBriefings {
  constructor(
    private readonly briefings: Briefings,
    private readonly database: Database,
    private readonly editions: Editions,
    private readonly members: Members,
    private readonly relevance: RelevanceAnswers,
    private readonly rulebooks: Rulebooks,
  ) {}

  /** Opens a briefing and records that it was opened, with the words that were shown. */
  open(person: Person, meetingId: string): Promise<Shown | NotEncoded> {
    return this.#inUnit(person, async (uow, memberId) => {
      const briefing = await this.#briefing(uow, meetingId, memberId);
      if (briefing.kind === 'not-encoded') return briefing;
      await this.editions.record(uow, briefing, 'opened');
      return this.#shown(uow, briefing);
    });
  }

  /**
   * Records what the member says of an item and an interest, and gives undefined. Without a good answer, or when the
   * agenda was revised since the question was put, nothing is recorded and the briefing comes back as it is now.
   */
  answer(
    person: Person,
    asked: { meetingId: string; itemId: string; interestId: unknown },
    said: RelevanceForm | undefined,
  ): Promise<Shown | undefined> {
    const { meetingId, itemId, interestId } = asked;
    return this.#inUnit(person, async (uow, memberId) => {
      const briefing = await this.#briefing(uow, meetingId, memberId);
      if (briefing.kind === 'not-encoded') throw new NotFoundException();
      const { title } = itemAsked(briefing, itemId, interestId);
      if (said?.itemTitle !== title) return this.#shown(uow, briefing);
      const about = { agendaItemId: itemId, itemTitle: title, registerEntryId: said.interest };
      await this.relevance.record(uow, { memberId, ...about, answer: said.answer });
      return undefined;
    });
  }

  #inUnit<T>(person: Person, work: (uow: UnitOfWork, memberId: string) => Promise<T>): Promise<T> {
    const memberId = found(person.acting?.memberId);
    return this.database.unitOfWork(actingOf(person), (uow) => work(uow, memberId));
  }

  /** Another council's meeting, and one on whose day the person was no member, is not found. */
  async #briefing(uow: UnitOfWork, meetingId: string, memberId: string): Promise<Briefing | NotEncoded> {
    const briefing = await this.briefings.make(uow, meetingId, memberId);
    if (briefing.kind === 'not-found' || briefing.kind === 'not-in-office') throw new NotFoundException();
    return briefing;
  }

  async #shown(uow: UnitOfWork, briefing: Briefing): Promise<Shown> {
    const day = civilDate(briefing.meeting.meetsOn);
    const rulebook = await this.rulebooks.on(uow, day);
    const term = (await this.members.terms(uow, briefing.memberId)).find((one) => covers(one, day));
    const known = rulebook.kind === 'rulebook' && term !== undefined;
    const general = known ? generalAdvice(rulebook, { person: personOf(term), meetingDate: day }) : [];
    return { kind: 'shown', briefing, general };
  }
}

/**
 * The item that a question was about. It is put only about interests that are entered and may touch the item, and
 * never about a sensitive one: an answer is stored, and beside the item's title it would tell what the interest is.
 * @throws NotFoundException for any other pair
 */
function itemAsked({ items }: Briefing, itemId: string, interestId: unknown): BriefedItem['item'] {
  const briefed = items.find(({ item }) => item.id === itemId);
  const asks = briefed?.touches.some(
    ({ interest: { id, state, sensitive } }) =>
      id === interestId && state === 'entered' && sensitive === 'no',
  );
  return found(asks === true ? briefed?.item : undefined);
}
