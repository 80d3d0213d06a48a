import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { meetingAsCalendar } from '../../briefings/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { validateForm, type FormResult } from '../form/index.js';
import { found, IdInAddress } from '../page/index.js';
import { MyBriefings, type Shown } from './my-briefings.js';
import { briefingView, notEncodedView } from './page.js';
import { badAnswer, idOf } from './questions.js';
import { InterviewForm, RelevanceForm } from './relevance-form.js';

const PAGE = 'web/my-meetings/page.njk';

/** A member's own briefing before a meeting. */
@Controller('my/meetings/:id')
@Requires('ReadOwnBriefings')
export class MyMeetingsController {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly mine: MyBriefings,
  ) {}

  @Get()
  @Audits('briefing.opened')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('answered') answered: unknown,
    @Query('ask') ask: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const shown = await this.mine.open(person, id);
    if (shown.kind === 'shown') response.render(PAGE, briefingView(shown, { says: { answered, ask } }));
    else response.render('web/my-meetings/not-encoded.njk', notEncodedView(shown));
  }

  /** The meeting for a calendar; it says nothing of interests. */
  @Get('calendar.ics')
  @Audits('none')
  async calendar(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const briefing = found(await this.mine.forCalendar(person, id));
    const file = meetingAsCalendar(briefing, {
      address: `${this.config.publicUrl}/my/meetings/${id}`,
      sequence: briefing.meeting.changes,
      stampedAt: this.clock.now(),
    });
    response.attachment('meeting.ics').type('text/calendar; charset=utf-8').send(file);
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
    this.#shown(response, { meetingId, itemId, form, refused });
  }

  /** One of the law's further questions about an item and an interest. */
  @Post('items/:item/interview')
  @Audits('interview.answered')
  async interview(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @IdInAddress('item') itemId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(InterviewForm, body);
    const asked = { meetingId, itemId, interestId: form.words.interest };
    const refused = await this.mine.interview(person, asked, form.ok ? form.value : undefined);
    this.#shown(response, { meetingId, itemId, form, refused });
  }

  #shown(
    response: Response,
    of: { meetingId: string; itemId: string; form: FormResult<object>; refused: Shown | undefined },
  ): void {
    const { meetingId, itemId, form, refused } = of;
    const answered = idOf({ itemId, interestId: String(form.words.interest) });
    if (refused === undefined) {
      response.redirect(303, `/my/meetings/${meetingId}?answered=${answered}#item-${itemId}`);
      return;
    }
    const view = briefingView(refused, { bad: badAnswer(itemId, form) });
    response.status(form.ok ? 409 : 400).render(PAGE, view);
  }
}
