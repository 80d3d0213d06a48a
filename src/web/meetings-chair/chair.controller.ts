import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Forecasts } from '../../briefings/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import { Meetings, type Meeting } from '../../meetings/index.js';
import { Seats } from '../../members/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { found, IdInAddress } from '../page/index.js';
import { chairView } from './page.js';

/** The chair's sheet: item by item who may be out, and whether it can still be decided. */
@Controller('meetings/:id/chair')
@Requires('ReadChairSheet')
export class ChairController {
  constructor(
    private readonly database: Database,
    private readonly forecasts: Forecasts,
    private readonly meetings: Meetings,
    private readonly seats: Seats,
  ) {}

  /** For the clerk and the officer of the council, and for whoever chairs the body; to other members it is not there. */
  @Get()
  @Audits('chair-sheet.opened')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const meeting = found(await this.meetings.find(uow, id));
      found((await this.#mayRead(uow, person, meeting)) ? meeting : undefined);
      return chairView(await this.forecasts.open(uow, meeting), person);
    });
    response.render('web/meetings-chair/page.njk', view);
  }

  async #mayRead(uow: UnitOfWork, person: Person, meeting: Meeting): Promise<boolean> {
    if (person.permissions.has('RecordMeeting') || person.permissions.has('ReadComplianceBoard')) return true;
    const seats = await this.seats.ofBody(uow, meeting.bodyId, civilDate(meeting.meetsOn));
    return seats.some(
      ({ role, holder }) =>
        (role === 'chairman' || role === 'vice-chairman') && holder?.memberId === person.acting?.memberId,
    );
  }
}
