import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Notifying } from '../notify-interests/notifying.js';
import { partnerPage } from '../notify-interests/partner/page.js';
import { pageAt, QUESTION_ADDRESSES, type InAddress } from '../notify-interests/question-pages.js';
import { IdInAddress } from '../page/index.js';
import { PaperForms } from './paper-forms.js';

/** The questions of the member's journey, answered by an officer from a form on paper. Saving is no event yet. */
@Controller('officer/members/:member/paper')
@Requires('EnterNotification')
@Audits('none')
export class PaperQuestionsController {
  constructor(
    private readonly notifying: Notifying,
    private readonly papers: PaperForms,
  ) {}

  @Get('partner')
  async showPartner(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.notifying.show(partnerPage, await this.papers.filling(person, memberId), response);
  }

  @Post('partner')
  async answerPartner(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.notifying.answer(partnerPage, await this.papers.filling(person, memberId), body, response);
  }

  @Get(QUESTION_ADDRESSES)
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Param() address: InAddress,
    @Res() response: Response,
  ): Promise<void> {
    const filling = await this.papers.filling(person, memberId);
    const { required } = await this.notifying.openFor(filling);
    await this.notifying.show(pageAt(required, address), filling, response);
  }

  @Post(QUESTION_ADDRESSES)
  async answer(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Param() address: InAddress,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const filling = await this.papers.filling(person, memberId);
    const { required } = await this.notifying.openFor(filling);
    await this.notifying.answer(pageAt(required, address), filling, body, response);
  }
}
