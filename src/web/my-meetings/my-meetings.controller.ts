import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { validateForm } from '../form/index.js';
import { IdInAddress } from '../page/index.js';
import { MyBriefings } from './my-briefings.js';
import { badAnswer, briefingView, idOf, notEncodedView } from './page.js';
import { RelevanceForm } from './relevance-form.js';

const PAGE = 'web/my-meetings/page.njk';

/** A member's own briefing before a meeting. */
@Controller('my/meetings/:id')
@Requires('ReadOwnBriefings')
export class MyMeetingsController {
  constructor(private readonly mine: MyBriefings) {}

  @Get()
  @Audits('briefing.opened')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('answered') answered: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const shown = await this.mine.open(person, id);
    if (shown.kind === 'shown') response.render(PAGE, briefingView(shown, undefined, answered));
    else response.render('web/my-meetings/not-encoded.njk', notEncodedView(shown));
  }

  /** Whether an item is about an interest, as the member says. */
  @Post('items/:item/relevance')
  @Audits('relevance.answered')
  async answer(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @IdInAddress('item') itemId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(RelevanceForm, body);
    const asked = { meetingId, itemId, interestId: form.words.interest };
    const refused = await this.mine.answer(person, asked, form.ok ? form.value : undefined);
    const answered = idOf({ itemId, interestId: String(form.words.interest) });
    if (refused === undefined) response.redirect(303, `/my/meetings/${meetingId}?answered=${answered}`);
    else response.status(form.ok ? 409 : 400).render(PAGE, briefingView(refused, badAnswer(itemId, form)));
  }
}
