import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies } from '../../authorities/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import { Attendance, Meetings } from '../../meetings/index.js';
import { covers, Members, Seats } from '../../members/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { dayAndDateInWords, timeInWords } from '../../wording/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../form/index.js';
import { found, IdInAddress } from '../page/index.js';
import { AttendingForm, attendingView } from './page.js';

const PAGE = 'web/my-attending/page.njk';

/** A member says whether they will attend a meeting: of a body on which they sit, or of any other. */
@Controller('my/meetings/:id/attending')
@Requires('ReadOwnBriefings')
export class AttendingController {
  constructor(
    private readonly attendance: Attendance,
    private readonly bodies: Bodies,
    private readonly database: Database,
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly seats: Seats,
  ) {}

  @Get()
  @Audits('none')
  async ask(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    response.render(PAGE, await this.#view(person, id));
  }

  @Post()
  @Audits('attendance.said')
  async say(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(AttendingForm, body);
    if (!form.ok) {
      response.status(400).render(PAGE, await this.#view(person, meetingId, refusedForm(form)));
      return;
    }
    const memberId = found(person.acting?.memberId);
    const attends = form.value.attends === 'yes';
    const result = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.attendance.says(uow, { meetingId, memberId, attends }),
    );
    if ('refused' in result && result.refused === 'cancelled-meeting') {
      throw new Refusal(409, 'This meeting is cancelled. Nothing was saved.');
    }
    found('refused' in result ? undefined : result.id);
    response.redirect(303, `/my/meetings/${meetingId}`);
  }

  #view(person: Person, meetingId: string, refused?: FormState): Promise<object> {
    const memberId = found(person.acting?.memberId);
    return this.database.unitOfWork(actingOf(person), async (uow) => {
      const meeting = found(await this.meetings.find(uow, meetingId));
      const day = civilDate(meeting.meetsOn);
      // Who is no member on the day has nothing to say, as they have no briefing.
      found((await this.members.terms(uow, memberId)).find((term) => covers(term, day)));
      const body = found(await this.bodies.find(uow, meeting.bodyId));
      return attendingView({
        meetingId,
        meeting: `${body.name}, ${dayAndDateInWords(day)}, ${timeInWords(meeting.startsAt)}`,
        hasSeat: (await this.seats.bodiesOf(uow, memberId, day)).includes(meeting.bodyId),
        form: refused ?? blankForm(await this.#words(uow, meetingId, memberId)),
      });
    });
  }

  async #words(uow: UnitOfWork, meetingId: string, memberId: string): Promise<Record<string, string>> {
    const latest = await this.attendance.latestOf(uow, meetingId, memberId);
    return latest === undefined ? {} : { attends: latest.attends ? 'yes' : 'no' };
  }
}
