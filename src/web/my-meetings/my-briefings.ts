import { Injectable, NotFoundException } from '@nestjs/common';
import { Briefings, Editions, type BriefedItem, type Briefing, type Touch } from '../../briefings/index.js';
import { Interviews, RelevanceAnswers } from '../../disclosures/index.js';
import { actingOf, type Person } from '../../identity/index.js';
import { civilDate, type NotEncoded } from '../../law/index.js';
import { Advice, canBeAsked, type KnownAdvice } from '../../oversight/index.js';
import { Clock } from '../../platform/clock/index.js';
import { atOnce, Database, type UnitOfWork } from '../../platform/database/index.js';
import { personOf } from '../../register/index.js';
import type { DutyPanel } from '../my/duty-panel.js';
import { found } from '../page/index.js';
import { generalAdvice } from './general-advice.js';
import type { InterviewForm, RelevanceForm } from './relevance-form.js';

/** Everything that a briefing page shows. */
export interface Shown {
  readonly kind: 'shown';
  readonly briefing: Briefing;
  readonly general: readonly DutyPanel[];
  /** What the member asked the monitoring officer about its items. */
  readonly advice: readonly KnownAdvice[];
  /** Whether they can still ask. */
  readonly mayAsk: boolean;
}

/** What a question was put about; the interest as it was sent. */
interface Asked {
  readonly meetingId: string;
  readonly itemId: string;
  readonly interestId: unknown;
}

interface Pair {
  readonly about: { memberId: string; agendaItemId: string; itemTitle: string; interestId: string };
  readonly touch: Touch;
}

/** The briefings of the member who is signed in, and what they say of the items. */
@Injectable()
export class MyBriefings {
  constructor(
    private readonly advice: Advice,
    private readonly briefings: Briefings,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly editions: Editions,
    private readonly interviews: Interviews,
    private readonly relevance: RelevanceAnswers,
  ) {}

  /** Opens a briefing and records that it was opened, with the words that were shown. */
  open(person: Person, meetingId: string): Promise<Shown | NotEncoded> {
    return this.#inUnit(person, async (uow, memberId) => {
      const { briefing, advice } = await atOnce({
        briefing: this.#briefing(uow, meetingId, memberId),
        advice: this.advice.list(uow, { memberId, meetingId }),
      });
      if (briefing.kind === 'not-encoded') return briefing;
      await this.editions.record(uow, briefing, 'opened');
      return this.#shown(briefing, advice);
    });
  }

  /** The member's own briefing without a record that it was opened: only the meeting is shown of it. */
  async forCalendar(person: Person, meetingId: string): Promise<Briefing | undefined> {
    const briefing = await this.#inUnit(person, (uow, memberId) => this.#briefing(uow, meetingId, memberId));
    return briefing.kind === 'briefing' ? briefing : undefined;
  }

  /**
   * Records what the member says of an item and an interest, and gives undefined. Without a good answer, or when the
   * agenda was revised since the question was put, nothing is recorded and the briefing comes back as it is now.
   */
  answer(person: Person, asked: Asked, said: RelevanceForm | undefined): Promise<Shown | undefined> {
    return this.#answer(person, asked, said, async (uow, { about }, { answer, because }) => {
      const why = answer === 'not-about-it' && because?.trim() ? { because: because.trim() } : {};
      await this.relevance.record(uow, { ...about, answer, ...why });
    });
  }

  /** The same for one of the law's further questions, which is put only once the item is known to concern it. */
  interview(person: Person, asked: Asked, said: InterviewForm | undefined): Promise<Shown | undefined> {
    return this.#answer(person, asked, said, async (uow, { about, touch }, { fact, answer }) => {
      found(touch.open.forMember === fact || touch.interviewed[fact] !== undefined ? fact : undefined);
      await this.interviews.record(uow, { ...about, fact, value: answer });
    });
  }

  #answer<Form extends { interest: string; itemTitle: string }>(
    person: Person,
    { meetingId, itemId, interestId }: Asked,
    said: Form | undefined,
    record: (uow: UnitOfWork, pair: Pair, form: Form) => Promise<void>,
  ): Promise<Shown | undefined> {
    return this.#inUnit(person, async (uow, memberId) => {
      const briefing = await this.#briefing(uow, meetingId, memberId);
      if (briefing.kind === 'not-encoded') throw new NotFoundException();
      const { item, touch } = pairAsked(briefing, itemId, interestId);
      if (said?.itemTitle !== item.title)
        return this.#shown(briefing, await this.advice.list(uow, { memberId, meetingId }));
      const about = { memberId, agendaItemId: itemId, itemTitle: item.title, interestId: said.interest };
      await record(uow, { about, touch }, said);
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

  #shown(briefing: Briefing, advice: readonly KnownAdvice[]): Shown {
    const { meeting, rulebook, term, code } = briefing;
    const meetingDate = civilDate(meeting.meetsOn);
    const general = generalAdvice(rulebook, { person: personOf(term), meetingDate, code });
    return { kind: 'shown', briefing, general, advice, mayAsk: canBeAsked(meeting, this.clock.today()) };
  }
}

/**
 * The item and the interest that a question was about. It is put only about interests that may touch the item, and never
 * about a sensitive one: an answer is stored, and beside the item's title it would tell what the interest is.
 * @throws NotFoundException for any other pair
 */
function pairAsked(
  { items }: Briefing,
  itemId: string,
  interestId: unknown,
): { item: BriefedItem['item']; touch: Touch } {
  const { item, touches } = found(items.find((one) => one.item.id === itemId));
  const asked = touches.find(({ interest }) => interest.id === interestId && interest.sensitive === 'no');
  return { item, touch: found(asked) };
}
