import { Controller, ForbiddenException, Get, Query, Req, Res, UnauthorizedException } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, Requires, type RequestOfPerson } from '../../identity/index.js';
import { CalendarKeys } from '../../members/index.js';
import { Database } from '../../platform/database/index.js';
import { found } from '../page/index.js';
import { MyCalendar } from './my-calendar.js';

/**
 * A member's calendar as a file. A calendar program has no session: it brings the key of an address that the member
 * made. It asks every hour, so nothing is recorded of it. The key stands in no page's address, and so in no Referer.
 */
@Controller('my/calendar.ics')
export class CalendarFileController {
  constructor(
    private readonly calendar: MyCalendar,
    private readonly database: Database,
    private readonly keys: CalendarKeys,
  ) {}

  @Get()
  @Requires('anybody')
  @Audits('none')
  async file(
    @Query('key') key: unknown,
    @Req() request: RequestOfPerson,
    @Res() response: Response,
  ): Promise<void> {
    const file = key === undefined ? await this.#own(request) : await this.#byKey(key);
    if (key === undefined) response.attachment('calendar.ics');
    response.setHeader('Cache-Control', 'private, no-store');
    response.type('text/calendar; charset=utf-8').send(file);
  }

  /** Wrong, withdrawn and malformed keys are answered alike. */
  async #byKey(key: unknown): Promise<string> {
    const { authorityId, memberId } = found(await this.keys.holderOf(key));
    const actor = { kind: 'system', name: 'calendar' } as const;
    return this.database.unitOfWork({ authorityId, actor }, (uow) => this.calendar.file(uow, memberId));
  }

  /** Whoever is signed in as a member may take their own along once; it does not change by itself then. */
  async #own({ person }: RequestOfPerson): Promise<string> {
    if (person === undefined) throw new UnauthorizedException();
    const memberId = person.acting?.memberId;
    if (memberId === undefined) throw new ForbiddenException();
    return this.database.unitOfWork(actingOf(person), (uow) => this.calendar.file(uow, memberId));
  }
}
