import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any, ILike, type FindOptionsWhere } from 'typeorm';
import { Audit } from '../../audit/index.js';
import { Meetings, type AgendaItem, type Meeting } from '../../meetings/index.js';
import { Member } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import { grouped, type UnitOfWork } from '../../platform/database/index.js';
import { Sealer } from '../../platform/sealing/index.js';
import { Register } from '../../register/index.js';
import { AdviceAnswer, AdviceQuestion, type AnsweredWords } from './advice.entity.js';

/** A question with its answers, the words of which stay sealed until they are asked for. */
export interface KnownAdvice {
  readonly question: AdviceQuestion;
  /** The first answer first; the last one stands. */
  readonly answers: readonly AdviceAnswer[];
  /**
   * The member says that it is about a sensitive interest, or has or had one that is sensitive or kept back. Then only
   * the member and those who may read sensitive details read the words, or for which item it was asked.
   */
  readonly sensitive: boolean;
}

/** Everything that was said, for whoever may read it. */
export interface OpenedAdvice extends KnownAdvice {
  readonly asked: string;
  readonly answered: readonly (AnsweredWords & { readonly answer: AdviceAnswer })[];
}

export interface AdviceFilter {
  readonly memberId?: string | undefined;
  readonly meetingId?: string | undefined;
  /** Words of the item's title. */
  readonly item?: string | undefined;
}

