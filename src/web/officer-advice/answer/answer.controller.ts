import { Body, Controller, ForbiddenException, Get, NotFoundException, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Advice, LawSays, TellingMember } from '../../../oversight/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import {
  blankForm,
  refusedForm,
  validateForm,
  type FormError,
  type FormState,
  type Words,
} from '../../form/index.js';
import { send, type Answer } from '../../my-dispensations/index.js';
import { IdInAddress } from '../../page/index.js';
import { KnownQuestions, type KnownOfQuestion } from '../known.js';
import { AnswerForm, answerView, LONGEST } from './page.js';

const PAGE = 'web/officer-advice/answer/page.njk';

const ANSWERED_MEANWHILE: FormError = {
  ...{ field: 'text', href: '#text' },
  text: 'Somebody has answered since you opened this page. Read their answer below. What you send now corrects it',
};

const OWN_QUESTION = 'You asked this question yourself. Leave the answer to another officer.';

/** What is posted, with the answer that it makes. */
type Answered = Answer & { readonly answerId?: string };

/** The officer answers a member's question, or puts an answer right. Nothing that was said is ever changed. */
@Controller('officer/advice/:question/answer')
@Requires('GiveAdvice')
export class AnswerController {
  constructor(
    private readonly advice: Advice,
    private readonly database: Database,
    private readonly known: KnownQuestions,
    private readonly law: LawSays,
    private readonly telling: TellingMember,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('question') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const answer = await this.database.unitOfWork(actingOf(person), async (uow) =>
      this.#page(uow, person, await this.#readable(uow, person, id), 200, blankForm()),
    );
    send(response, answer);
  }

  @Post()
  @Audits('advice.answered')
  async answer(
    @CurrentPerson() person: Person,
    @IdInAddress('question') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const acting = actingOf(person);
    const form = validateForm(AnswerForm, body, { longest: LONGEST });
    const answer = await this.database.unitOfWork(acting, async (uow): Promise<Answered> => {
      const one = await this.#readable(uow, person, id);
      if (!form.ok) return this.#page(uow, person, one, 400, refusedForm(form));
      const { text, addLaw, seen } = form.value;
      const lawSays = addLaw === 'yes' ? await this.#lawSays(uow, person, one) : [];
      const result = await this.advice.answer(uow, id, { text, lawSays }, Number(seen));
      if ('id' in result) return { location: `/officer/advice/${id}?done=answered`, answerId: result.id };
      if (result.refused === 'own-question') throw new Refusal(403, OWN_QUESTION);
      if (result.refused === 'not-found') throw new NotFoundException();
      const again = refusedForm({ errors: [ANSWERED_MEANWHILE], words: withoutSeen(form.words) });
      return this.#page(uow, person, await this.#readable(uow, person, id), 409, again);
    });
    // Only once it is committed: the worker reads the row.
    if (answer.answerId !== undefined) await this.telling.handOn(acting.authorityId, answer.answerId);
    send(response, answer);
  }

  /** @throws ForbiddenException for an officer who may not read what was asked, Refusal for one who asked it */
  async #readable(uow: UnitOfWork, person: Person, id: string): Promise<KnownOfQuestion> {
    const one = await this.known.of(uow, person, id);
    if (!one.mayRead) throw new ForbiddenException();
    if (one.isOwn) throw new Refusal(403, OWN_QUESTION);
    return one;
  }

  async #page(
    uow: UnitOfWork,
    person: Person,
    one: KnownOfQuestion,
    status: 200 | 400 | 409,
    form: FormState,
  ): Promise<Answer> {
    const lawSays = await this.#lawSays(uow, person, one);
    return { status, page: PAGE, view: answerView(one, this.advice.open(one.known), lawSays, form) };
  }

  #lawSays(uow: UnitOfWork, person: Person, { known }: KnownOfQuestion): Promise<string[]> {
    return this.law.of(uow, known.question, person.permissions.has('ReadSensitiveDetails'));
  }
}

/** The page has been read again, and so counts the answers again. */
const withoutSeen = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).filter(([name]) => name !== 'seen'));
