import { Controller, Get, NotFoundException, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Escalating, LetterSending, StepRows, type RecordedStep } from '../../../oversight/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { addressOf, KnownLadders, type KnownLadder } from '../known.js';
import { rungView } from './page.js';

const PAGE = 'web/officer-escalation/rung/page.njk';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const WHY_NOT_AGAIN = {
  closed: 'This has closed by itself meanwhile. There is nothing more to send',
  'own-duty': 'This duty is your own. Another officer must do this',
  'stepped-aside': 'You have left this member’s register to another officer, who must do this',
  'not-failed': 'This letter did not fail, so it is not sent again',
  'no-mail-address': 'The member has no e-mail address. Send a letter by post, or add an address first',
  'bad-mail-address':
    'The e-mail address of the member cannot be used. Correct it first, or send a letter by post',
} as const;

/** One step with its words, as they were: to read, to print and to download. */
@Controller('officer/escalations/:member/:duty/rungs/:rung')
@Requires('EscalateDuty')
export class RungController {
  constructor(
    private readonly database: Database,
    private readonly escalating: Escalating,
    private readonly known: KnownLadders,
    private readonly rows: StepRows,
    private readonly sending: LetterSending,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('duty') subject: string,
    @IdInAddress('rung') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { known, step } = await this.#open(person, { memberId, subject, id });
    response.render(PAGE, rungView(known, step, this.rows.words(step.row)));
  }

  @Get('document.docx')
  @Audits('none')
  async docx(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('duty') subject: string,
    @IdInAddress('rung') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { step } = await this.#open(person, { memberId, subject, id });
    const words = this.rows.words(step.row);
    // A note of what was said is no document.
    found(words.subject === '' ? undefined : words);
    // The library of Word documents is large: it is loaded when the first is made.
    const { wordsAsDocx } = await import('./as-docx.js');
    const content = await wordsAsDocx(words, person.acting?.authorityName ?? '');
    response.attachment(`${step.step}-${step.happenedOn}.docx`).type(DOCX).send(content);
  }

  @Post('try-again')
  @Audits('escalation.letter-tried-again')
  async tryAgain(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('duty') subject: string,
    @IdInAddress('rung') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const acting = actingOf(person);
    const { known, step } = await this.#open(person, { memberId, subject, id });
    const result = await this.database.unitOfWork(acting, (uow) =>
      this.escalating.tryAgain(uow, memberId, id),
    );
    if ('id' in result) {
      await this.sending.handOn(acting.authorityId, id);
      response.redirect(303, `${addressOf(known.ladder)}?done=again`);
      return;
    }
    if (result.refused === 'not-found') throw new NotFoundException();
    const view = rungView(known, step, this.rows.words(step.row), WHY_NOT_AGAIN[result.refused]);
    response.status(result.refused.endsWith('address') ? 400 : 409).render(PAGE, view);
  }

  #open(
    person: Person,
    { memberId, subject, id }: { memberId: string; subject: string; id: string },
  ): Promise<{ known: KnownLadder; step: RecordedStep }> {
    return this.database.unitOfWork(actingOf(person), async (uow: UnitOfWork) => {
      const known = await this.known.of(uow, memberId, subject);
      return { known, step: found(known.ladder.steps.find(({ row }) => row.id === id)) };
    });
  }
}
