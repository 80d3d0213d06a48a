import { Controller, Get, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { CalendarKeys } from '../../members/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { AsMember } from '../my-interests/index.js';
import { addressView, calendarView } from './page.js';

/** The address of a member's calendar: whether one stands, a new one, and its end. */
@Controller('my/calendar')
@Requires('ReadOwnBriefings')
export class CalendarController {
  constructor(
    private readonly asMember: AsMember,
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: CalendarKeys,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const standing = await this.asMember.do(person, (uow, memberId) => this.keys.standing(uow, memberId));
    response.render('web/my-calendar/page.njk', calendarView(person, standing, done));
  }

  /**
   * Answers with the address itself and does not lead on to another page: to show it there, it would have to be kept
   * until then in words that open the calendar. Sent again by a reload, the form makes another address.
   */
  @Post()
  @HttpCode(200)
  @Audits('calendar-key.made')
  async make(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const { key } = await this.asMember.do(person, (uow, memberId) => this.keys.make(uow, memberId));
    const address = `${this.config.publicUrl}/my/calendar.ics?key=${key}`;
    response.render('web/my-calendar/address.njk', addressView(address));
  }

  /** Where none stands any more, what was asked for is so. */
  @Post('withdraw')
  @Audits('calendar-key.withdrawn')
  async withdraw(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    await this.asMember.do(person, (uow, memberId) => this.keys.withdraw(uow, memberId));
    response.redirect(303, '/my/calendar?done=withdrawn');
  }
}
