import { Body, Controller, Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import type { Asked } from '../../law/index.js';
import { anyPage } from './any/page.js';
import { questionKey } from './draft.js';
import { interestPage } from './interest/page.js';
import { listPage } from './list/page.js';
import { Notifying } from './notifying.js';
import { partnerPage } from './partner/page.js';
import type { QuestionPage } from './question-page.js';
import { removePage } from './remove/page.js';

/** What an address of the journey names. */
interface InAddress {
  readonly category: string;
  readonly heldBy: string;
  readonly step?: string;
  readonly number?: string;
}

/**
 * The questions of the journey. A draft is the member's own until they send it: saving it records no audit event.
 */
@Controller('my/interests/notify')
@Requires('NotifyOwnInterests')
@Audits('none')
export class NotifyQuestionsController {
  constructor(private readonly notifying: Notifying) {}

  @Get('partner')
  showPartner(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    return this.notifying.show(partnerPage, person, response);
  }

  @Post('partner')
  answerPartner(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    return this.notifying.answer(partnerPage, person, body, response);
  }

  @Get([':category/:heldBy', ':category/:heldBy/:step', ':category/:heldBy/:number/:step'])
  async show(
    @CurrentPerson() person: Person,
    @Param() address: InAddress,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.#pageAt(address, person);
    await this.notifying.show(page, person, response);
  }

  @Post([':category/:heldBy', ':category/:heldBy/:step', ':category/:heldBy/:number/:step'])
  async answer(
    @CurrentPerson() person: Person,
    @Param() address: InAddress,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.#pageAt(address, person);
    await this.notifying.answer(page, person, body, response);
  }

  /** Only what today's law asks is a page; anything else in the address is not found. */
  async #pageAt(address: InAddress, person: Person): Promise<QuestionPage<object>> {
    const { required } = await this.notifying.openFor(person);
    const asked = required
      .flatMap(({ category, asksPartner }): Asked[] => [
        { category, heldBy: 'self' },
        ...(asksPartner ? [{ category, heldBy: 'partner' } as const] : []),
      ])
      .find((one) => questionKey(one) === `${address.category}/${address.heldBy}`);
    const page = asked && pageOfStep(asked, address);
    if (page === undefined) throw new NotFoundException();
    return page;
  }
}

function pageOfStep(asked: Asked, { step, number }: InAddress): QuestionPage<object> | undefined {
  if (number === undefined) {
    if (step === undefined) return anyPage(asked);
    if (step === 'add') return interestPage(asked);
    return step === 'list' ? listPage(asked) : undefined;
  }
  if (!/^[1-9]\d{0,2}$/.test(number)) return undefined;
  if (step === 'change') return interestPage(asked, Number(number));
  return step === 'remove' ? removePage(asked, Number(number)) : undefined;
}
