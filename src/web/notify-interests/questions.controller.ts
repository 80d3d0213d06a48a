import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Notifying } from './notifying.js';
import { partnerPage } from './partner/page.js';
import type { QuestionPage } from './question-page.js';
import { pageAt, QUESTION_ADDRESSES, type InAddress } from './question-pages.js';

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
    return this.notifying.show(partnerPage, this.notifying.ofMember(person), response);
  }

  @Post('partner')
  answerPartner(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    return this.notifying.answer(partnerPage, this.notifying.ofMember(person), body, response);
  }

  @Get(QUESTION_ADDRESSES)
  async show(
    @CurrentPerson() person: Person,
    @Param() address: InAddress,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.#pageAt(address, person);
    await this.notifying.show(page, this.notifying.ofMember(person), response);
  }

  @Post(QUESTION_ADDRESSES)
  async answer(
    @CurrentPerson() person: Person,
    @Param() address: InAddress,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.#pageAt(address, person);
    await this.notifying.answer(page, this.notifying.ofMember(person), body, response);
  }

  async #pageAt(address: InAddress, person: Person): Promise<QuestionPage<object>> {
    const { required } = await this.notifying.openFor(this.notifying.ofMember(person));
    return pageAt(required, address);
  }
}
