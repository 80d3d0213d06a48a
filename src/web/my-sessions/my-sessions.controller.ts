import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  Audits,
  CurrentPerson,
  Requires,
  Sessions,
  type Person,
  type RequestOfPerson,
} from '../../identity/index.js';
import { mySessionsView } from './page.js';

/** Where somebody is signed in, and how they sign out there: a lost phone, a computer at the library. */
@Controller('account/sessions')
@Requires('signed-in')
export class MySessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() { accountId }: Person,
    @Req() { sessionID }: RequestOfPerson,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const sessions = await this.sessions.of(accountId, sessionID);
    response.render('web/my-sessions/page.njk', mySessionsView(sessions, done));
  }

  /** Somebody else’s session is as one that has ended: there is nothing to end. */
  @Post('end')
  @Audits('account.sessions-ended')
  async end(
    @CurrentPerson() { accountId }: Person,
    @Body('session') session: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const id = typeof session === 'string' ? session.replaceAll('\0', '') : '';
    const { ended } = await this.sessions.end(accountId, id);
    response.redirect(303, `/account/sessions?done=${ended === 0 ? 'gone' : 'ended'}`);
  }

  @Post('end-others')
  @Audits('account.sessions-ended')
  async endOthers(
    @CurrentPerson() { accountId }: Person,
    @Req() { sessionID }: RequestOfPerson,
    @Res() response: Response,
  ): Promise<void> {
    await this.sessions.endOthers(accountId, sessionID);
    response.redirect(303, '/account/sessions?done=all-ended');
  }
}