/** What members asked the monitoring officer about items, and what was answered. It stays with the item. */
@Injectable()
export class Advice {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly meetings: Meetings,
    private readonly register: Register,
    private readonly sealer: Sealer,
  ) {}

  /** An item of a confirmed meeting that is not over, on which advice can be asked; undefined for any other. */
  async itemOf(
    uow: UnitOfWork,
    meetingId: string,
    itemId: string,
  ): Promise<{ meeting: Meeting; item: AgendaItem } | undefined> {
    const meeting = await this.meetings.find(uow, meetingId);
    if (meeting === undefined) return undefined;
    const item = (await this.meetings.items(uow, meetingId)).find(({ id }) => id === itemId);
    return item && { meeting, item };
  }

  /** The member asks. A meeting that is over or cancelled is asked about no more. */
  async ask(
    uow: UnitOfWork,
    memberId: string,
    asked: {
      readonly meetingId: string;
      readonly itemId: string;
      readonly question: string;
      readonly saysSensitive: boolean;
    },
  ): Promise<{ id: string } | { refused: 'not-found' | 'over' }> {
    const at = await this.itemOf(uow, asked.meetingId, asked.itemId);
    if (at === undefined) return { refused: 'not-found' };
    if (!canBeAsked(at.meeting, this.clock.today())) return { refused: 'over' };
    const { authorityId } = uow;
    const id = randomUUID();
    await uow.manager.insert(AdviceQuestion, {
      ...{ authorityId, id, memberId, meetingId: at.meeting.id, agendaItemId: at.item.id },
      ...{ itemTitle: at.item.title, saysSensitive: asked.saysSensitive },
      details: this.sealer.seal(asked.question, ownerOf('advice_question', { authorityId, id })),
      ...{ askedAt: this.clock.now(), askedBy: accountOf(uow) },
    });
    // For which item it was asked would tell, beside a sensitive interest, what that is.
    this.audit.record(uow, {
      action: 'advice.asked',
      subject: { type: 'advice', id },
      payload: { memberId, meetingId: at.meeting.id },
    });
    return { id };
  }

  /**
   * The officer answers; an answer to what was answered already puts it right. Nobody advises themselves.
   * @param seen how many answers there were when the officer opened the page: of two who answer at once, one is refused
   */
  async answer(
    uow: UnitOfWork,
    questionId: string,
    words: AnsweredWords,
    seen: number,
  ): Promise<{ id: string } | { refused: 'not-found' | 'own-question' | 'answered-meanwhile' }> {
    const { authorityId } = uow;
    const question = await uow.manager.findOneBy(AdviceQuestion, { authorityId, id: questionId });
    if (question === null) return { refused: 'not-found' };
    if (await this.isOwn(uow, question)) return { refused: 'own-question' };
    // A number that no page gave would leave a gap between the editions.
    const answers = await uow.manager.countBy(AdviceAnswer, { authorityId, questionId });
    if (seen > answers) return { refused: 'answered-meanwhile' };
    const id = randomUUID();
    // A page that saw fewer answers than there are finds the number of its edition taken.
    const inserted = await uow.manager
      .createQueryBuilder()
      .insert()
      .into(AdviceAnswer)
      .values({
        ...{ authorityId, id, questionId, edition: seen + 1 },
        details: this.sealer.seal(words, ownerOf('advice_answer', { authorityId, id })),
        ...{ answeredAt: this.clock.now(), answeredBy: accountOf(uow) },
      })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return { refused: 'answered-meanwhile' };
    this.audit.record(uow, {
      action: seen === 0 ? 'advice.answered' : 'advice.corrected',
      subject: { type: 'advice', id: questionId },
      payload: { memberId: question.memberId, edition: seen + 1, addsTheLaw: words.lawSays.length > 0 },
    });
    return { id };
  }

  /** Whether whoever acts is the member who asked. */
  async isOwn(uow: UnitOfWork, { memberId }: Pick<AdviceQuestion, 'memberId'>): Promise<boolean> {
    const { authorityId, manager } = uow;
    return manager.existsBy(Member, { authorityId, id: memberId, accountId: accountOf(uow) });
  }

  /** Every question that fits, the oldest first. */
  async list(uow: UnitOfWork, { memberId, meetingId, item }: AdviceFilter = {}): Promise<KnownAdvice[]> {
    const where: FindOptionsWhere<AdviceQuestion> = {
      authorityId: uow.authorityId,
      ...(memberId !== undefined && { memberId }),
      ...(meetingId !== undefined && { meetingId }),
      ...(item !== undefined && { itemTitle: ILike(`%${item.replace(/[\\%_]/g, '\\$&')}%`) }),
    };
    return this.#known(uow, await uow.manager.find(AdviceQuestion, { where, order: { position: 'ASC' } }));
  }

  async find(uow: UnitOfWork, id: string): Promise<KnownAdvice | undefined> {
    const found = await uow.manager.findBy(AdviceQuestion, { authorityId: uow.authorityId, id });
    return (await this.#known(uow, found))[0];
  }

  /** Opens the words. Whether whoever asks may read them is decided before: see `mayReadWords`. */
  open(known: KnownAdvice): OpenedAdvice {
    const asked = this.sealer.open(known.question.details, ownerOf('advice_question', known.question));
    return {
      ...known,
      asked: asked as string,
      answered: known.answers.map((answer) => ({
        ...(this.sealer.open(answer.details, ownerOf('advice_answer', answer)) as AnsweredWords),
        answer,
      })),
    };
  }

  async #known(uow: UnitOfWork, questions: readonly AdviceQuestion[]): Promise<KnownAdvice[]> {
    if (questions.length === 0) return [];
    const { authorityId } = uow;
    const questionId = Any(questions.map(({ id }) => id));
    const answers = await uow.manager.find(AdviceAnswer, {
      where: { authorityId, questionId },
      order: { edition: 'ASC' },
    });
    const answersOf = grouped(answers, (answer) => answer.questionId);
    const sensitive = new Map<string, boolean>();
    for (const { memberId } of questions) {
      if (!sensitive.has(memberId)) sensitive.set(memberId, await this.register.hasWithheld(uow, memberId));
    }
    return questions.map((question) => ({
      ...{ question, answers: answersOf(question.id) },
      sensitive: question.saysSensitive || sensitive.get(question.memberId) === true,
    }));
  }
}

/** Until the end of its day: a member may ask on the way in. */
export function canBeAsked({ status, meetsOn }: Pick<Meeting, 'status' | 'meetsOn'>, today: string): boolean {
  return status === 'confirmed' && meetsOn >= today;
}

function accountOf({ actor }: UnitOfWork): string {
  if (actor.kind !== 'person') throw new Error('Only a person asks for advice or gives it.');
  return actor.accountId;
}

const ownerOf = (table: string, { authorityId, id }: { authorityId: string; id: string }) => ({
  authorityId,
  row: `${table}:${id}`,
});
