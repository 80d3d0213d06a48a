import { Body, Controller, Get, Inject, NotFoundException, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Escalating, LetterSending } from '../../../oversight/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { CONFIG, type Config } from '../../../platform/config/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
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
import { addressOf, KnownLadders, type KnownLadder } from '../known.js';
import { DAY_OF_POSTING_MISSING, keptWords, statusOf, whyNot } from '../refusals.js';
import { checkView, firstWords, howSent, LetterForm, letterView, LONGEST } from './page.js';

const PAGE = 'web/officer-escalation/letter/page.njk';
const CHECK = 'web/officer-escalation/letter/check.njk';

/** What is posted, with the letter that it makes where it was sent by e-mail. */
type Answered = Answer & { readonly letterId?: string };

/** The officer writes to a member: from the facts, changed as they like, looked at, and then sent and kept as sent. */
@Controller('officer/escalations/:member/:duty/letter')
@Requires('EscalateDuty')
export class LetterController {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly escalating: Escalating,
    private readonly known: KnownLadders,
    private readonly sending: LetterSending,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('duty') subject: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const known = await this.known.open(uow, memberId, subject);
      const facts = await this.known.letterFacts(uow, known.duty);
      const on = { publicUrl: this.config.publicUrl, today: this.clock.today() };
      return letterView(known, blankForm(firstWords(facts, known, on)));
    });
    response.render(PAGE, view);
  }

  @Post()
  @Audits('escalation.letter-written')
  async write(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('duty') subject: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const acting = actingOf(person);
    const answer = await this.database.unitOfWork(acting, (uow) =>
      this.#answer(uow, memberId, subject, body),
    );
    // Only once it is committed: the worker reads the row.
    if (answer.letterId !== undefined) await this.sending.handOn(acting.authorityId, answer.letterId);
    send(response, answer);
  }

  async #answer(uow: UnitOfWork, memberId: string, subject: string, body: unknown): Promise<Answered> {
    const known = await this.known.of(uow, memberId, subject);
    const options = { today: this.clock.today(), longest: LONGEST };
    const form = validateForm(LetterForm, body, options);
    if (!form.ok) return again(known, 400, refusedForm(form));
    const { value, words } = form;
    if (value.step === 'change') return again(known, 200, blankForm(words));
    const how = howSent(value);
    if (how === undefined) return refused(known, 400, DAY_OF_POSTING_MISSING, words);
    const on = { memberId, subject, seen: Number(value.seen) };
    const result =
      value.step === 'send'
        ? await this.escalating.letter(uow, on, { subject: value.subject, text: value.text }, how)
        : await this.escalating.whyNotSent(uow, on, how);
    if (result === undefined) return { status: 200, page: CHECK, view: checkView(known, value, words) };
    if ('id' in result) {
      const location = `${addressOf(known.ladder)}?done=${how.by}`;
      return how.by === 'mail' ? { location, letterId: result.id } : { location };
    }
    if (result.refused === 'not-found') throw new NotFoundException();
    return refused(known, statusOf(result.refused), whyNot(result.refused), words);
  }
}

const again = (known: KnownLadder, status: 200 | 400 | 409, form: FormState): Answer => ({
  ...{ status, page: PAGE, view: letterView(known, form) },
});

const refused = (known: KnownLadder, status: 400 | 409, error: FormError, words: Words): Answer =>
  again(known, status, refusedForm({ errors: [error], words: keptWords(words, status) }));
